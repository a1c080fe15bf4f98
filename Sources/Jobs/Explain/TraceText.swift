internal import Licensing
internal import Provenance
internal import Shards

/// How each pack came to its answer, and what would change it, in plain words.
struct TraceText {
    private let row: EvidenceRow
    private let ruleset: Ruleset
    private let profile: UseProfile

    init(_ row: EvidenceRow, _ ruleset: Ruleset, _ profile: UseProfile) {
        self.row = row
        self.ruleset = ruleset
        self.profile = profile
    }

    /// For the last decision of the row.
    var lines: [String] {
        guard let last = row.decisions.last else { return [] }
        let trace = DecisionTrace(
            row.considered, profile: profile, ruleset: ruleset, moment: last.moment, at: last.at)
        let packs = trace.packs()
        var lines = ["How each pack came to it, at \(last.moment.rawValue)"]
        for pack in packs { lines += self.pack(pack) }
        lines += hardest(packs, last)
        let remedies = trace.remedies()
        if !last.verdict.admits {
            lines.append("What would change it, found by trying")
            lines += remedies.isEmpty ? ["  nothing that was tried, alone or two together"] : remedies.map { "  \($0)" }
        }
        return lines
    }

    private func pack(_ pack: PackTrace) -> [String] {
        let gates = pack.gates.map { "\($0.id) \(Self.word($0.fired))" }.joined(separator: ", ")
        let areClear = pack.gates.allSatisfy { $0.fired == .no }
        var lines = [
            "  \(pack.pack) (\(pack.title)): \(pack.verdict.rawValue)",
            areClear ? "    gates: all clear" : "    gates in order: \(gates)",
        ]
        for gate in pack.gates where gate.fired != .no { lines += quote(gate.cause, "gate \(gate.id)") }
        for basis in pack.bases { lines += self.basis(basis) }
        for score in pack.scores { lines += self.score(score) }
        return lines
    }

    private func score(_ score: PackTrace.Score) -> [String] {
        ["    score \(score.id): \(score.value)"]
            + score.factors.map { factor in
                let weight = factor.weight.map { $0 < 0 ? "\($0)" : "+\($0)" } ?? "hard"
                let truth = ["t": "yes", "f": "no", "u": "unknown"][factor.truth.rawValue] ?? ""
                let observed = factor.observed.map { ", observed \($0)" } ?? ""
                let until = factor.until.map { ", until \($0)" } ?? ""
                return "      \(factor.id) \(truth) (\(weight))\(observed)\(until)"
            }
    }

    private func basis(_ basis: PackTrace.Basis) -> [String] {
        if basis.condition.isEmpty {
            let words = basis.truth == .yes ? "stands" : "is in doubt: whether it applies cannot be told"
            return ["    basis \(basis.id) \(words)"]
        }
        let asked = ReasonText.condition(basis.condition)
        let words = basis.conditionTruth == .no ? "falls: \(asked) is not met" : "is in doubt: \(asked) is not known"
        return ["    basis \(basis.id) \(words) (\(basis.condition))"] + quote(basis.cause, basis.condition)
    }

    private func quote(_ signal: Signal?, _ what: String) -> [String] {
        guard let signal else { return [] }
        let text = signal.quote.bytes.isEmpty ? signal.carrier : ExplainText.shown(signal.quote.text)
        return ["      \(what) rests on \(signal.source.rawValue): \(text)"]
    }

    /// Which packs made the answer worse than others would have it.
    private func hardest(_ packs: [PackTrace], _ decision: Decision) -> [String] {
        let worst = packs.map(\.verdict).max() ?? .deny
        let milder = packs.filter { $0.verdict < worst }
        guard !milder.isEmpty else { return [] }
        let harder = packs.filter { $0.verdict == worst }.map(\.pack).joined(separator: ", ")
        return ["Made \(worst.rawValue) by \(harder)"]
            + milder.map { pack in
                let basis = decision.packs.first { $0.pack == pack.pack }?.basis ?? ""
                return "  \(pack.pack) alone: \(pack.verdict.rawValue)\(basis.isEmpty ? "" : " on \(basis)")"
            }
    }

    private static func word(_ truth: Truth) -> String {
        switch truth {
        case .yes: "fired"
        case .no: "clear"
        case .unknown: "not known"
        }
    }
}

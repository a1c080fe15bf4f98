internal import Licensing
public import Provenance
internal import Shards
internal import WebAddress

/// What a run made of each host: counts per verdict, and the commonest reason in one line.
public struct HostSummary: Sendable {
    public struct Host: Sendable {
        public let name: String
        /// URLs per verdict of the last decision.
        public let verdicts: [Verdict: Int]
        /// The basis if anything was admitted, else the commonest first reason, with its words.
        public let why: String
    }

    private struct Tally {
        var verdicts: [Verdict: Int] = [:]
        var bases: [String: Int] = [:]
        var reasons: [String: Int] = [:]
    }

    public let hosts: [Host]

    /// - Throws: ``JobError`` if the folder is no output or a part cannot be read to its end.
    public init(output: String) throws(JobError) {
        var tallies: [String: Tally] = [:]
        try RowSearch(output: output).each { row in
            Self.add(row, to: &tallies[row.considered.url.host, default: Tally()])
        }
        hosts = tallies.keys.sorted().map { name in
            let tally = tallies[name] ?? Tally()
            return Host(name: name, verdicts: tally.verdicts, why: Self.why(tally))
        }
    }

    private static func add(_ row: EvidenceRow, to tally: inout Tally) {
        var weight = 1
        if case .hostRefused(let count) = row.kind { weight = count }
        tally.verdicts[row.verdict, default: 0] += weight
        guard let last = row.decisions.last else { return }
        if last.verdict.admits {
            tally.bases[last.basisText, default: 0] += weight
        } else if let reason = Self.mostTelling(last) {
            tally.reasons[reason, default: 0] += weight
        }
    }

    private static func why(_ tally: Tally) -> String {
        if let basis = commonest(tally.bases) {
            guard let other = commonest(tally.reasons) else { return basis }
            return "\(basis); elsewhere: \(short(other))"
        }
        return commonest(tally.reasons).map { short($0) } ?? "nothing was decided"
    }

    /// The reason that names what was found, where there is one: a failed condition only says which rule failed.
    private static func mostTelling(_ decision: Decision) -> String? {
        let reasons = decision.packs.first { $0.verdict == decision.verdict }?.reasons ?? []
        guard let first = reasons.first, first.hasPrefix("condition") else { return reasons.first }
        let kinds = ["reserved.", "licence.conflict", "reserved-unclear.", "unreadable.", "robots."]
        return kinds.lazy.compactMap { kind in reasons.first { $0.hasPrefix(kind) } }.first ?? first
    }

    /// The reason's words without what would change it.
    private static func short(_ reason: String) -> String {
        let words = ReasonText.explain(reason)
        let end = words.firstRange(of: ". ")?.lowerBound ?? words.endIndex
        let sentence = words[..<end]
        return String(sentence.hasSuffix(".") ? sentence.dropLast() : sentence)
    }

    private static func commonest(_ names: [String: Int]) -> String? {
        names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}

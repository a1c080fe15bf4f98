internal import Canonical
internal import Provenance

/// `decisions` of a row. The form is told in `docs/formats/evidence.md`.
extension EvidenceRow {
    /// A decision that was like the last one in every pack is one word; a time that is the last one's is not said again.
    static func write(_ decision: Decision, last: Decision?, to writer: inout JSONWriter) {
        let earlier = last.flatMap { $0.moment == decision.moment ? nil : $0 }
        writer.object { writer in
            if decision.at != earlier?.at {
                writer.key("at")
                writer.string(decision.at.description)
            }
            if !decision.doubts.isEmpty {
                writer.key("doubts")
                writer.strings(decision.doubts)
            }
            if let earlier, isAlike(decision, earlier) {
                writer.key("like")
                writer.string(earlier.moment.rawValue)
                writer.key("moment")
                writer.string(decision.moment.rawValue)
                return
            }
            writer.key("moment")
            writer.string(decision.moment.rawValue)
            writer.key("packs")
            writer.array { writer in for pack in decision.packs { write(pack, to: &writer) } }
            writer.key("verdict")
            writer.string(decision.verdict.rawValue)
        }
    }

    /// Whether every pack answered at an earlier moment as it did at the last, but for the reasons.
    private static func isAlike(_ decision: Decision, _ last: Decision) -> Bool {
        decision.verdict == last.verdict && decision.packs.count == last.packs.count
            && zip(decision.packs, last.packs).allSatisfy { isAlike($0, $1) }
    }

    private static func isAlike(_ pack: PackDecision, _ last: PackDecision) -> Bool {
        pack.pack == last.pack && pack.verdict == last.verdict && pack.basis == last.basis
            && pack.obligations == last.obligations && areAlike(pack.gates, last.gates) { $0.fired != .no }
            && areAlike(pack.bases, last.bases) { $0.raised != .no }
    }

    /// Whether the items that are told are the same, in the same order.
    private static func areAlike<Item: Equatable>(
        _ one: [Item], _ other: [Item], isTold: (Item) -> Bool
    ) -> Bool {
        var (left, right) = (one.startIndex, other.startIndex)
        while true {
            while left < one.endIndex, !isTold(one[left]) { left += 1 }
            while right < other.endIndex, !isTold(other[right]) { right += 1 }
            guard left < one.endIndex, right < other.endIndex else {
                return left == one.endIndex && right == other.endIndex
            }
            guard one[left] == other[right] else { return false }
            (left, right) = (left + 1, right + 1)
        }
    }

    /// The items that are told, in the order of their names.
    private static func told<Item>(_ items: [Item], _ name: (Item) -> String, _ isTold: (Item) -> Bool) -> [Item] {
        guard items.contains(where: isTold) else { return [] }
        let told = items.filter(isTold)
        return told.count < 2 ? told : told.sorted { JSONWriter.precedes(name($0), name($1)) }
    }

    /// Gates that are clear and bases that were not raised are left out: the ruleset, named in the manifest, lists them.
    private static func write(_ pack: PackDecision, to writer: inout JSONWriter) {
        let bases = told(pack.bases, { $0.id }, { $0.raised != .no })
        let gates = told(pack.gates, { $0.id }, { $0.fired != .no })
        let isAnyElsewhere = pack.reasons.contains { isToldElsewhere($0, pack) }
        let reasons = isAnyElsewhere ? pack.reasons.filter { !isToldElsewhere($0, pack) } : pack.reasons
        writer.object { writer in
            if !bases.isEmpty {
                writer.key("bases")
                writer.object { writer in
                    for basis in bases {
                        writer.key(basis.id)
                        writer.string(letters([basis.raised] + basis.conditions))
                    }
                }
            }
            if !pack.basis.isEmpty {
                writer.key("basis")
                writer.string(pack.basis)
            }
            if !gates.isEmpty {
                writer.key("gates")
                writer.object { writer in
                    for gate in gates {
                        writer.key(gate.id)
                        writer.string(gate.fired.rawValue + gate.verdict.rawValue)
                    }
                }
            }
            if !pack.obligations.isEmpty {
                writer.key("obligations")
                writer.strings(pack.obligations)
            }
            writer.key("pack")
            writer.string(pack.pack)
            if !reasons.isEmpty {
                writer.key("reasons")
                writer.strings(reasons)
            }
            if !pack.scores.isEmpty {
                writer.key("scores")
                writer.object { writer in
                    for score in pack.scores.sorted(by: { JSONWriter.precedes($0.id, $1.id) }) {
                        writer.key(score.id)
                        ScoreText.write(score, to: &writer)
                    }
                }
            }
            writer.key("verdict")
            writer.string(pack.verdict.rawValue)
        }
    }

    /// Reasons that only say again what `states`, `registry` and `basis` of the row say already.
    private static func isToldElsewhere(_ reason: String, _ pack: PackDecision) -> Bool {
        let bytes = reason.utf8
        switch bytes.first {
        case UInt8(ascii: "n"): return bytes.starts(with: "not-checked.".utf8)
        case UInt8(ascii: "r"): return reason == "registry.not-asked"
        case UInt8(ascii: "b"):
            return bytes.starts(with: "basis.".utf8) && bytes.dropFirst(6).elementsEqual(pack.basis.utf8)
        default: return false
        }
    }

    /// A letter for each truth.
    static func letters(_ truths: [Truth]) -> String {
        String(unsafeUninitializedCapacity: truths.count) { room in
            for (place, truth) in truths.enumerated() {
                room[place] =
                    switch truth {
                    case .yes: UInt8(ascii: "t")
                    case .no: UInt8(ascii: "f")
                    case .unknown: UInt8(ascii: "u")
                    }
            }
            return truths.count
        }
    }
}

internal import Extraction
internal import Markup
internal import Provenance

/// What the licence statements of a page come to.
enum LicenceConclusion {
    /// The conclusion, never the kinder of two.
    ///
    /// - Parameter reserved: Whether "all rights reserved" stands in the text, in the boilerplate, or nowhere.
    static func conclude(
        _ candidates: [LicenceCandidate], attribution: String, reserved: ReservedWords.Place?
    ) -> LicenceFinding {
        let taken = candidates.filter { $0.dropped.isEmpty }.sorted { $0.rank < $1.rank }
        guard let first = taken.first else { return none(candidates) }
        let leading = taken.filter { $0.rank == first.rank }
        let references = unique(leading.map(\.reference))
        func finding(_ outcome: LicenceFinding.Outcome, _ references: [LicenceReference], _ reason: String)
            -> LicenceFinding
        {
            LicenceFinding(outcome: outcome, licences: references, attribution: attribution, reason: reason)
        }
        guard Set(references.map(\.id)).count == 1 else {
            return finding(.conflict, references, "statements of rank \(first.rank) name different licences")
        }
        if let stricter = stricter(than: leading, candidates) {
            return finding(.conflict, unique(references + [stricter.reference]), stricterReason(stricter))
        }
        if reserved == .declared {
            return finding(.conflict, references, "the metadata of the page also reserve all rights")
        }
        if reserved != nil, leading.allSatisfy({ $0.carrier == .jsonLD || $0.carrier == .meta }) {
            return finding(.conflict, references, "data that nobody sees grant what the words of the page reserve")
        }
        if let doubt = doubt(leading, reserved) { return finding(.unclear, references, doubt) }
        return finding(.covers, references, coverReason(leading))
    }

    /// Why the leading statements, which agree, do not settle it; nil if they do.
    private static func doubt(_ leading: [LicenceCandidate], _ reserved: ReservedWords.Place?) -> String? {
        let rank = leading[0].rank
        if !leading[0].named.isKnown { return "which licence is meant cannot be told" }
        if rank >= .words, leading.allSatisfy({ $0.notes.contains(LicenceWords.unsure) }) {
            return "a licence is named, and no word of what it grants"
        }
        if reserved == .forbidden { return "the page also forbids copying or use" }
        if let reserved, reserved == .text || rank >= .footer { return "the page also reserves all rights" }
        return nil
    }

    private static func coverReason(_ leading: [LicenceCandidate]) -> String {
        let limit = leading.contains { $0.notes.contains(LicenceWords.limited) } ? ", except where otherwise noted" : ""
        return "\(leading[0].carrier.rawValue), rank \(leading[0].rank)" + limit
    }

    private static func none(_ candidates: [LicenceCandidate]) -> LicenceFinding {
        guard !candidates.isEmpty else { return .none }
        return LicenceFinding(
            outcome: .none, licences: [], reason: "no licence statement speaks for the text: " + candidates[0].dropped)
    }

    /// A lesser statement, or one in a block that could not be read, which asks for more.
    private static func stricter(
        than leading: [LicenceCandidate], _ candidates: [LicenceCandidate]
    ) -> LicenceCandidate? {
        guard let flags = leading[0].named.flags else { return nil }
        return candidates.first { candidate in
            guard candidate.isDoubtful || candidate.dropped.isEmpty && candidate.rank > leading[0].rank else {
                return false
            }
            guard let other = candidate.named.flags else { return candidate.isAddress }
            return !other.isSubset(of: flags)
        }
    }

    private static func stricterReason(_ candidate: LicenceCandidate) -> String {
        candidate.isDoubtful ? "a statement that is not taken asks for more" : "a lesser statement asks for more"
    }

    private static func unique(_ references: [LicenceReference]) -> [LicenceReference] {
        var seen: Set<LicenceReference> = []
        return references.filter { seen.insert($0).inserted }
    }
}

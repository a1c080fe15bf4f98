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
        guard let top = taken.first?.rank else { return none(candidates) }
        let leading = taken.filter { $0.rank == top }
        let references = unique(leading.map(\.reference))
        func finding(_ outcome: LicenceFinding.Outcome, _ references: [LicenceReference], _ reason: String)
            -> LicenceFinding
        {
            LicenceFinding(outcome: outcome, licences: references, attribution: attribution, reason: reason)
        }
        guard Set(references.map(\.id)).count == 1 else {
            return finding(.conflict, references, "statements of rank \(top) name different licences")
        }
        guard let tool = leading.first?.tool else {
            return finding(.unclear, references, "which licence is meant cannot be told")
        }
        if top == .words, leading.allSatisfy({ $0.notes.contains(LicenceWords.unsure) }) {
            return finding(.unclear, references, "a link to a licence, and no word of what it grants")
        }
        if let stricter = taken.first(where: { $0.rank > top && isStricter($0, than: tool) }) {
            return finding(.conflict, unique(references + [stricter.reference]), "a lesser statement asks for more")
        }
        if let reserved, reserved == .text || top >= .footer {
            return finding(.unclear, references, "the page also reserves all rights")
        }
        return finding(.covers, references, "\(leading[0].carrier.rawValue), rank \(top)")
    }

    private static func none(_ candidates: [LicenceCandidate]) -> LicenceFinding {
        guard !candidates.isEmpty else { return .none }
        return LicenceFinding(
            outcome: .none, licences: [], reason: "no licence statement speaks for the text: " + candidates[0].dropped)
    }

    private static func isStricter(_ candidate: LicenceCandidate, than tool: CreativeCommons) -> Bool {
        guard let other = candidate.tool else { return true }
        return !Set(other.flags).isSubset(of: Set(tool.flags))
    }

    private static func unique(_ references: [LicenceReference]) -> [LicenceReference] {
        var seen: Set<LicenceReference> = []
        return references.filter { seen.insert($0).inserted }
    }
}

internal import Canonical
internal import Provenance
internal import Shards
internal import WebAddress

/// A row whose outcome, basis or obligations are others than they were.
struct ReplayChange {
    let old: Verdict
    let decision: Decision
    private let row: EvidenceRow
    private let basisBefore: String

    /// Nil if only details of the row changed.
    init?(_ row: EvidenceRow, _ new: EvidenceRow) {
        guard let before = Self.outcome(row), let after = Self.outcome(new) else { return nil }
        let isAlike =
            before.verdict == after.verdict && before.basisText == after.basisText
            && before.obligations == after.obligations
        if isAlike { return nil }
        (old, decision, self.row, basisBefore) = (before.verdict, after, row, before.basisText)
    }

    /// What was not to be fetched never comes to its use.
    private static func outcome(_ row: EvidenceRow) -> Decision? {
        row.decisions.first { $0.moment == .fetch && $0.verdict >= .deny } ?? row.decisions.last
    }

    var json: JSONValue {
        .object([
            .init("basis", .string(decision.basisText)), .init("basis_before", .string(basisBefore)),
            .init("from", .string(old.rawValue)), .init("id", .string(row.id)),
            .init("obligations", .string(decision.obligations.joined(separator: " "))),
            .init("reason", .string(ReplayTable.reason(decision))),
            .init("text_bytes", .integer(Int64(row.considered.document?.textBytes ?? 0))),
            .init("to", .string(decision.verdict.rawValue)), .init("url", .string(row.considered.url.text)),
        ])
    }
}

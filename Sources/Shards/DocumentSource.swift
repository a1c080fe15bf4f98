internal import Canonical
public import Provenance

/// What of a row of `evidence/` its row of `documents/` is made of; the rest of the row is not read.
public struct DocumentSource: Sendable {
    public let id: String
    /// URL, capture, licence and the facts of the text, and nothing else.
    public let considered: Considered
    /// The last one.
    public let decision: Decision

    /// - Throws: ``RowError`` naming the key, also for a row that has no text or no decision.
    public init(line: [UInt8]) throws(RowError) {
        let row = try RowReader(line: line, format: EvidenceRow.format)
        guard let last = try row.list("decisions").last else { throw row.fault("decisions", "is empty") }
        guard row.has("document") else { throw row.fault("document", "is missing") }
        decision = try EvidenceRow.decision(last, last: nil)
        id = try row.string("id")
        considered = try EvidenceRow.sourced(row)
    }
}

public import Canonical
public import Provenance

/// A row of `evidence/` without what was decided: all that deciding it again takes.
///
/// Of the decisions only moments and times are read. Whoever decides again and comes to the same bytes has read the rest
/// that way; whoever does not, reads ``EvidenceRow``.
public struct UndecidedRow: Sendable {
    public let id: String
    public let kind: EvidenceRow.Kind
    public let considered: Considered
    public let trouble: String
    /// When each decision was taken, in the order of the moments.
    public let moments: [(moment: Moment, at: Timestamp)]

    /// Reads a line.
    ///
    /// - Throws: ``RowError`` naming the key, for what is wrong outside of the decisions.
    public init(line: [UInt8]) throws(RowError) {
        do throws(RowError) {
            try self.init(RowReader(line: line, format: EvidenceRow.format, tellsPath: false))
        } catch {
            // Read once more, to tell where the fault lies.
            try self.init(RowReader(line: line, format: EvidenceRow.format))
        }
    }

    public init(_ row: EvidenceRow) {
        (id, kind, considered, trouble) = (row.id, row.kind, row.considered, row.trouble)
        moments = row.decisions.map { ($0.moment, $0.at) }
    }

    init(_ row: RowReader) throws(RowError) {
        kind = try EvidenceRow.kind(row)
        _ = try row.member("decisions")
        var moments: [(moment: Moment, at: Timestamp)] = []
        for item in try row.list("decisions").reversed() {
            let at = try EvidenceRow.decisionTime(item, moments.last?.at)
            moments.insert((try item.parsed("moment", Moment.init), at), at: 0)
        }
        self.moments = moments
        considered = try EvidenceRow.considered(row, last: moments.last?.at)
        id = try row.string("id")
        trouble = try row.string("trouble", or: "")
    }

    /// The row with its decisions.
    public func decided(_ decisions: [Decision], considered: Considered? = nil) -> EvidenceRow {
        EvidenceRow(
            id: id, kind: kind, considered: considered ?? self.considered, decisions: decisions, trouble: trouble)
    }
}

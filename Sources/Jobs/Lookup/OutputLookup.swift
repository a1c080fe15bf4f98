public import Canonical
internal import Provenance
internal import Shards
internal import WebAddress

/// `muniment audit lookup`: whether a run considered something, what came of it, and a proof of the answer.
public struct OutputLookup: Sendable {
    /// What one run says.
    public struct Answer: Sendable {
        public let output: String
        public let key: IndexKey
        /// Rows that have the key.
        public let count: Int
        /// The first of them.
        public let rows: [Row]
        public let proof: LookupProof
    }

    /// One row that was found.
    public struct Row: Sendable {
        public let id: String
        public let url: String
        public let fetched: String
        public let verdict: String
        public let basis: String
        public let part: String
        public let row: Int
        /// When a recall took its document out; empty while it is in.
        public let recalled: String

        public var json: JSONValue {
            .object([
                .init("basis", .string(basis)), .init("fetched", .string(fetched)), .init("id", .string(id)),
                .init("part", .string(part)), .init("recalled", .string(recalled)),
                .init("row", .integer(Int64(row))), .init("url", .string(url)),
                .init("verdict", .string(verdict)),
            ])
        }
    }

    private static let shown = 10
    private let index: KeyIndex

    public init(output: String) throws(JobError) { index = try KeyIndex(output) }

    /// Looks for the first meaning that is there; for none, answers for the first meaning.
    public func answer(_ meanings: [IndexKey]) throws(JobError) -> Answer {
        guard let first = meanings.first else { throw JobError(.usage, "nothing was asked for") }
        let key = meanings.first { !index.records(of: $0.digest).isEmpty } ?? first
        let records = index.records(of: key.digest)
        var rows: [Row] = []
        for record in records.prefix(Self.shown) { rows.append(try row(record)) }
        return Answer(
            output: index.output, key: key, count: records.reduce(0) { $0 + $1.rows }, rows: rows,
            proof: try LookupProof(key, in: index))
    }

    private func row(_ record: KeyRecord) throws(JobError) -> Row {
        let row = try index.row(record.part, record.row)
        return Row(
            id: row.id, url: row.considered.url.text, fetched: row.considered.capture?.fetched.description ?? "",
            verdict: row.verdict.rawValue, basis: row.decisions.last?.basisText ?? "", part: record.part.description,
            row: record.row, recalled: index.revisions.recall(of: row.id)?.at.description ?? "")
    }
}

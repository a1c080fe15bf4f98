public import Canonical
internal import Provenance
internal import Shards

/// What a run counted, in the form of the manifest's `counts`.
public struct RunCounts: Hashable, Sendable {
    public var rows = 0
    public var documents = 0
    /// UTF-8 bytes of the texts of documents.
    public var textBytes = 0
    /// Per group (`verdict`, `basis`, `reason`, `doubt`, `doubtDenied`, `doubtAdmitted`, `access`, `skipped`) and name within it.
    public private(set) var groups: [String: [String: Int]] = [:]

    public init() {}

    public mutating func add(_ group: String, _ name: String, _ count: Int = 1) {
        groups[group, default: [:]][name, default: 0] += count
    }

    /// Counts one row; `textBytes` is that of its document, nil if it has none.
    mutating func add(_ row: EvidenceRow, textBytes: Int?) { add(CountedRow(row), textBytes: textBytes) }

    mutating func add(_ row: CountedRow, textBytes: Int?) {
        rows += 1
        if let textBytes {
            documents += 1
            self.textBytes += textBytes
        }
        add("verdict", row.verdict, row.weight)
        add("access", row.access, row.weight)
        if !row.basis.isEmpty { add("basis", row.basis, row.weight) }
        if !row.reason.isEmpty { add("reason", row.reason, row.weight) }
        for doubt in row.doubts {
            add(doubt: doubt, isAdmitted: row.isAdmitted, isDenied: row.isDenied, row.weight)
        }
    }

    /// Counts a setting on which a decision hangs.
    mutating func add(doubt: String, isAdmitted: Bool, isDenied: Bool, _ weight: Int) {
        if isAdmitted { return add("doubtAdmitted", doubt, weight) }
        add("doubt", doubt, weight)
        if isDenied { add("doubtDenied", doubt, weight) }
    }

    public mutating func add(_ other: RunCounts) {
        rows += other.rows
        documents += other.documents
        textBytes += other.textBytes
        for (group, names) in other.groups { for (name, count) in names { add(group, name, count) } }
    }

    public var json: JSONValue {
        let groups = groups.map { group, names in
            JSONValue.Member(group, .object(names.map { .init($0, .integer(Int64($1))) }))
        }
        return .object(
            [
                .init("documents", .integer(Int64(documents))), .init("rows", .integer(Int64(rows))),
                .init("textBytes", .integer(Int64(textBytes))), .init("groups", .object(groups)),
            ])
    }

    /// Reads what ``json`` wrote; nil if it is something else.
    public init?(json: JSONValue) {
        guard let documents = json["documents"]?.integer, let rows = json["rows"]?.integer,
            let textBytes = json["textBytes"]?.integer, let groups = json["groups"]?.members
        else { return nil }
        self.documents = Int(documents)
        self.rows = Int(rows)
        self.textBytes = Int(textBytes)
        for group in groups {
            for name in group.value.members ?? [] {
                guard let count = name.value.integer else { return nil }
                add(group.key, name.key, Int(count))
            }
        }
    }
}

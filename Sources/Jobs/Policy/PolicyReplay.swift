public import Canonical
public import Licensing
internal import Provenance
internal import Shards

/// What would change in an output if it were decided under other rules: each row's evidence decided twice, at its own
/// time, and compared.
public struct PolicyReplay: Sendable {
    public let rows: Int
    public let table: ReplayTable

    /// - Throws: ``JobError`` if the folder is no output or a part cannot be read to its end.
    public init(output: String, profile: UseProfile, from old: Ruleset, to new: Ruleset) throws(JobError) {
        let (before, after) = (
            RowReplay(profile: profile, ruleset: old), RowReplay(profile: profile, ruleset: new)
        )
        var rows = 0
        var table = ReplayTable()
        try RowSearch(output: output).each { row in
            guard row.kind == .capture else { return }
            let undecided = UndecidedRow(row)
            guard let old = before.decision(undecided), let new = after.decision(undecided) else { return }
            rows += 1
            if old.verdict != new.verdict { table.add(row, from: old.verdict, to: new) }
        }
        self.rows = rows
        self.table = table
    }

    public var json: JSONValue {
        .object([.init("changes", table.json), .init("rows", .integer(Int64(rows)))])
    }
}

internal import Canonical
internal import Shards

extension ShareTable {
    /// Reads shares in whatever form their file has: a table (`.tsv`), or mandates as YAML, JSON, JSON lines or CSV.
    ///
    /// - Throws: ``ConfigError`` with file, line and key for mandates; what is wrong in a table is told by line instead.
    static func read(
        shares path: String, rules: SettlementRules = .current
    ) throws -> (table: ShareTable, faults: [Fault]) {
        guard ShareForm(path) != .table else { return try read(path: path, rules: rules) }
        return (
            try read(mandates: String(decoding: OutputFile.read(path), as: UTF8.self), file: path, rules: rules), []
        )
    }
}

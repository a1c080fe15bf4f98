internal import Canonical
internal import Shards

extension ShareTable {
    static let columns = ["work", "party", "role", "ppm", "society", "mark"]

    /// Reads a table of tab-separated lines under the line of column names; `mark` is empty or `partial`.
    ///
    /// One society's shares in a work make up the whole, unless they are marked as partial, and never more than it.
    ///
    /// - Parameter rules: By which the pool is or was settled; the first ones ask less of names.
    public static func read(
        path: String, rules: SettlementRules = .current
    ) throws -> (table: ShareTable, faults: [Fault]) {
        var (reader, lines) = (ShareTableReader(file: path, rules: rules), LineSplitter())
        try OutputFile.eachPiece(of: path) { (piece) throws(ShardError) in
            lines.feed(piece) { reader.read($0, $1) }
        }
        lines.finish { reader.read($0, $1) }
        return reader.finish()
    }

    /// ``read(path:rules:)`` of bytes that are at hand.
    public static func read(
        _ bytes: [UInt8], file: String, rules: SettlementRules = .current
    ) -> (table: ShareTable, faults: [Fault]) {
        var (reader, lines) = (ShareTableReader(file: file, rules: rules), LineSplitter())
        bytes.withUnsafeBytes { lines.feed($0) { reader.read($0, $1) } }
        lines.finish { reader.read($0, $1) }
        return reader.finish()
    }
}

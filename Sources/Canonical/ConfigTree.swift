/// All nodes of one YAML file, each before what it holds.
///
/// Tables have thousands of nodes, and every run reads them: so a node is a row here, and its path is put together only for
/// a message.
final class ConfigTree: Sendable {
    struct Entry: Hashable, Sendable {
        enum Kind: UInt8, Sendable {
            /// A scalar without quotes.
            case plain
            /// In quotes, a block, or tagged as text: a text whatever it spells.
            case text
            case list
            case map
        }

        let kind: Kind
        /// Counted from 1.
        let line: Int32
        /// Of the key, where it is a member of a map.
        let keyLine: Int32
        /// The map or list it is in; -1 for the top.
        let parent: Int32
        /// Its place in a list.
        let index: Int32
        /// Empty but for members of a map.
        let key: String
        /// Of a scalar.
        let text: String
        /// The row behind everything it holds.
        var end: Int32 = 0
    }

    let file: String
    let entries: [Entry]

    init(file: String, entries: [Entry]) {
        self.file = file
        self.entries = entries
    }

    /// The path of keys from the top of the file: `crawl.hosts[2].delay`.
    func path(of place: Int) -> String {
        let entry = entries[place]
        guard entry.parent >= 0 else { return "" }
        let above = path(of: Int(entry.parent))
        if entries[Int(entry.parent)].kind == .list { return "\(above)[\(entry.index)]" }
        return above.isEmpty ? entry.key : "\(above).\(entry.key)"
    }
}

/// Rows of a tree that is being read.
struct ConfigEntries {
    private(set) var entries: [ConfigTree.Entry] = []

    /// Where a node stands: in what, and under which key or at which place.
    struct Position {
        let parent: Int32
        var key = ""
        var keyLine: Int32 = 0
        var index: Int32 = 0

        static let top = Position(parent: -1)
    }

    /// Makes room, so that rows are not moved while they become more.
    mutating func reserve(_ count: Int) { entries.reserveCapacity(count) }

    /// - Returns: The row, for ``close(_:)`` and for what the node holds.
    @discardableResult
    mutating func add(_ kind: ConfigTree.Entry.Kind, line: Int32, _ position: Position, text: String = "") -> Int32 {
        let row = Int32(entries.count)
        entries.append(
            .init(
                kind: kind, line: line, keyLine: position.keyLine, parent: position.parent, index: position.index,
                key: position.key, text: text, end: row + 1))
        return row
    }

    /// Ends a list or map: what follows stands outside of it.
    mutating func close(_ row: Int32) { entries[Int(row)].end = Int32(entries.count) }
}

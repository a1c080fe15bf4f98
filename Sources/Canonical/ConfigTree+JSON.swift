extension ConfigTree {
    /// The rows of what was kept as JSON, which has no lines: every scalar plain, as a file would have it without quotes.
    static func entries(json: JSONValue) -> [Entry] {
        var rows = ConfigEntries()
        add(json, .top, &rows)
        return rows.entries
    }

    private static func add(_ json: JSONValue, _ position: ConfigEntries.Position, _ rows: inout ConfigEntries) {
        switch json {
        case .null: rows.add(.plain, line: 0, position)
        case .bool(let flag): rows.add(.plain, line: 0, position, text: flag ? "true" : "false")
        case .integer(let number): rows.add(.plain, line: 0, position, text: String(number))
        case .number(let text): rows.add(.plain, line: 0, position, text: text)
        // An empty text is no null.
        case .string(let text): rows.add(isNull(text) ? .text : .plain, line: 0, position, text: text)
        case .array(let items):
            let row = rows.add(.list, line: 0, position)
            for (index, item) in items.enumerated() {
                add(item, .init(parent: row, index: Int32(clamping: index)), &rows)
            }
            rows.close(row)
        case .object(let members):
            let row = rows.add(.map, line: 0, position)
            for member in members { add(member.value, .init(parent: row, key: member.key), &rows) }
            rows.close(row)
        }
    }

    /// Whether a plain scalar would be no text.
    private static func isNull(_ text: String) -> Bool { ConfigNode.nulls.contains(text) }
}

extension ConfigTree {
    /// The rows of what was kept as JSON, which has no lines: every scalar plain, as a file would have it without quotes.
    static func entries(json: JSONValue) -> [Entry] {
        var rows = ConfigEntries()
        add(json, .top, &rows)
        return rows.entries
    }

    /// The rows of a map of lists, whose items come from lines of their own.
    static func entries(sections: [(key: String, items: [(json: JSONValue, line: Int)])]) -> [Entry] {
        var rows = ConfigEntries()
        let top = rows.add(.map, line: 1, .top)
        for section in sections {
            let line = Int32(clamping: section.items.first?.line ?? 1)
            let list = rows.add(.list, line: line, .init(parent: top, key: section.key, keyLine: line))
            for (index, item) in section.items.enumerated() {
                add(item.json, .init(parent: list, index: Int32(clamping: index)), &rows, Int32(clamping: item.line))
            }
            rows.close(list)
        }
        rows.close(top)
        return rows.entries
    }

    private static func add(
        _ json: JSONValue, _ position: ConfigEntries.Position, _ rows: inout ConfigEntries, _ line: Int32 = 0
    ) {
        switch json {
        case .null: rows.add(.plain, line: line, position)
        case .bool(let flag): rows.add(.plain, line: line, position, text: flag ? "true" : "false")
        case .integer(let number): rows.add(.plain, line: line, position, text: String(number))
        case .number(let text): rows.add(.plain, line: line, position, text: text)
        // An empty text is no null.
        case .string(let text): rows.add(isNull(text) ? .text : .plain, line: line, position, text: text)
        case .array(let items):
            let row = rows.add(.list, line: line, position)
            for (index, item) in items.enumerated() {
                add(item, .init(parent: row, index: Int32(clamping: index)), &rows, line)
            }
            rows.close(row)
        case .object(let members):
            let row = rows.add(.map, line: line, position)
            for member in members {
                add(member.value, .init(parent: row, key: member.key, keyLine: line), &rows, line)
            }
            rows.close(row)
        }
    }

    /// Whether a plain scalar would be no text.
    private static func isNull(_ text: String) -> Bool { ConfigNode.nulls.contains(text) }
}

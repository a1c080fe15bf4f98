extension ConfigTree {
    /// The rows of what was kept as JSON, which has no lines: every scalar plain, as a file would have it without quotes.
    static func entries(json: JSONValue) -> [Entry] {
        var rows = ConfigEntries()
        var lines = Lines.none
        add(json, .top, &rows, &lines)
        return rows.entries
    }

    /// The same of a file, whose lines are told.
    ///
    /// - Parameter lines: Of each value, in the order they stand.
    static func entries(json: JSONValue, lines: [Int32]) -> [Entry] {
        var rows = ConfigEntries()
        var lines = Lines.each(lines[...])
        add(json, .top, &rows, &lines)
        return rows.entries
    }

    /// Where the lines of values come from.
    private enum Lines {
        case none
        /// All of them stand on one.
        case one(Int32)
        /// Those that are left.
        case each(ArraySlice<Int32>)

        mutating func next() -> Int32 {
            switch self {
            case .none: return 0
            case .one(let line): return line
            case .each(var rest):
                let line = rest.popFirst() ?? 0
                self = .each(rest)
                return line
            }
        }

        /// Of the value that comes next.
        var following: Int32 {
            switch self {
            case .none: 0
            case .one(let line): line
            case .each(let rest): rest.first ?? 0
            }
        }
    }

    /// The rows of a map of lists, whose items come from lines of their own.
    static func entries(sections: [(key: String, items: [(json: JSONValue, line: Int)])]) -> [Entry] {
        var rows = ConfigEntries()
        let top = rows.add(.map, line: 1, .top)
        for section in sections {
            let line = Int32(clamping: section.items.first?.line ?? 1)
            let list = rows.add(.list, line: line, .init(parent: top, key: section.key, keyLine: line))
            for (index, item) in section.items.enumerated() {
                var lines = Lines.one(Int32(clamping: item.line))
                add(item.json, .init(parent: list, index: Int32(clamping: index)), &rows, &lines)
            }
            rows.close(list)
        }
        rows.close(top)
        return rows.entries
    }

    private static func add(
        _ json: JSONValue, _ position: ConfigEntries.Position, _ rows: inout ConfigEntries, _ lines: inout Lines
    ) {
        let line = lines.next()
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
                add(item, .init(parent: row, index: Int32(clamping: index)), &rows, &lines)
            }
            rows.close(row)
        case .object(let members):
            let row = rows.add(.map, line: line, position)
            for member in members {
                add(member.value, .init(parent: row, key: member.key, keyLine: lines.following), &rows, &lines)
            }
            rows.close(row)
        }
    }

    /// Whether a plain scalar would be no text.
    private static func isNull(_ text: String) -> Bool { ConfigNode.nulls.contains(text) }
}

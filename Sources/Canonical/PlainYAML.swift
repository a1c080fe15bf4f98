/// Reads the plain part of YAML in which tables and settings are written, many times faster than all of YAML is read.
///
/// Plain are: maps and lists by indentation with keys of letters, digits, `_`, `.` and `-`; scalars on one line, without or in
/// simple quotes; lists and maps in brackets on one line; comments. Anything else, and whatever may be a fault, is not read
/// here: what is, is read as the whole of YAML reads it, lines included, which the tests hold it to.
/// Source: YAML 1.2.2, sections 6 to 8, read 2026-11-29.
struct PlainYAML {
    /// Something stands here that is not surely plain.
    struct NotPlain: Error {}

    private static let deepest = 32
    /// Bytes of a file for each node: of tables of phrases somewhat less.
    private static let usualNode = 16
    /// Members of a map, each compared with those before it.
    private static let mostMembers = 128

    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0
    /// The end of the line, before its line break.
    var lineEnd = 0
    private var line: Int32 = 0
    /// The column of the first character of the line, or of the item of a list in it.
    private var indent = -1
    private var rows = ConfigEntries()

    /// The rows of a file's tree; nil for a file that is not all plain.
    static func entries(of text: String) -> [ConfigTree.Entry]? {
        var text = text
        return text.withUTF8 { bytes in
            guard isPlain(bytes) else { return nil }
            var reader = PlainYAML(bytes: bytes)
            reader.rows.reserve(bytes.count / usualNode)
            do throws(NotPlain) {
                try reader.file()
                return reader.rows.entries
            } catch {
                return nil
            }
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Neither tabs nor other control characters, further line breaks, or byte order marks.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for (at, byte) in bytes.enumerated() {
            switch byte {
            case 0x0A, 0x20...0x7E: continue
            case 0..<0x20, 0x7F: return false
            case 0xC2 where bytes[at + 1] < 0xA0: return false
            case 0xE2 where bytes[at + 1] == 0x80 && bytes[at + 2] & 0xFE == 0xA8: return false
            case 0xEF where bytes[at + 1] == 0xBB || bytes[at + 1] == 0xBF && bytes[at + 2] >= 0xBE: return false
            default: continue
            }
        }
        return true
    }

    private mutating func file() throws(NotPlain) {
        nextLine()
        guard indent == 0 else { throw NotPlain() }
        try map(at: 0, .top, depth: 0)
        guard indent < 0 else { throw NotPlain() }
    }

    /// Goes to the next line with more than a comment; `indent` is -1 behind the last.
    private mutating func nextLine() {
        while lineEnd < bytes.count {
            let start = line == 0 ? 0 : lineEnd + 1
            line += 1
            lineEnd = start
            while lineEnd < bytes.count, bytes[lineEnd] != 0x0A { lineEnd += 1 }
            at = start
            skipSpaces()
            if at < lineEnd, bytes[at] != UInt8(ascii: "#") {
                indent = at - start
                return
            }
        }
        indent = -1
    }

    mutating func skipSpaces() {
        while at < lineEnd, bytes[at] == 0x20 { at += 1 }
    }

    private var isItem: Bool {
        at + 1 < lineEnd && bytes[at] == UInt8(ascii: "-") && bytes[at + 1] == 0x20
    }

    /// The lines of a map or list, whose first is the one at hand.
    private mutating func block(_ position: ConfigEntries.Position, depth: Int) throws(NotPlain) {
        guard depth < Self.deepest else { throw NotPlain() }
        if isItem { try list(at: indent, position, depth: depth) } else { try map(at: indent, position, depth: depth) }
    }

    private mutating func map(at column: Int, _ position: ConfigEntries.Position, depth: Int) throws(NotPlain) {
        let row = rows.add(.map, line: line, position)
        var keys: [String] = []
        while indent == column {
            let key = try key()
            guard keys.count < Self.mostMembers, !keys.contains(key) else { throw NotPlain() }
            keys.append(key)
            let member = ConfigEntries.Position(parent: row, key: key, keyLine: line)
            skipSpaces()
            if try isAtEnd() {
                nextLine()
                guard indent > column else { throw NotPlain() }
                try block(member, depth: depth + 1)
            } else {
                try value(member, depth: depth + 1)
            }
        }
        guard indent < column else { throw NotPlain() }
        rows.close(row)
    }

    private mutating func list(at column: Int, _ position: ConfigEntries.Position, depth: Int) throws(NotPlain) {
        let row = rows.add(.list, line: line, position)
        var index: Int32 = 0
        while indent == column, isItem {
            let dash = at
            at += 1
            skipSpaces()
            let item = ConfigEntries.Position(parent: row, index: index)
            index += 1
            if startsWithKey {
                // The first member of a map that stands on the line of its item.
                indent = column + at - dash
                try map(at: indent, item, depth: depth + 1)
            } else {
                try value(item, depth: depth + 1)
            }
        }
        guard indent < column else { throw NotPlain() }
        rows.close(row)
    }

    /// A value on the rest of the line, and nothing on the lines behind it that could belong to it.
    private mutating func value(_ position: ConfigEntries.Position, depth: Int) throws(NotPlain) {
        let column = indent
        if at < lineEnd, bytes[at] == UInt8(ascii: "[") || bytes[at] == UInt8(ascii: "{") {
            try flow(position, depth: depth)
        } else {
            let (kind, text) = try scalar(inFlow: false)
            rows.add(kind, line: line, position, text: text)
        }
        skipSpaces()
        guard try isAtEnd() else { throw NotPlain() }
        nextLine()
        guard indent <= column else { throw NotPlain() }
    }

    /// Whether nothing but a comment follows on the line.
    private func isAtEnd() throws(NotPlain) -> Bool {
        guard at < lineEnd else { return true }
        guard bytes[at] == UInt8(ascii: "#") else { return false }
        guard bytes[at - 1] == 0x20 else { throw NotPlain() }
        return true
    }

    /// What stands in brackets, or a scalar among it.
    private mutating func flow(_ position: ConfigEntries.Position, depth: Int) throws(NotPlain) {
        guard depth < Self.deepest, at < lineEnd else { throw NotPlain() }
        switch bytes[at] {
        case UInt8(ascii: "["): try flowList(position, depth: depth)
        case UInt8(ascii: "{"): try flowMap(position, depth: depth)
        default:
            let (kind, text) = try scalar(inFlow: true)
            rows.add(kind, line: line, position, text: text)
        }
        skipSpaces()
    }

    private mutating func flowList(_ position: ConfigEntries.Position, depth: Int) throws(NotPlain) {
        let row = rows.add(.list, line: line, position)
        var index: Int32 = 0
        var isOpen = openFlow(closing: UInt8(ascii: "]"))
        while isOpen {
            try flow(.init(parent: row, index: index), depth: depth + 1)
            index += 1
            isOpen = try goesOn(closing: UInt8(ascii: "]"))
        }
        rows.close(row)
    }

    private mutating func flowMap(_ position: ConfigEntries.Position, depth: Int) throws(NotPlain) {
        let row = rows.add(.map, line: line, position)
        var keys: [String] = []
        var isOpen = openFlow(closing: UInt8(ascii: "}"))
        while isOpen {
            let key = try key()
            guard keys.count < Self.mostMembers, !keys.contains(key) else { throw NotPlain() }
            keys.append(key)
            skipSpaces()
            try flow(.init(parent: row, key: key, keyLine: line), depth: depth + 1)
            isOpen = try goesOn(closing: UInt8(ascii: "}"))
        }
        rows.close(row)
    }

    /// Passes an opening bracket; false if its closing one follows.
    private mutating func openFlow(closing: UInt8) -> Bool {
        at += 1
        skipSpaces()
        guard at < lineEnd, bytes[at] == closing else { return true }
        at += 1
        return false
    }

    /// Passes a comma, or the closing bracket.
    private mutating func goesOn(closing: UInt8) throws(NotPlain) -> Bool {
        guard at < lineEnd else { throw NotPlain() }
        let byte = bytes[at]
        at += 1
        if byte == closing { return false }
        guard byte == UInt8(ascii: ",") else { throw NotPlain() }
        skipSpaces()
        return true
    }
}

extension PlainYAML {
    private static let longestKey = 100

    /// Whether a plain key with its colon stands here.
    var startsWithKey: Bool { keyEnd != nil }

    /// Where the colon of a plain key stands.
    private var keyEnd: Int? {
        guard at < lineEnd, Self.isLetter(bytes[at]) || bytes[at] == UInt8(ascii: "_") else { return nil }
        var end = at + 1
        while end < lineEnd, Self.isOfKey(bytes[end]) { end += 1 }
        guard end < lineEnd, bytes[end] == UInt8(ascii: ":"), end - at <= Self.longestKey,
            end + 1 == lineEnd || bytes[end + 1] == 0x20
        else { return nil }
        return end
    }

    /// Passes a plain key and its colon.
    mutating func key() throws(NotPlain) -> String {
        guard let end = keyEnd else { throw NotPlain() }
        defer { at = end + 1 }
        return text(at..<end)
    }

    /// Passes a scalar that begins and ends on this line.
    mutating func scalar(inFlow: Bool) throws(NotPlain) -> (ConfigTree.Entry.Kind, String) {
        guard at < lineEnd else { throw NotPlain() }
        switch bytes[at] {
        case UInt8(ascii: "\""): return (.text, try quoted())
        case UInt8(ascii: "'"): return (.text, try quoted())
        default: return (.plain, inFlow ? try flowScalar() : try lineScalar())
        }
    }

    /// In quotes; of escapes those of quotes and of themselves are known.
    private mutating func quoted() throws(NotPlain) -> String {
        let quote = bytes[at]
        let hasEscapes = quote == UInt8(ascii: "\"")
        var start = at + 1
        var unescaped: [UInt8] = []
        at = start
        while at < lineEnd, bytes[at] != quote {
            if hasEscapes, bytes[at] == UInt8(ascii: "\\") {
                guard at + 1 < lineEnd, bytes[at + 1] == quote || bytes[at + 1] == bytes[at] else { throw NotPlain() }
                unescaped += bytes[start..<at]
                start = at + 1
                at += 1
            }
            at += 1
        }
        guard at < lineEnd else { throw NotPlain() }
        defer { at += 1 }
        // In single quotes a quote right behind is the escape of one.
        guard at + 1 == lineEnd || bytes[at + 1] != quote else { throw NotPlain() }
        if bytes[start - 1] == quote { return text(start..<at) }
        return String(decoding: unescaped + bytes[start..<at], as: UTF8.self)
    }

    /// To the end of the line or a comment.
    private mutating func lineScalar() throws(NotPlain) -> String {
        guard beginsScalar else { throw NotPlain() }
        let start = at
        while at < lineEnd {
            let byte = bytes[at]
            if byte == UInt8(ascii: ":"), at + 1 == lineEnd || bytes[at + 1] == 0x20 { throw NotPlain() }
            if byte == UInt8(ascii: "#"), bytes[at - 1] == 0x20 { break }
            at += 1
        }
        return trimmed(start)
    }

    /// To a comma or closing bracket.
    private mutating func flowScalar() throws(NotPlain) -> String {
        guard beginsScalar else { throw NotPlain() }
        let start = at
        while at < lineEnd {
            switch bytes[at] {
            case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): return trimmed(start)
            case UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"),
                UInt8(ascii: "\""), UInt8(ascii: "`"):
                throw NotPlain()
            default: at += 1
            }
        }
        throw NotPlain()
    }

    private func trimmed(_ start: Int) -> String {
        var end = at
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return text(start..<end)
    }

    /// Whether what stands here can only begin a plain scalar.
    private var beginsScalar: Bool {
        let byte = bytes[at]
        if byte == UInt8(ascii: "-") { return at + 1 < lineEnd && Self.isOfKey(bytes[at + 1]) }
        return byte >= 0x80 || Self.isOfKey(byte) || Self.openings.contains(byte)
    }

    /// `/ ~ + $ ( < = ^ ; \`
    private static let openings = Array("/~+$(<=^;\\".utf8)

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static func isOfKey(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte &- 0x30 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "-")
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
}

/// Reads JSON from bytes and knows where it stands.
///
/// Strict by default: RFC 8259 to the letter, UTF-8 only, no duplicate keys, a depth limit. `lenient` takes what
/// web pages do to JSON-LD: raw control characters in strings, trailing commas, a byte order mark, comments
/// around the text, invalid UTF-8 as U+FFFD, duplicate keys, all of which are kept. Neither guesses at values.
///
/// Source: RFC 8259, date read 2026-11-23.
public struct JSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private let lenient: Bool
    private let maximumDepth: Int

    /// Reads one value and nothing after it but white space.
    ///
    /// - Throws: ``JSONError`` with the byte offset of the fault.
    public static func read(_ bytes: [UInt8], lenient: Bool = false, depth: Int = 64) throws(JSONError) -> JSONValue {
        let result: Result<JSONValue, JSONError> = bytes.withUnsafeBufferPointer { buffer in
            var reader = JSONReader(bytes: buffer, lenient: lenient, maximumDepth: depth)
            do throws(JSONError) { return .success(try reader.document()) } catch { return .failure(error) }
        }
        return try result.get()
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, lenient: Bool, maximumDepth: Int) {
        self.bytes = bytes
        self.lenient = lenient
        self.maximumDepth = maximumDepth
    }

    private mutating func document() throws(JSONError) -> JSONValue {
        if lenient, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { at = 3 }
        let value = try value(depth: 0)
        skip()
        if lenient, peek == UInt8(ascii: ";") {
            at += 1
            skip()
        }
        guard at == bytes.count else { throw fault("something follows the value") }
        return value
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private func fault(_ reason: String) -> JSONError { JSONError(reason, offset: at) }

    private mutating func skip() {
        while let byte = peek {
            if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                at += 1
            } else if !lenient || !skipComment() {
                return
            }
        }
    }

    /// The wrappers web pages put round JSON-LD: `<!-- -->`, `/* */`, `// `, `<![CDATA[ ]]>`.
    private mutating func skipComment() -> Bool {
        // Asked before every token: nearly none begins like a wrapper.
        guard let byte = peek, byte == 0x3C || byte == 0x2D || byte == 0x5D || byte == 0x2F else { return false }
        for (open, close) in [("<!--", "\n"), ("-->", ""), ("<![CDATA[", ""), ("]]>", ""), ("/*", "*/"), ("//", "\n")] {
            guard starts(with: open) else { continue }
            at += open.utf8.count
            // A comment opener of HTML hides only itself when JSON follows on the same line.
            if open == "<!--" { return true }
            if close.isEmpty { return true }
            while at < bytes.count, !starts(with: close) { at += 1 }
            at = min(bytes.count, at + close.utf8.count)
            return true
        }
        return false
    }

    private func starts(with text: String) -> Bool {
        var index = at
        for byte in text.utf8 {
            guard index < bytes.count, bytes[index] == byte else { return false }
            index += 1
        }
        return true
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        skip()
        guard depth < maximumDepth else { throw fault("nested deeper than \(maximumDepth)") }
        switch peek {
        case 0x7B: return try object(depth: depth)
        case 0x5B: return try array(depth: depth)
        case 0x22: return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case .some(0x30...0x39), .some(0x2D): return try number()
        case nil: throw fault("it ends where a value is due")
        default: throw fault("no value begins like this")
        }
    }

    private mutating func literal(_ text: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
        guard starts(with: text) else { throw fault("no value begins like this") }
        at += text.utf8.count
        return value
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        at += 1
        var members: [JSONValue.Member] = []
        var keys = Keys()
        skip()
        while peek != 0x7D {
            guard peek == 0x22 else { throw fault("a key in quotes is due") }
            let keyAt = at
            let key = try string()
            skip()
            guard peek == 0x3A else { throw fault("a colon is due after the key \(key)") }
            at += 1
            let item = try value(depth: depth + 1)
            // By bytes: Swift calls a composed and a decomposed letter equal, JSON does not (RFC 8259, section 8.3).
            if !lenient, !keys.insert(key, beside: members) {
                throw JSONError("the key \(key) stands twice", offset: keyAt)
            }
            members.append(.init(key, item))
            try separator(before: 0x7D)
        }
        at += 1
        return .object(members)
    }

    /// The keys of an object: a few are compared one by one, many are looked up.
    private struct Keys {
        private static let few = 16
        private var seen: Set<[UInt8]> = []

        /// Whether a key is another than those of the members read before.
        mutating func insert(_ key: String, beside members: [JSONValue.Member]) -> Bool {
            guard members.count >= Self.few else {
                return !members.contains { JSONValue.isAlike($0.key, key) }
            }
            if members.count == Self.few { seen = Set(members.map { Array($0.key.utf8) }) }
            return seen.insert(Array(key.utf8)).inserted
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
        at += 1
        var items: [JSONValue] = []
        skip()
        while peek != 0x5D {
            items.append(try value(depth: depth + 1))
            try separator(before: 0x5D)
        }
        at += 1
        return .array(items)
    }

    private mutating func separator(before close: UInt8) throws(JSONError) {
        skip()
        if peek == close { return }
        guard peek == 0x2C else { throw fault("a comma or the closing bracket is due") }
        at += 1
        skip()
        if peek == close, !lenient { throw fault("a comma stands before the closing bracket") }
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = at
        if peek == UInt8(ascii: "-") { at += 1 }
        let first = peek
        let whole = digits()
        guard whole > 0, whole == 1 || first != 0x30 else { throw fault("a number may not be written like this") }
        var isInteger = true
        if peek == UInt8(ascii: ".") {
            at += 1
            isInteger = false
            guard digits() > 0 else { throw fault("digits are due after the point") }
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            at += 1
            isInteger = false
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { at += 1 }
            guard digits() > 0 else { throw fault("digits are due in the exponent") }
        }
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self)
        if isInteger, let value = Int64(text), value.magnitude <= 9_007_199_254_740_991 { return .integer(value) }
        return .number(text)
    }

    private mutating func digits() -> Int {
        let start = at
        while let byte = peek, (0x30...0x39).contains(byte) { at += 1 }
        return at - start
    }

    private mutating func string() throws(JSONError) -> String {
        at += 1
        let start = at
        var out: [UInt8]?
        while true {
            skipPlain(into: &out)
            guard let byte = peek else { break }
            switch byte {
            case 0x22:
                let text = try text(out, from: start)
                at += 1
                return text
            case 0x5C:
                if out == nil { out = Array(bytes[start..<at]) }
                at += 1
                try escape(into: &out)
            case 0..<0x20 where !lenient: throw fault("a control character must be escaped")
            default:
                out?.append(byte)
                at += 1
            }
        }
        throw fault("the string is not closed")
    }

    /// Passes over bytes of a string that stand for themselves, eight at a time; may stop early.
    private mutating func skipPlain(into out: inout [UInt8]?) {
        guard let base = bytes.baseAddress else { return }
        let start = at
        let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        while at + 8 <= bytes.count {
            let word = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
            let (quote, slash) = (word ^ (ones &* 0x22), word ^ (ones &* 0x5C))
            let control = (word &- (ones &* 0x20)) & ~word
            let special = ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash) | control
            guard special & tops == 0 else { break }
            at += 8
        }
        if out != nil, at > start { out?.append(contentsOf: bytes[start..<at]) }
    }

    private func text(_ unescaped: [UInt8]?, from start: Int) throws(JSONError) -> String {
        // Nearly all keys and values are ASCII, of which nothing need be checked.
        if unescaped == nil {
            let plain = UnsafeBufferPointer(rebasing: bytes[start..<at])
            if !plain.contains(where: { $0 >= 0x80 }) { return String(decoding: plain, as: UTF8.self) }
        }
        let checked: String? =
            if let unescaped {
                String(validating: unescaped, as: UTF8.self)
            } else {
                String(validating: UnsafeBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self)
            }
        if let checked { return checked }
        guard lenient else { throw JSONError("the string is not UTF-8", offset: start) }
        return String(decoding: unescaped ?? Array(bytes[start..<at]), as: UTF8.self)
    }

    private mutating func escape(into out: inout [UInt8]?) throws(JSONError) {
        guard let byte = peek else { throw fault("the string is not closed") }
        at += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: out?.append(byte)
        case UInt8(ascii: "b"): out?.append(0x08)
        case UInt8(ascii: "f"): out?.append(0x0C)
        case UInt8(ascii: "n"): out?.append(0x0A)
        case UInt8(ascii: "r"): out?.append(0x0D)
        case UInt8(ascii: "t"): out?.append(0x09)
        case UInt8(ascii: "u"): out?.append(contentsOf: String(try scalar()).utf8)
        default:
            guard lenient else { throw fault("there is no such escape") }
            out?.append(byte)
        }
    }

    private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
        let unit = try unit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        if unit < 0xDC00, starts(with: "\\u") {
            let mark = at
            at += 2
            let low = try self.unit()
            if (0xDC00..<0xE000).contains(low),
                let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
            {
                return scalar
            }
            at = mark
        }
        guard lenient else { throw fault("half a surrogate pair stands alone") }
        return "\u{FFFD}"
    }

    private mutating func unit() throws(JSONError) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek, let digit = Hex.value(byte) else { throw fault("four hex digits are due") }
            value = value << 4 | UInt16(digit)
            at += 1
        }
        return value
    }
}

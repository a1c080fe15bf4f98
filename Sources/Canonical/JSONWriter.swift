/// Writes canonical JSON: no white space, keys in UTF-16 order, the shortest escapes.
///
/// The caller of ``key(_:)`` gives keys in order already (rows have fixed keys, so their order is a fact of the
/// code, which the tests of each row hold); ``value(_:)`` sorts for itself.
/// Source: RFC 8785, section 3.2, date read 2026-11-23.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init(reserving capacity: Int = 2048) { bytes.reserveCapacity(capacity) }

    /// What was written, in memory of its own and of its size: so that what is written next goes where it was.
    public var copy: [UInt8] { bytes.withUnsafeBufferPointer { Array($0) } }

    /// Forgets what was written, keeps the memory.
    public mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    public mutating func object(_ body: (inout JSONWriter) -> Void) { nest(0x7B, 0x7D, body) }

    public mutating func array(_ body: (inout JSONWriter) -> Void) { nest(0x5B, 0x5D, body) }

    public mutating func key(_ key: StaticString) {
        separate()
        bytes.append(0x22)
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(0x22)
        bytes.append(0x3A)
        needsComma = false
    }

    public mutating func key(_ key: String) {
        string(key)
        bytes.append(0x3A)
        needsComma = false
    }

    public mutating func null() { literal("null") }

    public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

    /// Writes an integer; beyond 2^53-1 either way it becomes a string, so that every reader keeps it whole.
    public mutating func integer(_ value: Int64) {
        let exact = value.magnitude <= 9_007_199_254_740_991
        separate()
        if !exact { bytes.append(0x22) }
        bytes.append(contentsOf: String(value).utf8)
        if !exact { bytes.append(0x22) }
    }

    public mutating func integer(_ value: Int) { integer(Int64(value)) }

    public mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { utf8($0) }
    }

    /// Writes an array of strings.
    public mutating func strings(_ texts: [String]) {
        array { writer in for text in texts { writer.string(text) } }
    }

    /// Writes valid UTF-8 as a string. The caller answers for its being valid.
    public mutating func utf8(_ text: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(0x22)
        var plain = 0
        for index in text.indices where Self.isEscaped(text[index]) {
            if index > plain { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain..<index])) }
            escape(text[index])
            plain = index + 1
        }
        if plain < text.count { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain...])) }
        bytes.append(0x22)
    }

    public mutating func utf8(_ text: [UInt8]) { text.withUnsafeBufferPointer { utf8($0) } }

    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let flag): bool(flag)
        case .integer(let number): integer(number)
        case .number(let text): literal(text)
        case .string(let text): string(text)
        case .array(let items): array { writer in for item in items { writer.value(item) } }
        case .object(let members):
            object { writer in
                for member in members.sorted(by: { Self.precedes($0.key, $1.key) }) {
                    writer.key(member.key)
                    writer.value(member.value)
                }
            }
        }
    }

    /// Appends bytes that are JSON already.
    public mutating func raw(_ json: [UInt8]) {
        separate()
        bytes.append(contentsOf: json)
    }

    /// The order of keys: by UTF-16 code units (RFC 8785, 3.2.3).
    ///
    /// Told from the bytes of UTF-8, which have the same order but in one thing: what is outside of the basic plane stands
    /// before U+E000 to U+FFFF, since its surrogates do.
    public static func precedes(_ left: String, _ right: String) -> Bool {
        var (one, other) = (left.utf8.makeIterator(), right.utf8.makeIterator())
        while let byte = one.next() {
            guard let second = other.next() else { return false }
            if byte == second { continue }
            if byte >= 0xF0, 0xEE...0xEF ~= second { return true }
            if second >= 0xF0, 0xEE...0xEF ~= byte { return false }
            return byte < second
        }
        return other.next() != nil
    }

    @inline(__always)
    private static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        needsComma = true
    }

    private mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(open)
        needsComma = false
        body(&self)
        bytes.append(close)
        needsComma = true
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(0x5C)
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x22, 0x5C: bytes.append(byte)
        default: bytes.append(contentsOf: "u00\(Hex.encode([byte]))".utf8)
        }
    }
}

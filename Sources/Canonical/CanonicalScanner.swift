/// Walks a line of canonical JSON and makes no values of it: what is not asked for is only checked.
///
/// Refuses whatever ``JSONWriter`` would not have written: white space, keys out of order or twice, escapes that need not
/// be, bytes that are not UTF-8. So a line that is walked to its end has no other spelling. Format:
/// `docs/formats/canonical-json.md`.
///
/// The line must outlive the scanner and every slice it gives.
public struct CanonicalScanner {
    private static let maximumDepth = 64

    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var at = 0
    private var depth = 0

    public init(_ line: UnsafeRawBufferPointer) { bytes = line.bindMemory(to: UInt8.self) }

    private func fault(_ reason: String) -> JSONError { JSONError(reason, offset: at) }

    /// The byte that comes next.
    var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    /// Gives each member of an object; `body` takes its value.
    public mutating func object(
        _ body: (CanonicalSlice, inout CanonicalScanner) throws(JSONError) -> Void
    ) throws(JSONError) {
        try open(0x7B, "an object is due")
        defer { depth -= 1 }
        if peek == 0x7D {
            at += 1
            return
        }
        var previous: CanonicalSlice?
        while true {
            let key = try string()
            if let previous, !Self.isBefore(previous, key) { throw fault("a key stands out of order or twice") }
            previous = key
            guard peek == 0x3A else { throw fault("a colon is due") }
            at += 1
            try body(key, &self)
            if try isClosed(by: 0x7D) { return }
        }
    }

    /// Gives each item of a list; `body` takes it.
    public mutating func array(_ body: (inout CanonicalScanner) throws(JSONError) -> Void) throws(JSONError) {
        try open(0x5B, "a list is due")
        defer { depth -= 1 }
        if peek == 0x5D {
            at += 1
            return
        }
        while true {
            try body(&self)
            if try isClosed(by: 0x5D) { return }
        }
    }

    /// Checks one value of any kind.
    public mutating func skip() throws(JSONError) {
        switch peek {
        case 0x22: _ = try string()
        case 0x7B: try object { (_, scanner) throws(JSONError) in try scanner.skip() }
        case 0x5B: try array { (scanner) throws(JSONError) in try scanner.skip() }
        case UInt8(ascii: "t"): try literal("true")
        case UInt8(ascii: "f"): try literal("false")
        case UInt8(ascii: "n"): try literal("null")
        default: _ = try integer()
        }
    }

    /// Whether the next value is `null`; it is taken if so.
    public mutating func null() throws(JSONError) -> Bool {
        guard peek == UInt8(ascii: "n") else { return false }
        try literal("null")
        return true
    }

    public mutating func integer() throws(JSONError) -> Int {
        let isNegative = peek == 0x2D
        if isNegative { at += 1 }
        guard let first = peek, (0x30...0x39).contains(first) else { throw fault("a value is due") }
        var value = 0
        let start = at
        while let byte = peek, (0x30...0x39).contains(byte), at - start < 17 {
            value = value * 10 + Int(byte - 0x30)
            at += 1
        }
        let isCanonical = first != 0x30 || (at - start == 1 && !isNegative)
        guard isCanonical, value <= 9_007_199_254_740_991 else { throw fault("no integer is written like this") }
        return isNegative ? -value : value
    }

    /// The string that comes next.
    public mutating func string() throws(JSONError) -> CanonicalSlice {
        let start = at + 1
        let isEscaped = try passString()
        return CanonicalSlice(UnsafeBufferPointer(rebasing: bytes[start..<(at - 1)]), isEscaped: isEscaped)
    }

    /// Passes over the string that comes next.
    ///
    /// - Returns: Whether an escape stands in it.
    mutating func passString() throws(JSONError) -> Bool {
        guard peek == 0x22 else { throw fault("a string is due") }
        at += 1
        let start = at
        var (isASCII, isEscaped) = (true, false)
        while true {
            skipPlain()
            guard let byte = peek else { throw fault("the string is not closed") }
            switch byte {
            case 0x22:
                if !isASCII {
                    let slice = UnsafeBufferPointer(rebasing: bytes[start..<at])
                    guard String(validating: slice, as: UTF8.self) != nil else {
                        throw fault("the string is not UTF-8")
                    }
                }
                at += 1
                return isEscaped
            case 0x5C:
                isEscaped = true
                try escape()
            case 0..<0x20: throw fault("a control character must be escaped")
            default:
                isASCII = isASCII && byte < 0x80
                at += 1
            }
        }
    }

    /// Nothing may follow the value.
    public func end() throws(JSONError) {
        guard at == bytes.count else { throw fault("something follows the value") }
    }

    /// Passes over bytes that stand for themselves, eight at a time; may stop early.
    private mutating func skipPlain() {
        guard let base = bytes.baseAddress else { return }
        let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        while at + 8 <= bytes.count {
            let word = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
            let quote = word ^ (ones &* 0x22)
            let slash = word ^ (ones &* 0x5C)
            let special =
                word | ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash) | ((word &- (ones &* 0x20)) & ~word)
            guard special & tops == 0 else {
                at += (special & tops).trailingZeroBitCount / 8
                return
            }
            at += 8
        }
    }

    private mutating func escape() throws(JSONError) {
        guard at + 1 < bytes.count else { throw fault("the string is not closed") }
        switch bytes[at + 1] {
        case 0x22, 0x5C, UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"),
            UInt8(ascii: "t"):
            at += 2
        case UInt8(ascii: "u"):
            guard at + 6 <= bytes.count, bytes[at + 2] == 0x30, bytes[at + 3] == 0x30,
                bytes[at + 4] == 0x30 || bytes[at + 4] == 0x31, let low = Self.lowerHex(bytes[at + 5]),
                bytes[at + 4] == 0x31 || ![8, 9, 10, 12, 13].contains(low)
            else { throw fault("no character is escaped like this") }
            at += 6
        default: throw fault("no character is escaped like this")
        }
    }

    private static func lowerHex(_ byte: UInt8) -> UInt8? {
        (0x41...0x46).contains(byte) ? nil : Hex.value(byte)
    }

    private mutating func open(_ mark: UInt8, _ due: String) throws(JSONError) {
        guard peek == mark else { throw fault(due) }
        guard depth < Self.maximumDepth else { throw fault("nested deeper than \(Self.maximumDepth)") }
        at += 1
        depth += 1
    }

    private mutating func isClosed(by mark: UInt8) throws(JSONError) -> Bool {
        guard let byte = peek, byte == mark || byte == 0x2C else {
            throw fault("a comma or the closing bracket is due")
        }
        at += 1
        return byte == mark
    }

    private mutating func literal(_ text: StaticString) throws(JSONError) {
        let count = text.utf8CodeUnitCount
        guard at + count <= bytes.count, text.withUTF8Buffer({ $0.elementsEqual(bytes[at..<(at + count)]) }) else {
            throw fault("a value is due")
        }
        at += count
    }

    /// The order of keys: by UTF-16 code units. Of ASCII without escapes that is the order of bytes.
    private static func isBefore(_ left: CanonicalSlice, _ right: CanonicalSlice) -> Bool {
        for place in 0..<min(left.bytes.count, right.bytes.count) {
            let (one, other) = (left.bytes[place], right.bytes[place])
            guard one < 0x80, other < 0x80, one != 0x5C, other != 0x5C else {
                return JSONWriter.precedes(left.text, right.text)
            }
            if one != other { return one < other }
        }
        return left.bytes.count < right.bytes.count
    }
}

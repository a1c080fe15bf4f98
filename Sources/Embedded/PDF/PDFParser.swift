/// Reads PDF values from bytes.
///
/// Source: ISO 32000-2, section 7.2 and 7.3, read 2026-11-24. Reads no further than `end`; what is malformed is nil.
struct PDFParser {
    private let view: ByteView
    private let end: Int
    private(set) var at: Int

    /// - Parameter end: Clipped to the bytes there are.
    init(_ view: ByteView, at: Int, end: Int = .max) {
        self.view = view
        self.at = at
        self.end = min(end, view.count)
    }

    private var peek: UInt8? { at < end ? view.bytes[at] : nil }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
    }

    private static let delimiters = Set("()<>[]{}/%".utf8)

    private static func isRegular(_ byte: UInt8) -> Bool { !isSpace(byte) && !delimiters.contains(byte) }

    mutating func skip() {
        while let byte = peek {
            if Self.isSpace(byte) {
                at += 1
            } else if byte == UInt8(ascii: "%") {
                while let byte = peek, byte != 0x0A, byte != 0x0D { at += 1 }
            } else {
                return
            }
        }
    }

    /// Takes a word if it comes next.
    mutating func take(_ word: String) -> Bool {
        guard view.has(word, at: at), at + word.utf8.count <= end else { return false }
        at += word.utf8.count
        return true
    }

    mutating func value(depth: Int = 0) -> PDFValue? {
        skip()
        guard depth <= EmbeddedLimits.nesting, let byte = peek else { return nil }
        switch byte {
        case UInt8(ascii: "/"): return .name(name())
        case UInt8(ascii: "["): return list(depth)
        case UInt8(ascii: "("): return text()
        case UInt8(ascii: "<"): return view.has("<<", at: at) ? dictionary(depth) : digits()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
        default: return word()
        }
    }

    private mutating func name() -> String {
        at += 1
        var out: [UInt8] = []
        while let byte = peek, Self.isRegular(byte) {
            at += 1
            if byte == UInt8(ascii: "#"), let code = hex() { out.append(code) } else { out.append(byte) }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Two hexadecimal digits, if they come next.
    private mutating func hex() -> UInt8? {
        guard let pair = view.slice(at, length: 2), at + 2 <= end,
            let code = UInt8(String(decoding: pair, as: UTF8.self), radix: 16)
        else { return nil }
        at += 2
        return code
    }

    private mutating func list(_ depth: Int) -> PDFValue? {
        at += 1
        var items: [PDFValue] = []
        while true {
            skip()
            if take("]") { return .list(items) }
            guard let item = value(depth: depth + 1) else { return nil }
            items.append(item)
        }
    }

    private mutating func dictionary(_ depth: Int) -> PDFValue? {
        at += 2
        var entries: [String: PDFValue] = [:]
        while true {
            skip()
            if take(">>") { return .dictionary(entries) }
            guard peek == UInt8(ascii: "/") else { return nil }
            let key = name()
            guard let item = value(depth: depth + 1) else { return nil }
            entries[key] = item
        }
    }

    private mutating func text() -> PDFValue? {
        var open = 0
        while let byte = peek {
            at += 1
            switch byte {
            case UInt8(ascii: "\\"): at += 1
            case UInt8(ascii: "("): open += 1
            case UInt8(ascii: ")"):
                open -= 1
                if open == 0 { return .other }
            default: break
            }
        }
        return nil
    }

    private mutating func digits() -> PDFValue? {
        while let byte = peek {
            at += 1
            if byte == UInt8(ascii: ">") { return .other }
        }
        return nil
    }

    /// An integer, or the reference it begins.
    private mutating func number() -> PDFValue? {
        guard let number = natural() else { return word() }
        let after = at
        skip()
        if let byte = peek, byte &- 0x30 < 10, natural() != nil {
            skip()
            if peek == UInt8(ascii: "R"), at + 1 == end || !Self.isRegular(view.bytes[at + 1]) {
                at += 1
                return .reference(number)
            }
        }
        at = after
        return .integer(number)
    }

    /// Digits and nothing else up to the next space or delimiter; nil, with nothing taken, if it is another word.
    mutating func natural() -> Int? {
        let start = at
        var number = 0
        while let byte = peek, Self.isRegular(byte) {
            guard byte &- 0x30 < 10, number < 1 << 50 else {
                at = start
                return nil
            }
            number = number * 10 + Int(byte &- 0x30)
            at += 1
        }
        return at > start ? number : nil
    }

    private mutating func word() -> PDFValue? {
        let start = at
        while let byte = peek, Self.isRegular(byte) { at += 1 }
        return at > start ? .other : nil
    }
}

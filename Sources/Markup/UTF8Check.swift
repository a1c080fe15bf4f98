internal import Glibc

/// A fast scan of bytes for UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
enum UTF8Check: Sendable {
    /// ASCII without NUL.
    case ascii
    /// UTF-8 without NUL, with at least one character beyond ASCII.
    case valid
    /// UTF-8 but for NULs.
    case hasNUL
    case malformed

    static func check(_ bytes: [UInt8]) -> UTF8Check {
        bytes.withUnsafeBufferPointer { check($0) }
    }

    private static func check(_ bytes: UnsafeBufferPointer<UInt8>) -> UTF8Check {
        guard let base = bytes.baseAddress else { return .ascii }
        var (at, hasNUL, isASCII) = (0, false, true)
        while at < bytes.count {
            while at &+ 32 <= bytes.count, isPlain(base + at, words: 4) { at &+= 32 }
            while at &+ 8 <= bytes.count, isPlain(base + at, words: 1) { at &+= 8 }
            guard at < bytes.count else { break }
            let byte = base[at]
            if byte < 0x80 {
                if byte == 0 { hasNUL = true }
                at += 1
                continue
            }
            let length = sequence(base + at, remaining: bytes.count - at)
            if length == 0 { return .malformed }
            isASCII = false
            at += length
        }
        return hasNUL ? .hasNUL : isASCII ? .ascii : .valid
    }

    /// Whether neither a byte beyond ASCII nor a zero stands among eight bytes, or a few times eight.
    @inline(__always)
    private static func isPlain(_ bytes: UnsafePointer<UInt8>, words: Int) -> Bool {
        var marks: UInt64 = 0
        for place in 0..<words {
            let word = UnsafeRawPointer(bytes + place &* 8).loadUnaligned(as: UInt64.self)
            marks |= word | (word &- 0x0101_0101_0101_0101)
        }
        return marks & 0x8080_8080_8080_8080 == 0
    }

    /// Bytes of the well-formed sequence that starts here; 0 if it is malformed.
    @inline(__always)
    private static func sequence(_ bytes: UnsafePointer<UInt8>, remaining: Int) -> Int {
        let first = bytes[0]
        if first >= 0xC2, first < 0xE0 { return remaining >= 2 && isTail(bytes[1]) ? 2 : 0 }
        if first >= 0xE0, first < 0xF0 {
            guard remaining >= 3, isTail(bytes[1]), isTail(bytes[2]) else { return 0 }
            if first == 0xE0, bytes[1] < 0xA0 { return 0 }
            return first == 0xED && bytes[1] > 0x9F ? 0 : 3
        }
        guard first >= 0xF0, first < 0xF5, remaining >= 4, isTail(bytes[1]), isTail(bytes[2]), isTail(bytes[3]) else {
            return 0
        }
        if first == 0xF0, bytes[1] < 0x90 { return 0 }
        return first == 0xF4 && bytes[1] > 0x8F ? 0 : 4
    }

    @inline(__always)
    private static func isTail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

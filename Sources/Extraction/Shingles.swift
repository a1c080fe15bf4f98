/// Takes a text apart into runs of five tokens, each as a hash. Deterministic on every platform.
///
/// A token is a word, or one character of a script written without spaces. ASCII letters count in either case, and what stands
/// between words does not.
struct Shingles {
    /// Tokens in a run.
    static let width = 5

    private var window: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    private var tokens = 0

    /// Gives every run in order; of a text shorter than one run, all of it as one.
    ///
    /// - Parameter text: UTF-8.
    @inline(__always)
    static func each(in text: UnsafeBufferPointer<UInt8>, _ give: (UInt64) -> Void) {
        var shingles = Shingles()
        eachToken(in: text) { token in
            shingles.take(token, give)
            return true
        }
        if shingles.tokens > 0, shingles.tokens < width { give(shingles.hash) }
    }

    /// Gives the hash of every token in order, as long as the answer is to go on.
    @inline(__always)
    static func eachToken(in text: UnsafeBufferPointer<UInt8>, _ give: (UInt64) -> Bool) {
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte >= 0xE0 {
                let end = min(at + (byte >= 0xF0 ? 4 : 3), text.count)
                // U+2000–U+206F and U+3000–U+303F are punctuation, and so part no token.
                let isPunctuation =
                    end - at == 3 && (byte == 0xE2 && text[at + 1] <= 0x81 || byte == 0xE3 && text[at + 1] == 0x80)
                if !isPunctuation, !give(token(text, at, end)) { return }
                at = end
            } else if isWord(byte) {
                if !give(word(text, &at)) { return }
            } else {
                at += 1
            }
        }
    }

    @inline(__always)
    private mutating func take(_ token: UInt64, _ give: (UInt64) -> Void) {
        window = (window.1, window.2, window.3, window.4, token)
        tokens += 1
        if tokens >= Self.width { give(hash) }
    }

    private var hash: UInt64 {
        var hash = window.0
        hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ window.1
        hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ window.2
        hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ window.3
        hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ window.4
        hash = (hash ^ hash >> 31) &* 0xD6E8_FEB8_6659_FD93
        return (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    }

    /// ASCII letters and digits, and the two-byte scripts (Latin with accents, Greek, Cyrillic, Hebrew, Arabic).
    @inline(__always)
    private static func isWord(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 && byte < 0xE0
    }

    /// The word that begins at a place, which is moved behind it.
    @inline(__always)
    private static func word(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt64 {
        var hash = basis
        repeat {
            hash = (hash ^ UInt64(lowered(text[at]))) &* prime
            at += 1
        } while at < text.count && isWord(text[at])
        return hash
    }

    private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3

    @inline(__always)
    private static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// FNV-1a with ASCII letters lowered.
    @inline(__always)
    private static func token(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        var hash = basis
        for index in start..<end { hash = (hash ^ UInt64(lowered(text[index]))) &* prime }
        return hash
    }
}

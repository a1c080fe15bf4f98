/// A near-duplicate sketch of a text: texts that share most of their five-word runs have sketches that agree in most places.
///
/// One-permutation MinHash (Li, Owen, Zhang 2012) over shingles of five tokens, 64 places of eight bits, empty places filled
/// from the next full one (Shrivastava, Li 2014). A token is a word, or one character of a script written without spaces.
/// ASCII letters count in either case. Deterministic on every platform.
public struct TextFingerprint: Sendable, Hashable, CustomStringConvertible {
    /// Names the algorithm and its version; sketches of different names must not be compared.
    public static let algorithm = "minhash64x8-w5-1"
    /// Tokens in a shingle.
    static let width = 5

    /// 64 bytes; all zero for a text without a token.
    public let places: [UInt8]

    /// - Parameter text: UTF-8.
    public init(of text: [UInt8]) {
        var sketch = Sketch()
        text.withUnsafeBufferPointer { Self.feed($0, to: &sketch) }
        places = sketch.finish()
    }

    /// 128 hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: places.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// An estimate of the share of shingles two texts have in common (Jaccard), from 0 to 1, in 1/64 steps.
    ///
    /// Chance agreement (one place in 256) is taken off.
    public func similarity(to other: TextFingerprint) -> Double {
        let equal = zip(places, other.places).count { $0 == $1 }
        return max(0, (Double(equal) / 64 - 1 / 256) / (1 - 1 / 256))
    }

    private static func feed(_ text: UnsafeBufferPointer<UInt8>, to sketch: inout Sketch) {
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte >= 0xE0 {
                let end = min(at + (byte >= 0xF0 ? 4 : 3), text.count)
                // U+2000–U+206F and U+3000–U+303F are punctuation, and so part no token.
                let isPunctuation =
                    end - at == 3 && (byte == 0xE2 && text[at + 1] <= 0x81 || byte == 0xE3 && text[at + 1] == 0x80)
                if !isPunctuation { sketch.add(hash(text, at, end)) }
                at = end
            } else if isWord(byte) {
                let start = at
                while at < text.count, isWord(text[at]) { at += 1 }
                sketch.add(hash(text, start, at))
            } else {
                at += 1
            }
        }
    }

    /// ASCII letters and digits, and the two-byte scripts (Latin with accents, Greek, Cyrillic, Hebrew, Arabic).
    @inline(__always)
    private static func isWord(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 && byte < 0xE0
    }

    /// FNV-1a with ASCII letters lowered.
    @inline(__always)
    private static func hash(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in start..<end {
            let byte = text[index]
            hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01B3
        }
        return hash
    }
}

extension TextFingerprint {
    /// The least shingle hash per place, while tokens come in.
    private struct Sketch {
        private var least = [UInt64](repeating: .max, count: 64)
        private var window: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
        private var count = 0

        mutating func add(_ token: UInt64) {
            window = (window.1, window.2, window.3, window.4, token)
            count += 1
            if count >= TextFingerprint.width { place() }
        }

        private mutating func place() {
            var hash = window.0
            hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ window.1
            hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ window.2
            hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ window.3
            hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ window.4
            hash = (hash ^ hash >> 31) &* 0xD6E8_FEB8_6659_FD93
            hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
            let index = Int(hash >> 58)
            least[index] = min(least[index], hash << 6)
        }

        /// A text shorter than one shingle is its own only shingle.
        mutating func finish() -> [UInt8] {
            if count == 0 { return [UInt8](repeating: 0, count: 64) }
            if count < TextFingerprint.width { place() }
            return (0..<64).map { index in
                var distance = 0
                while least[(index + distance) & 63] == .max { distance += 1 }
                let value = least[(index + distance) & 63] &+ UInt64(distance) &* 0x9E37_79B9_7F4A_7C15
                return UInt8(truncatingIfNeeded: (value ^ value >> 29) &* 0xBF58_476D_1CE4_E5B9 >> 56)
            }
        }
    }
}

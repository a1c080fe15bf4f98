/// The three bytes with which some words begin, a bit each: a search that stands at no word passes over the rest of a text
/// by them, without a step that waits for the one before.
///
/// Of each byte five bits count, which tell letters apart and not their case, and of the first whether it is ASCII: a place
/// where a word begins is never passed over, and some others are not either.
struct Beginnings: Sendable {
    /// Bytes that are looked at.
    static let length = 3

    private var bits = [UInt64](repeating: 0, count: 1024)

    /// - Parameter words: A word shorter than three bytes begins whatever follows it.
    init(_ words: [[UInt8]]) {
        for word in words where !word.isEmpty {
            for second in Self.fives(word, 1) {
                for third in Self.fives(word, 2) {
                    let place = Self.mark(word[0]) | (Int(word[0] & 31) << 10 | second << 5 | third)
                    bits[place >> 6] |= 1 << UInt64(place & 63)
                }
            }
        }
    }

    /// The five bits of a byte of a word; all there are behind its end.
    private static func fives(_ word: [UInt8], _ index: Int) -> [Int] {
        index < word.count ? [Int(word[index] & 31)] : Array(0..<32)
    }

    @inline(__always)
    private static func mark(_ first: UInt8) -> Int { Int(first & 0x80) << 8 }

    /// The first place from `start` where a word may begin; nil if there is none before the last two bytes.
    @inline(__always)
    func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
        guard start + 2 < end else { return nil }
        return bits.withUnsafeBufferPointer { bits in
            var run = Int(bytes[start] & 31) << 5 | Int(bytes[start + 1] & 31)
            for at in start..<end - 2 {
                run = (run << 5 | Int(bytes[at + 2] & 31)) & 0x7FFF
                let place = run | Self.mark(bytes[at])
                if bits[place >> 6] >> UInt64(place & 63) & 1 != 0 { return at }
            }
            return nil
        }
    }

    /// The same, and the last two bytes, of which what follows is not known.
    @inline(__always)
    func nextOrEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        next(in: bytes, from: start, to: end) ?? max(start, end - 2)
    }
}

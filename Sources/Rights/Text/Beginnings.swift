/// The four bytes with which some words begin: a search that stands at no word passes over the rest of a text by them,
/// without a step that waits for the one before.
///
/// Of each byte five bits count, which tell letters apart and not their case, and of the first whether it is ASCII: a place
/// where a word begins is never passed over, and some others are not either. Three bytes are looked up first, a bit for
/// each; where they fit, the fourth is, among bits that several fours share.
struct Beginnings: Sendable {
    /// Bytes of the shortest word that ``next(in:from:to:)`` finds at the end of a text.
    static let length = 3

    private var threes = [UInt64](repeating: 0, count: 1024)
    /// Of these, those that a shorter word begins with: whatever stands behind them.
    private var open = [UInt64](repeating: 0, count: 1024)
    private var fours = [UInt64](repeating: 0, count: 512)

    /// - Parameter words: One shorter than four bytes begins whatever follows it.
    init(_ words: [[UInt8]]) {
        for word in words where !word.isEmpty {
            for second in Self.fives(word, 1) {
                for third in Self.fives(word, 2) {
                    let three = Self.mark(word[0]) | UInt(word[0] & 31) << 10 | second << 5 | third
                    Self.set(&threes, three)
                    if word.count < 4 {
                        Self.set(&open, three)
                    } else {
                        Self.set(&fours, Self.four(three, UInt(word[3] & 31)))
                    }
                }
            }
        }
    }

    /// The five bits of a byte of a word; all there are behind its end.
    private static func fives(_ word: [UInt8], _ index: Int) -> ClosedRange<UInt> {
        guard index < word.count else { return 0...31 }
        return UInt(word[index] & 31)...UInt(word[index] & 31)
    }

    @inline(__always)
    private static func mark(_ first: UInt8) -> UInt { UInt(first & 0x80) << 8 }

    /// The bit of four bytes: 15 bits of a product, so that fours that are alike lie apart.
    @inline(__always)
    private static func four(_ three: UInt, _ fourth: UInt) -> UInt {
        ((three &<< 5 | fourth) &* 0x9E37_79B1) &>> 15 & 0x7FFF
    }

    private static func set(_ bits: inout [UInt64], _ place: UInt) { bits[Int(place >> 6)] |= 1 << UInt64(place & 63) }

    @inline(__always)
    private static func isSet(_ bits: UnsafeBufferPointer<UInt64>, _ place: UInt) -> Bool {
        bits[Int(place &>> 6)] &>> UInt64(place & 63) & 1 != 0
    }

    @inline(__always)
    private func isOpen(_ three: UInt) -> Bool { open.withUnsafeBufferPointer { Self.isSet($0, three) } }

    /// The first place from `start` where a word may begin; nil if there is none before the last two bytes.
    @inline(__always)
    func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
        guard start + 2 < end else { return nil }
        return threes.withUnsafeBufferPointer { threes in
            fours.withUnsafeBufferPointer { fours in
                var run = UInt(bytes[start] & 31) &<< 5 | UInt(bytes[start + 1] & 31)
                for at in start..<end - 2 {
                    run = run &<< 5 | UInt(bytes[at + 2] & 31)
                    let three = run & 0x7FFF | Self.mark(bytes[at])
                    guard Self.isSet(threes, three) else { continue }
                    // What follows the last byte may be anything.
                    if at + 3 == end || isOpen(three) || Self.isSet(fours, Self.four(three, UInt(bytes[at + 3] & 31))) {
                        return at
                    }
                }
                return nil
            }
        }
    }

    /// The same, and the last two bytes, of which what follows is not known.
    @inline(__always)
    func nextOrEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        next(in: bytes, from: start, to: end) ?? max(start, end - 2)
    }
}

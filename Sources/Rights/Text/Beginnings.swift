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
            let first = Self.mark(word[0]) | UInt(word[0] & 31) << 10
            switch word.count {
            case 1: setOpen(first, 1024)
            case 2: setOpen(first | UInt(word[1] & 31) << 5, 32)
            case 3: setOpen(first | UInt(word[1] & 31) << 5 | UInt(word[2] & 31), 1)
            default:
                let three = first | UInt(word[1] & 31) << 5 | UInt(word[2] & 31)
                Self.set(&threes, three)
                Self.set(&fours, Self.four(three, UInt(word[3] & 31)))
            }
        }
    }

    /// Sets the bits of all threes from one on, whatever follows them being open too. These are one, half a word of bits, or
    /// whole words.
    private mutating func setOpen(_ first: UInt, _ count: UInt) {
        let bits = count >= 64 ? UInt64.max : (1 << UInt64(count) - 1) << UInt64(first & 63)
        for word in Int(first >> 6)...Int((first + count - 1) >> 6) {
            threes[word] |= bits
            open[word] |= bits
        }
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

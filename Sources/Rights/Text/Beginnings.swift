/// The pairs of bytes with which some words begin, a bit each: a search that stands at no word passes over the rest of a
/// text by them, without a step that waits for the one before.
struct Beginnings: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1024)

    /// - Parameters:
    ///   - words: In lower case if case is ignored. One of a single byte begins whatever follows it.
    ///   - ignoringCase: Whether ASCII letters of the text count in either case.
    init(_ words: [[UInt8]], ignoringCase: Bool) {
        func spellings(_ byte: UInt8) -> [Int] {
            ignoringCase && byte &- 0x61 < 26 ? [Int(byte), Int(byte ^ 0x20)] : [Int(byte)]
        }
        for word in words {
            guard let first = word.first else { continue }
            let seconds = word.count > 1 ? spellings(word[1]) : Array(0..<256)
            for first in spellings(first) {
                for second in seconds { bits[(first << 8 | second) >> 6] |= 1 << UInt64(second & 63) }
            }
        }
    }

    /// The first place from `start` where a word may begin; nil if there is none before the last byte.
    @inline(__always)
    func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
        guard start + 1 < end else { return nil }
        return bits.withUnsafeBufferPointer { bits in
            var first = Int(bytes[start])
            for at in start + 1..<end {
                let second = Int(bytes[at])
                if bits[(first << 8 | second) >> 6] >> UInt64(second & 63) & 1 != 0 { return at - 1 }
                first = second
            }
            return nil
        }
    }
}

/// Tells of most keys that stand nowhere that they do, from one word of memory, so that the table need not be asked.
///
/// A Bloom filter whose bits of one key all stand in one word of 64: about 1.3 octets a key, and one key in seventy that
/// stands nowhere is not told. A key that stands somewhere always passes.
/// Source: Putze, Sanders and Singler, "Cache-, Hash- and Space-Efficient Bloom Filters", WEA 2007, read 2026-11-30.
///
/// Sendable because the words are never written and stay while the file is held.
struct KeyFilter: @unchecked Sendable {
    static let wordSize = 8
    static let keysAWord = 6
    private static let bitsAKey = 5

    private let file: MappedFile
    private let words: UnsafeBufferPointer<UInt8>
    private let count: Int

    /// - Returns: Nil if the file is not a whole number of words.
    init?(_ file: MappedFile) {
        guard file.bytes.count.isMultiple(of: Self.wordSize), file.bytes.count > 0 else { return nil }
        (self.file, words, count) = (file, file.bytes, file.bytes.count / Self.wordSize)
    }

    /// False only for the hash of a key that stands nowhere.
    @inline(__always)
    func mayHold(_ hash: UInt64) -> Bool {
        guard let word = words.long(at: KeyTable.home(hash, of: count) * Self.wordSize) else { return true }
        let mask = Self.mask(hash)
        return word & mask == mask
    }

    /// The bits of a key in its word: six bits of the hash name each, of the half that does not name the word.
    @inline(__always)
    static func mask(_ hash: UInt64) -> UInt64 {
        var (mask, rest): (UInt64, UInt64) = (0, hash)
        for _ in 0..<bitsAKey {
            mask |= 1 &<< (rest & 63)
            rest &>>= 6
        }
        return mask
    }
}

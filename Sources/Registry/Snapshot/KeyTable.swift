/// Where keys stand among the entries: an open table of buckets of one cache line each.
///
/// A bucket of 64 octets holds twelve marks (one octet of the hash each, 0 for a free place), how far keys that belong
/// here may have had to go for a place (one octet, 255 for any distance), three octets of nothing, and twelve
/// little-endian places among the entries.
struct KeyTable: Sendable {
    static let bucketSize = 64
    static let places = 12

    private let file: MappedFile
    let hash: KeyHash
    private let buckets: Int

    /// - Returns: Nil if the file is not a whole number of buckets.
    init?(_ file: MappedFile, seed: UInt64) {
        guard file.bytes.count.isMultiple(of: Self.bucketSize), file.bytes.count > 0 else { return nil }
        self.file = file
        hash = KeyHash(seed: seed)
        buckets = file.bytes.count / Self.bucketSize
    }

    static func home(_ hash: UInt64, of buckets: Int) -> Int {
        Int(truncatingIfNeeded: ((hash >> 32) &* UInt64(truncatingIfNeeded: buckets)) >> 32)
    }

    static func mark(_ hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash) | 1 }

    /// What the bucket a key belongs in says of it.
    struct Look {
        fileprivate let bucket: Int
        fileprivate let mark: UInt64
        /// A set high bit tells a mark that is, or stands just above, the one sought: of the first eight, and of the other four.
        fileprivate let low: UInt64
        fileprivate let high: UInt64
        /// Buckets behind it in which the key may stand.
        fileprivate let left: UInt8
    }

    /// Looks at the marks of the bucket that a key of this hash belongs in.
    func look(_ hash: UInt64) -> Look {
        look(Self.home(hash, of: buckets), UInt64(Self.mark(hash)) &* 0x0101_0101_0101_0101)
    }

    private func look(_ bucket: Int, _ mark: UInt64) -> Look {
        let start = bucket * Self.bucketSize
        guard let low = file.bytes.long(at: start), let high = file.bytes.word(at: start + 8) else {
            return Look(bucket: bucket, mark: mark, low: 0, high: 0, left: 0)
        }
        return Look(
            bucket: bucket, mark: mark, low: Self.zeroes(in: low ^ mark),
            high: Self.zeroes(in: UInt64(high) ^ mark) & 0xFFFF_FFFF, left: file.bytes[start + Self.places])
    }

    /// Gives every place at which the key of a look may stand; the caller compares.
    func candidates(_ first: Look, _ body: (UInt32) -> Void) {
        var look = first
        var left = Int(first.left)
        if left == 255 { left = buckets - 1 }
        while true {
            give(look, body)
            guard left > 0 else { return }
            left -= 1
            look = self.look(look.bucket + 1 == buckets ? 0 : look.bucket + 1, look.mark)
        }
    }

    private func give(_ look: Look, _ body: (UInt32) -> Void) {
        let start = look.bucket * Self.bucketSize
        var hits = look.low
        while hits != 0 {
            give(start, hits.trailingZeroBitCount / 8, body)
            hits &= hits - 1
        }
        hits = look.high
        while hits != 0 {
            give(start, 8 + hits.trailingZeroBitCount / 8, body)
            hits &= hits - 1
        }
    }

    private static func zeroes(in word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    private func give(_ start: Int, _ place: Int, _ body: (UInt32) -> Void) {
        if let entry = file.bytes.word(at: start + 16 + place * 4) { body(entry) }
    }
}

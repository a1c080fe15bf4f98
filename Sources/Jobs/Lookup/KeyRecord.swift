internal import Canonical
internal import Shards

/// One entry of a key index: 48 bytes, a key and where its rows are in one part.
///
/// The key's 32 bytes, then part, roll, first row (from 1) and number of rows, four bytes each, the highest first: so the
/// order of bytes is the order of keys, parts and rows.
struct KeyRecord: Hashable, Sendable {
    static let bytes = 48

    let key: Digest
    let part: PartName
    let row: Int
    let rows: Int

    init(key: Digest, part: PartName, row: Int, rows: Int) {
        self.key = key
        self.part = part
        self.row = row
        self.rows = rows
    }

    /// Nil unless there are 48 bytes.
    init?(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == Self.bytes, let key = Digest(bytes: bytes[..<32]) else { return nil }
        func word(_ place: Int) -> Int { bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
        self.init(key: key, part: PartName(number: word(32), roll: word(36)), row: word(40), rows: word(44))
    }

    var encoded: [UInt8] {
        let words = [part.number, part.roll, row, rows].flatMap { word in
            (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
        }
        return key.bytes + words
    }
}

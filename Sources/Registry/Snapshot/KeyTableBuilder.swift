/// Makes the bytes of a ``KeyTable``.
struct KeyTableBuilder {
    private static let load = 10

    private let buckets: Int
    private(set) var bytes: [UInt8]

    /// - Parameter keys: How many keys will be put, at most.
    init(keys: Int) {
        buckets = max(1, (keys + Self.load - 1) / Self.load)
        bytes = Array(repeating: 0, count: buckets * KeyTable.bucketSize)
    }

    /// - Parameter hash: Of the key.
    mutating func put(_ hash: UInt64, at entry: UInt32) {
        let home = KeyTable.home(hash, of: buckets)
        var (bucket, distance) = (home, 0)
        while true {
            let start = bucket * KeyTable.bucketSize
            if let place = (0..<KeyTable.places).first(where: { bytes[start + $0] == 0 }) {
                bytes[start + place] = KeyTable.mark(hash)
                for shift in 0..<4 {
                    bytes[start + 16 + place * 4 + shift] = UInt8(truncatingIfNeeded: entry >> (UInt32(shift) * 8))
                }
                let reach = home * KeyTable.bucketSize + KeyTable.places
                bytes[reach] = max(bytes[reach], UInt8(min(distance, 255)))
                return
            }
            distance += 1
            bucket = bucket + 1 == buckets ? 0 : bucket + 1
        }
    }
}

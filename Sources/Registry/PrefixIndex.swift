/// Finds the entries whose key begins a given text.
///
/// The prefixes stand sorted. All that begin a text sort at or before it, and each of them begins the last one that
/// does: so one binary search and a walk up the chain of prefixes of prefixes finds them all.
struct PrefixIndex: Sendable {
    private static let none = -1

    /// One key, which several entries may share.
    private struct Run {
        var records: Range<Int>
        /// The longest other key that begins this one, as a place among the runs.
        var parent: Int
    }

    private var runs: [Run] = []

    init(_ records: [SnapshotRecord], in bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            for number in records.indices where records[number].kind == .prefix {
                let key = records[number].key(in: buffer)
                var parent = runs.count - 1
                while parent != Self.none {
                    let other = records[runs[parent].records.lowerBound].key(in: buffer)
                    if ByteOrder.begins(key, with: other) { break }
                    parent = runs[parent].parent
                }
                let isSame = parent != Self.none && records[runs[parent].records.lowerBound].keyLength == key.count
                if isSame {
                    runs[parent].records = runs[parent].records.lowerBound..<(number + 1)
                } else {
                    runs.append(Run(records: number..<(number + 1), parent: parent))
                }
            }
        }
    }

    /// The numbers of every entry whose key begins `text`, the longest keys first.
    func find(
        _ text: UnsafeBufferPointer<UInt8>, _ records: [SnapshotRecord], _ bytes: UnsafeBufferPointer<UInt8>
    ) -> [Int] {
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if ByteOrder.compare(records[runs[middle].records.lowerBound].key(in: bytes), text) <= 0 {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var found: [Int] = []
        var run = low - 1
        while run != Self.none {
            let numbers = runs[run].records
            if ByteOrder.begins(text, with: records[numbers.lowerBound].key(in: bytes)) { found += numbers }
            run = runs[run].parent
        }
        return found
    }
}

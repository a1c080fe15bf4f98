/// Finds the entries whose key is exactly a given one, for every kind of scope but the prefix.
///
/// An open table of record numbers. The hash is the standard library's, seeded per process, so that nobody who
/// files objections can make look-ups slow; no answer depends on the seed.
struct ExactIndex: Sendable {
    private static let free = UInt32.max

    /// Powers of two, at most half full; the number of the first record of each run of equal keys.
    private var slots: [UInt32]
    /// Kinds that have an entry at all.
    private var kinds: Set<ScopeKind> = []

    init(_ records: [SnapshotRecord], in bytes: [UInt8]) {
        var size = 16
        while size < records.count * 2 { size *= 2 }
        slots = Array(repeating: Self.free, count: size)
        bytes.withUnsafeBufferPointer { buffer in
            var previous: SnapshotRecord?
            for (number, record) in records.enumerated() where record.kind != .prefix {
                defer { previous = record }
                kinds.insert(record.kind)
                if let previous, previous.kind == record.kind,
                    ByteOrder.equal(previous.key(in: buffer), record.key(in: buffer))
                {
                    continue
                }
                var slot = Self.hash(record.kind, record.key(in: buffer)) & (size - 1)
                while slots[slot] != Self.free { slot = (slot + 1) & (size - 1) }
                slots[slot] = UInt32(number)
            }
        }
    }

    func has(_ kind: ScopeKind) -> Bool { kinds.contains(kind) }

    /// The numbers of the entries of one kind with this key.
    func find(
        _ kind: ScopeKind, _ key: UnsafeBufferPointer<UInt8>, _ records: [SnapshotRecord],
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Range<Int> {
        var slot = Self.hash(kind, key) & (slots.count - 1)
        while slots[slot] != Self.free {
            let first = Int(slots[slot])
            if records[first].kind == kind, ByteOrder.equal(records[first].key(in: bytes), key) {
                return first..<end(of: first, records, bytes)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return 0..<0
    }

    private func end(of first: Int, _ records: [SnapshotRecord], _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let key = records[first].key(in: bytes)
        var end = first + 1
        while end < records.count, records[end].kind == records[first].kind,
            ByteOrder.equal(records[end].key(in: bytes), key)
        {
            end += 1
        }
        return end
    }

    private static func hash(_ kind: ScopeKind, _ key: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        hasher.combine(kind)
        hasher.combine(bytes: UnsafeRawBufferPointer(key))
        return hasher.finalize()
    }
}

/// Writes an ``IDList`` from ids in their order.
struct IDListWriter: ~Copyable {
    private var ids: FileSink
    private var starts: FileSink
    private var block: [[UInt8]] = []
    private(set) var count = 0

    init(ids: String, starts: String) throws(RegistryError) {
        let first = try FileSink(ids)
        let second = try FileSink(starts)
        self.ids = first
        self.starts = second
    }

    mutating func append(_ id: [UInt8]) throws(RegistryError) {
        block.append(id)
        count += 1
        if block.count == IDList.block { try flush() }
    }

    mutating func finish() throws(RegistryError) -> (ids: FileFacts, starts: FileFacts) {
        if !block.isEmpty { try flush() }
        return (try ids.finish(), try starts.finish())
    }

    private mutating func flush() throws(RegistryError) {
        guard ids.count <= Int(UInt32.max) else { throw SnapshotWriter.tooLarge }
        try starts.write(word: UInt32(ids.count))
        let first = block[0]
        let isRow = block.indices.allSatisfy { IDList.successor(of: first, by: $0) == block[$0] }
        var out: [UInt8] = [isRow ? 1 : 0]
        out.append(varint: first.count)
        out += first
        if !isRow {
            for (before, id) in zip(block, block.dropFirst()) {
                let shared = zip(before, id).prefix { $0 == $1 }.count
                out.append(varint: shared)
                out.append(varint: id.count - shared)
                out += id[shared...]
            }
        }
        try ids.write(out)
        block.removeAll(keepingCapacity: true)
    }
}

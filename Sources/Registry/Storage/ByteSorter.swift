internal import Glibc

/// Sorts any number of byte strings in bounded memory: sorted runs on disk, merged at the end.
///
/// Order is that of the octets, shorter before longer where one begins the other.
package struct ByteSorter: ~Copyable {
    /// Where one string stands in the arena, with its first eight octets as a number that sorts as they do.
    private struct Item {
        let prefix: UInt64
        let start: UInt32
        let length: UInt32
    }

    private let folder: String
    private let name: String
    private let limit: Int
    private var arena: [UInt8] = []
    private var items: [Item] = []
    private var runs: [String] = []
    /// Strings given so far.
    private(set) var count = 0

    /// - Parameters:
    ///   - folder: Where runs are kept until the end.
    ///   - limit: Octets held in memory before a run is written; below 4 GiB.
    package init(in folder: String, named name: String, limit: Int = 48 << 20) {
        self.folder = folder
        self.name = name
        self.limit = limit
    }

    package mutating func add(_ bytes: [UInt8]) throws(RegistryError) {
        if arena.count + bytes.count > limit, !items.isEmpty { try spill() }
        let start = arena.count
        arena.append(contentsOf: bytes)
        items.append(
            Item(prefix: Self.prefix(bytes[...]), start: UInt32(start), length: UInt32(bytes.count)))
        count += 1
    }

    /// Gives every string in order, and removes the runs.
    package mutating func drain(
        _ body: (UnsafeBufferPointer<UInt8>) throws(RegistryError) -> Void
    ) throws(RegistryError) {
        if runs.isEmpty {
            sort()
            try inOrder(body)
            (arena, items) = ([], [])
            return
        }
        if !items.isEmpty { try spill() }
        (arena, items) = ([], [])
        try merge(body)
    }

    private static func prefix(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var word: UInt64 = 0
        var shift: UInt64 = 56
        for byte in bytes.prefix(8) {
            word |= UInt64(byte) << shift
            shift &-= 8
        }
        return word
    }

    private mutating func sort() {
        arena.withUnsafeBufferPointer { arena in
            items.sort { one, other in
                if one.prefix != other.prefix { return one.prefix < other.prefix }
                return ByteOrder.compare(Self.text(one, arena), Self.text(other, arena)) < 0
            }
        }
    }

    private static func text(_ item: Item, _ arena: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: arena[Int(item.start)..<(Int(item.start) + Int(item.length))])
    }

    private func inOrder(
        _ body: (UnsafeBufferPointer<UInt8>) throws(RegistryError) -> Void
    ) throws(RegistryError) {
        try arena.withUnsafeBufferPointer { arena throws(RegistryError) in
            for item in items { try body(Self.text(item, arena)) }
        }
    }

    private mutating func spill() throws(RegistryError) {
        sort()
        let path = "\(folder)/\(name)-\(runs.count).run"
        var sink = try FileSink(path)
        try arena.withUnsafeBufferPointer { arena throws(RegistryError) in
            for item in items {
                try sink.write(word: item.length)
                try sink.write(Self.text(item, arena))
            }
        }
        _ = try sink.finish()
        runs.append(path)
        arena.removeAll(keepingCapacity: true)
        items.removeAll(keepingCapacity: true)
    }

    private mutating func merge(
        _ body: (UnsafeBufferPointer<UInt8>) throws(RegistryError) -> Void
    ) throws(RegistryError) {
        var heads: [SortedRun] = []
        for run in runs { heads.append(try SortedRun(run)) }
        heads.removeAll { $0.head == nil }
        while var best = heads.indices.first {
            for index in heads.indices.dropFirst() where heads[index].precedes(heads[best]) { best = index }
            if let head = heads[best].head { try body(head) }
            heads[best].advance()
            if heads[best].head == nil { heads.remove(at: best) }
        }
        for run in runs { unlink(run) }
        runs = []
    }
}

/// One run of a ``ByteSorter``, read from its front.
private struct SortedRun {
    private let file: MappedFile
    private var at = 0
    private(set) var head: UnsafeBufferPointer<UInt8>?

    init(_ path: String) throws(RegistryError) {
        file = try MappedFile(path)
        advance()
    }

    mutating func advance() {
        guard let word = file.bytes.word(at: at) else {
            head = nil
            return
        }
        let start = at + 4
        head = UnsafeBufferPointer(rebasing: file.bytes[start..<(start + Int(word))])
        at = start + Int(word)
    }

    func precedes(_ other: SortedRun) -> Bool {
        guard let mine = head, let theirs = other.head else { return head != nil }
        return ByteOrder.compare(mine, theirs) < 0
    }
}

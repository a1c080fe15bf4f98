/// Writes `entries.bin` and `prefixes.bin` from records sorted by kind, key and arrival.
struct KeyWriter: ~Copyable {
    private var entries: FileSink
    private var prefixes: FileSink
    private let ids: [UInt32]
    private let terms: [UInt32]
    /// Entries of one kind and key, which are put in the order of their ids.
    private var group: [(id: UInt32, terms: UInt32)] = []
    private var head: [UInt8] = []
    private var authority: [UInt8] = []
    private var authorityKind: ScopeKind?

    private(set) var scopes: [ScopeKind: Int] = [:]
    private(set) var starts: [ScopeKind: Int] = [:]
    /// Keys the table must find: one per kind and key, but for prefixes one per host and port.
    private(set) var distinctKeys = 0

    init(entries: consuming FileSink, prefixes: consuming FileSink, ids: [UInt32], terms: [UInt32]) {
        self.entries = entries
        self.prefixes = prefixes
        self.ids = ids
        self.terms = terms
    }

    /// - Parameter record: The code of the kind, the key, a zero, the entry's number and that of its terms.
    mutating func take(_ record: UnsafeBufferPointer<UInt8>) throws(RegistryError) {
        let key = UnsafeBufferPointer(rebasing: record.dropLast(9))
        if !head.withUnsafeBufferPointer({ ByteOrder.equal($0, key) }) {
            try flush()
            head = Array(key)
        }
        group.append((ids[Int(record.number(fromEnd: 8))], terms[Int(record.number(fromEnd: 4))]))
    }

    mutating func finish(_ files: inout [SnapshotFile: FileFacts]) throws(RegistryError) {
        try flush()
        for kind in ScopeKind.allCases where starts[kind] == nil { starts[kind] = entries.count }
        fillEmptyKinds()
        files[.entries] = try entries.finish()
        files[.prefixes] = try prefixes.finish()
    }

    /// A kind without entries begins where the next one does.
    private mutating func fillEmptyKinds() {
        var next = entries.count
        for kind in ScopeKind.allCases.reversed() {
            if scopes[kind] == nil { starts[kind] = next }
            next = starts[kind] ?? next
        }
    }

    private mutating func flush() throws(RegistryError) {
        guard let code = head.first, let kind = ScopeKind(code: code), !group.isEmpty else { return }
        let key = head[1...]
        if starts[kind] == nil { starts[kind] = entries.count }
        group.sort { ($0.id, $0.terms) < ($1.id, $1.terms) }
        for (place, entry) in group.enumerated() {
            guard entries.count <= Int(UInt32.max) else { throw SnapshotWriter.tooLarge }
            if kind.isPrefixLike { try prefixes.write(word: UInt32(entries.count)) }
            if place == 0 { countKey(kind, key) }
            try key.withUnsafeBufferPointer { key throws(RegistryError) in
                try IndexEntry.write(key, id: entry.id, terms: entry.terms, to: &entries)
            }
        }
        scopes[kind, default: 0] += group.count
        group.removeAll(keepingCapacity: true)
    }

    private mutating func countKey(_ kind: ScopeKind, _ key: ArraySlice<UInt8>) {
        if kind.isPrefixLike {
            let own = key.prefix { $0 != UInt8(ascii: "/") }
            guard kind != authorityKind || !own.elementsEqual(authority) else { return }
            (authority, authorityKind) = (Array(own), kind)
        }
        distinctKeys += 1
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Four octets, the highest first, that begin some octets before the end.
    func number(fromEnd distance: Int) -> UInt32 {
        self[(count - distance)..<(count - distance + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }
}

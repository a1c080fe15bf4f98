internal import Canonical

/// Looks over every entry of a snapshot: whether a compile would have written it so.
///
/// The digests only show that the bytes are those the manifest names.
struct IndexCheck {
    private let index: SnapshotIndex

    init(_ index: SnapshotIndex) { self.index = index }

    func run() throws(RegistryError) {
        try checkEntries()
        try checkTerms()
        try checkTable()
        guard try SketchIndexWriter(index.entries, index.manifest).bytes.elementsEqual(index.sketches.bytes) else {
            throw Snapshot.damage("its list of sketches is not that of its entries")
        }
        for number in stride(from: 0, to: index.manifest.ids, by: IDList.block) {
            guard let id = index.ids[UInt32(number)], (1...128).contains(id.count),
                id.allSatisfy(ObjectionFields.isIDByte)
            else { throw Snapshot.damage("an id cannot be read") }
        }
    }

    private func checkEntries() throws(RegistryError) {
        var (at, prefix) = (0, 0)
        var last: (kind: ScopeKind, entry: IndexEntry)?
        var counts: [ScopeKind: Int] = [:]
        while at < index.entries.count {
            let kind = index.kind(at: UInt32(at))
            guard let entry = IndexEntry(index.entries, at: at), !entry.key.isEmpty, Int(entry.id) < index.ids.count,
                entry.terms < index.termCount, kind.keyLength.map({ $0 == entry.key.count }) != false
            else { throw Snapshot.damage("the entry at \(at) cannot be read") }
            if let last, !precedes(last, (kind, entry)) { throw Snapshot.damage("the entry at \(at) is out of place") }
            if kind.isPrefixLike {
                guard index.prefixes.word(at: prefix * 4) == UInt32(at) else {
                    throw Snapshot.damage("its list of prefixes is not that of its entries")
                }
                prefix += 1
            }
            counts[kind, default: 0] += 1
            last = (kind, entry)
            at = entry.end
        }
        guard ScopeKind.allCases.allSatisfy({ counts[$0] ?? 0 == index.manifest.scopes[$0] }) else {
            throw Snapshot.damage("it does not hold the entries its manifest counts")
        }
    }

    private func precedes(_ one: (kind: ScopeKind, entry: IndexEntry), _ other: (ScopeKind, IndexEntry)) -> Bool {
        if one.kind != other.0 { return one.kind.code < other.0.code }
        let order = ByteOrder.compare(one.entry.key, other.1.key)
        return order < 0 || (order == 0 && one.entry.id <= other.1.id)
    }

    private func checkTerms() throws(RegistryError) {
        for number in 0..<index.termCount where index.terms(number) == nil {
            throw Snapshot.damage("the terms \(number) cannot be read")
        }
    }

    private func checkTable() throws(RegistryError) {
        var walk = KeyWalk(index.entries, index.manifest)
        while let (key, place) = walk.next() {
            var isFound = false
            let hash = index.table.hash(key)
            index.table.candidates(index.table.look(hash)) { if $0 == UInt32(place) { isFound = true } }
            guard isFound else { throw Snapshot.damage("its table does not find the entry at \(place)") }
            guard index.mayHold(hash) else { throw Snapshot.damage("its filter does not pass the entry at \(place)") }
        }
    }
}

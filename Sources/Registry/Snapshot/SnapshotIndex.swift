internal import Canonical

/// The mapped files of a snapshot, read as one index.
///
/// A class, since every search holds it: a value would be counted by each of its files.
final class SnapshotIndex: Sendable {
    let manifest: SnapshotManifest
    private let entryFile: MappedFile
    private let prefixFile: MappedFile
    private let termFile: MappedFile
    let table: KeyTable
    /// Nil for a snapshot of the format before.
    private let filter: KeyFilter?
    let sketches: SketchIndex
    let ids: IDList
    /// Nil for a snapshot without mandates.
    let repertoire: MappedFile?
    private let starts: [Int]
    /// Kinds of which there are entries, a bit each.
    private let kinds: UInt16

    /// - Throws: ``RegistryError``: `storage`, or `damagedSnapshot` for a file that is not as long as the manifest says.
    init(_ folder: String, _ manifest: SnapshotManifest) throws(RegistryError) {
        func map(_ file: SnapshotFile) throws(RegistryError) -> MappedFile {
            let mapped = try MappedFile(file.path(in: folder))
            guard mapped.bytes.count == manifest.files[file]?.bytes else {
                throw Snapshot.damage("\(file.rawValue) is not as long as its manifest says")
            }
            return mapped
        }
        self.manifest = manifest
        entryFile = try map(.entries)
        prefixFile = try map(.prefixes)
        termFile = try map(.terms)
        repertoire = try manifest.files[.repertoire] == nil ? nil : map(.repertoire)
        guard let table = KeyTable(try map(.table), seed: manifest.seed),
            let ids = IDList(ids: try map(.ids), starts: try map(.idStarts), count: manifest.ids),
            let sketches = SketchIndex(try map(.sketches), count: manifest.scopes[.text] ?? 0),
            prefixFile.bytes.count == manifest.prefixes * 4,
            termFile.bytes.count.isMultiple(of: EntryTerms.size)
        else { throw Snapshot.damage("its files do not fit each other") }
        (self.table, self.ids, self.sketches) = (table, ids, sketches)
        filter = try manifest.files[.filter] == nil ? nil : KeyFilter(try map(.filter))
        guard manifest.files[.filter] == nil || filter != nil else {
            throw Snapshot.damage("its filter is not a whole number of words")
        }
        starts = ScopeKind.allCases.map { manifest.starts[$0] ?? 0 }
        kinds = ScopeKind.allCases.reduce(0) { $0 | (manifest.scopes[$1] ?? 0 > 0 ? $1.bit : 0) }
    }

    /// False only for the hash of a key that stands nowhere.
    @inline(__always)
    func mayHold(_ hash: UInt64) -> Bool { filter?.mayHold(hash) ?? true }

    /// Whether there are entries of a kind.
    func has(_ kind: ScopeKind) -> Bool { kinds & kind.bit != 0 }

    var entries: UnsafeBufferPointer<UInt8> { entryFile.bytes }
    var prefixes: UnsafeBufferPointer<UInt8> { prefixFile.bytes }
    /// The numbers of the entries of a kind in the list of prefixes.
    func prefixes(of kind: ScopeKind) -> Range<Int> {
        let first = kind == .prefix ? manifest.scopes[.account] ?? 0 : 0
        return first..<first + (manifest.scopes[kind] ?? 0)
    }
    var termCount: Int { termFile.bytes.count / EntryTerms.size }

    func entry(at place: UInt32) -> IndexEntry? { IndexEntry(entryFile.bytes, at: Int(place)) }

    /// The kind of the entry that begins at a place.
    func kind(at place: UInt32) -> ScopeKind {
        var code = starts.count - 1
        while code > 0, starts[code] > Int(place) || starts[code] == entryFile.bytes.count { code -= 1 }
        return ScopeKind.allCases[code]
    }

    func terms(_ number: Int) -> EntryTerms? { EntryTerms(termFile.bytes, at: number) }

    /// The entry at a place as a value of its own; nil for damage.
    func objection(at place: UInt32) -> Objection? {
        guard let entry = entry(at: place), let terms = terms(entry.terms), let id = ids[entry.id] else { return nil }
        return Objection(
            id: String(decoding: id, as: UTF8.self), scope: ObjectionScope(kind(at: place), octets: entry.key),
            state: terms.state, standing: terms.standing, effectiveFrom: terms.from, effectiveTo: terms.to,
            recordedAt: terms.recorded, uses: terms.useCategories, capacity: terms.capacity,
            isUnderReview: terms.isUnderReview)
    }
}

internal import Canonical
internal import Foundation
internal import Glibc

/// Compiles objections, given in any order and number, into the files of a snapshot.
///
/// Memory is bounded but for 4 octets per entry (the numbers of their ids) and about 7 per key (the table).
struct SnapshotWriter: ~Copyable {
    static let tooLarge = RegistryError(
        .badValue, file: "registry", reason: "it is larger than a snapshot can be (4 GiB); split the registry")

    private let folder: String
    private let compiledAt: Timestamp
    private let publicSuffixList: [UInt8]
    private let log: LogHead?
    private let notices: [JSONValue]
    private let mandates: [UInt8]
    private let repertoires: [String: Repertoire]
    /// Numbers of entries that were made from a repertoire, and so share the id of the one before.
    private var expanded: Set<Int> = []
    private var byID: ByteSorter
    private var byKey: ByteSorter
    private var terms: [EntryTerms: UInt32] = [:]
    private var termList: [EntryTerms] = []
    private var count = 0

    /// - Parameters:
    ///   - folder: An empty folder, made by the caller.
    ///   - repertoires: What stands on the lists that scopes of the kind `repertoire` name.
    ///   - mandates: The repertoire file; empty for none.
    ///   - memory: Octets each of the two sorters holds.
    init(
        into folder: String, publicSuffixList: [UInt8], at: Timestamp, log: LogHead? = nil, notices: [JSONValue] = [],
        repertoires: [Repertoire] = [], mandates: [UInt8] = [], memory: Int = 48 << 20
    ) {
        self.mandates = mandates
        self.repertoires = Dictionary(repertoires.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        (self.log, self.notices) = (log, notices)
        self.folder = folder
        self.publicSuffixList = publicSuffixList
        compiledAt = at
        byID = ByteSorter(in: folder, named: "ids", limit: memory)
        byKey = ByteSorter(in: folder, named: "keys", limit: memory)
    }

    /// Adds an objection; one to a repertoire, with a mandate shown, is one to all that stands on its list as well.
    mutating func add(_ objection: Objection) throws(RegistryError) {
        try addEntry(objection)
        guard objection.scope.kind == .repertoire, objection.standing.suffices(for: .repertoire) else { return }
        for scope in repertoires[objection.scope.key]?.scopes ?? [] {
            expanded.insert(count)
            try addEntry(objection.covering(scope))
        }
    }

    private mutating func addEntry(_ objection: Objection) throws(RegistryError) {
        guard count < Int(UInt32.max) else { throw Self.tooLarge }
        let number = UInt32(count)
        count += 1
        var id = Array(objection.id.utf8)
        id.append(0)
        id.append(bigEndian: number)
        try byID.add(id)
        var key = [objection.scope.kind.code]
        key += objection.scope.octets
        key.append(0)
        key.append(bigEndian: number)
        key.append(bigEndian: self.number(of: EntryTerms(objection)))
        try byKey.add(key)
    }

    private mutating func number(of one: EntryTerms) -> UInt32 {
        if let known = terms[one] { return known }
        let number = UInt32(termList.count)
        terms[one] = number
        termList.append(one)
        return number
    }

    /// Writes every file and, last, the manifest.
    ///
    /// - Parameter isRepeatable: Whether one id may stand for several entries.
    /// - Returns: The number, in the order of ``add(_:)``, of an objection whose id had stood before; nil if none does.
    mutating func finish(allowingRepeatedIDs isRepeatable: Bool) throws(RegistryError) -> Int? {
        var files: [SnapshotFile: FileFacts] = [:]
        let (numbers, ids, repeated) = try writeIDs(&files)
        if let repeated, !isRepeatable { return repeated - expanded.count { $0 < repeated } }
        try writeTerms(&files)
        var keys = KeyWriter(
            entries: try FileSink(SnapshotFile.entries.path(in: folder)),
            prefixes: try FileSink(SnapshotFile.prefixes.path(in: folder)), ids: numbers, terms: termOrder)
        try byKey.drain { record throws(RegistryError) in try keys.take(record) }
        try keys.finish(&files)
        var manifest = SnapshotManifest(
            compiledAt: compiledAt, scopes: keys.scopes, starts: keys.starts, ids: ids, seed: 0, files: files)
        let digest = files[.entries]?.digest.bytes ?? []
        (manifest.log, manifest.notices) = (log, notices)
        manifest.repertoires = repertoires.values.sorted { $0.name < $1.name }.map(\.json)
        manifest.seed = digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        try writeTable(&manifest, keys: keys.distinctKeys)
        try writeSketches(&manifest)
        var list = try FileSink(SnapshotFile.publicSuffixList.path(in: folder))
        try list.write(publicSuffixList)
        manifest.files[.publicSuffixList] = try list.finish()
        if !mandates.isEmpty {
            var sink = try FileSink(SnapshotFile.repertoire.path(in: folder))
            try sink.write(mandates)
            manifest.files[.repertoire] = try sink.finish()
        }
        var sink = try FileSink(folder + "/" + SnapshotFile.manifest)
        try sink.write(manifest.bytes)
        _ = try sink.finish()
        return nil
    }

    /// The number of each entry's id, the count of ids, and the first entry whose id stood before.
    private mutating func writeIDs(
        _ files: inout [SnapshotFile: FileFacts]
    ) throws(RegistryError) -> (numbers: [UInt32], ids: Int, repeated: Int?) {
        var writer = try IDListWriter(
            ids: SnapshotFile.ids.path(in: folder), starts: SnapshotFile.idStarts.path(in: folder))
        var numbers = [UInt32](repeating: 0, count: count)
        var last: [UInt8] = []
        var repeated: Int?
        try byID.drain { record throws(RegistryError) in
            let id = UnsafeBufferPointer(rebasing: record.dropLast(5))
            let number = Int(record.number(fromEnd: 4))
            if last.withUnsafeBufferPointer({ ByteOrder.equal($0, id) }) {
                if !expanded.contains(number) { repeated = min(repeated ?? number, number) }
            } else {
                last = Array(id)
                try writer.append(last)
            }
            numbers[number] = UInt32(writer.count - 1)
        }
        let facts = try writer.finish()
        files[.ids] = facts.ids
        files[.idStarts] = facts.starts
        return (numbers, writer.count, repeated)
    }

    /// Terms are written in the order of their octets, so that the order objections came in changes nothing.
    private var termOrder: [UInt32] {
        let sorted = termList.indices.sorted { termList[$0].bytes.lexicographicallyPrecedes(termList[$1].bytes) }
        var order = [UInt32](repeating: 0, count: termList.count)
        for (place, index) in sorted.enumerated() { order[index] = UInt32(place) }
        return order
    }

    private mutating func writeTerms(_ files: inout [SnapshotFile: FileFacts]) throws(RegistryError) {
        var sink = try FileSink(SnapshotFile.terms.path(in: folder))
        let sorted = termList.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }
        for one in sorted { try sink.write(one) }
        files[.terms] = try sink.finish()
    }

    private func writeSketches(_ manifest: inout SnapshotManifest) throws(RegistryError) {
        let entries = try MappedFile(SnapshotFile.entries.path(in: folder))
        var sink = try FileSink(SnapshotFile.sketches.path(in: folder))
        try sink.write(SketchIndexWriter(entries.bytes, manifest).bytes)
        manifest.files[.sketches] = try sink.finish()
    }

    private func writeTable(_ manifest: inout SnapshotManifest, keys: Int) throws(RegistryError) {
        let entries = try MappedFile(SnapshotFile.entries.path(in: folder))
        let hash = KeyHash(seed: manifest.seed)
        var (table, filter) = (KeyTableBuilder(keys: keys), KeyFilterBuilder(keys: keys))
        var walk = KeyWalk(entries.bytes, manifest)
        withExtendedLifetime(entries) {
            while let (key, place) = walk.next() {
                let hash = hash(key)
                table.put(hash, at: UInt32(place))
                filter.put(hash)
            }
        }
        var sink = try FileSink(SnapshotFile.table.path(in: folder))
        try sink.write(table.bytes)
        manifest.files[.table] = try sink.finish()
        var filterSink = try FileSink(SnapshotFile.filter.path(in: folder))
        try filter.write(to: &filterSink)
        manifest.files[.filter] = try filterSink.finish()
    }
}

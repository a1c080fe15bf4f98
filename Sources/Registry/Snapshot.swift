public import Canonical
public import WebAddress

/// An immutable, content-addressed compile of the registry.
///
/// Holds the file's own bytes and an index into them, so that loading makes no object per objection. A value: it
/// may be used from any number of threads.
///
/// Source: `docs/formats/snapshot.md`.
public struct Snapshot: Sendable, CustomStringConvertible {
    /// What the first line of a snapshot file names its format.
    public static let format = "muniment.registry.snapshot/1"

    /// The whole file.
    public let bytes: [UInt8]
    /// Of all bytes of the file: the snapshot's name in manifests, and what `sha256sum` says of it.
    public let digest: Digest
    /// When it was compiled, as given to the compile and never read from a clock.
    ///
    /// A run refuses a snapshot that is older than its limit.
    public let compiledAt: Timestamp
    /// Of the objections it was made from: their canonical lines, notes included, in the order of their ids.
    public let objectionsDigest: Digest
    /// The bytes of the Public Suffix List it was compiled under.
    public let publicSuffixListBytes: [UInt8]
    public let publicSuffixListDigest: Digest
    public let publicSuffixList: PublicSuffixList

    let records: [SnapshotRecord]
    let exact: ExactIndex
    let prefixes: PrefixIndex

    /// `sha256:` and 64 hex digits.
    public var name: String { digest.description }

    public var description: String { name }

    /// `snapshot-` and the first 16 digits of the name.
    public var fileName: String { "snapshot-\(digest.hex.prefix(16)).jsonl" }

    /// Compiles objections.
    ///
    /// The same objections, in any order and any split over files, the same list and the same time give the same bytes.
    ///
    /// - Parameters:
    ///   - objections: Files of JSON lines (`docs/formats/objection.md`), each under the name errors shall use.
    ///   - publicSuffixList: An unchanged copy of `public_suffix_list.dat`.
    ///   - at: The time of the compile. No objection may have been recorded after it.
    /// - Throws: ``RegistryError`` with file, line and key for the first fault found. Nothing is skipped.
    public static func compile(
        objections: [(file: String, bytes: [UInt8])], publicSuffixList: [UInt8], at: Timestamp
    ) throws(RegistryError) -> Snapshot {
        let suffixes = try parse(publicSuffixList, file: "public suffix list")
        var reader = ObjectionReader(suffixes: suffixes, now: at)
        for (file, bytes) in objections { try reader.read(bytes, file: file) }
        let lines = try reader.sortedByID()
        let source = SnapshotSource(compiledAt: at, publicSuffixList: publicSuffixList, lines: lines)
        return try load(bytes: source.written())
    }

    /// Reads a snapshot file back.
    ///
    /// - Throws: ``RegistryError`` with code `damagedSnapshot` if any byte is not as it was written, `unknownFormat`
    ///   if it is a snapshot of another format.
    /// - Complexity: One pass over the bytes, and a hash table.
    public static func load(bytes: [UInt8]) throws(RegistryError) -> Snapshot {
        let parsed = try SnapshotParser.parse(bytes)
        let suffixes = try parse(parsed.publicSuffixList, file: "snapshot")
        return Snapshot(bytes: bytes, parsed: parsed, suffixes: suffixes)
    }

    private init(bytes: [UInt8], parsed: SnapshotParser.Parsed, suffixes: PublicSuffixList) {
        self.bytes = bytes
        digest = parsed.digest
        compiledAt = parsed.header.compiledAt
        objectionsDigest = parsed.header.objections
        publicSuffixListBytes = parsed.publicSuffixList
        publicSuffixListDigest = parsed.header.publicSuffixList
        publicSuffixList = suffixes
        records = parsed.records
        exact = ExactIndex(parsed.records, in: bytes)
        prefixes = PrefixIndex(parsed.records, in: bytes)
    }

    private static func parse(_ list: [UInt8], file: String) throws(RegistryError) -> PublicSuffixList {
        do throws(PublicSuffixError) {
            return try PublicSuffixList(contents: list)
        } catch {
            throw RegistryError(.badPublicSuffixList, file: file, line: error.line, reason: "\(error)")
        }
    }
}

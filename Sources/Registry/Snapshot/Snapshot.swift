public import Canonical
internal import Foundation
internal import Glibc
public import WebAddress

/// An immutable, content-addressed compile of the registry: a folder of files, mapped and never loaded.
///
/// A value that may be used from any number of threads. Its folder may be replaced by a newer compile while it is in
/// use; the files it has mapped stay what they are.
///
/// Source: `docs/formats/snapshot.md`.
public struct Snapshot: Sendable, CustomStringConvertible {
    /// What the manifest of a snapshot names its format.
    public static let format = "muniment.registry.snapshot/4"
    /// The format before, which is read and no longer written: it has no filter.
    static let formatWithoutFilter = "muniment.registry.snapshot/3"

    public let folder: String
    /// Of the bytes of its manifest, which names every file by digest: the snapshot's name in manifests of runs.
    public let digest: Digest
    /// When it was compiled, as given to the compile and never read from a clock.
    ///
    /// A run refuses a snapshot that is older than its limit.
    public let compiledAt: Timestamp

    let index: SnapshotIndex
    let list: SuffixBox

    /// `sha256:` and 64 hex digits.
    public var name: String { digest.description }
    public var description: String { name }
    public var count: Int { index.manifest.entries }
    /// The head of the registry's log it was compiled from; nil if it was compiled from files.
    public var log: LogHead? { index.manifest.log }
    /// The public notices known when it was compiled, as a notices file has them (`docs/formats/grounds.md`); nil if there
    /// are none.
    public var noticesFile: String? {
        let notices = index.manifest.notices
        guard !notices.isEmpty else { return nil }
        return String(decoding: JSONValue.object([.init("notices", .array(notices))]).canonicalBytes, as: UTF8.self)
    }
    /// Parties, societies, tariffs and mandates as a file of mandates has them, and the name messages give that; nil if there
    /// are none. Mapped when the snapshot is opened.
    public var repertoire: (text: String, file: String)? {
        index.repertoire.map { (String(decoding: $0.bytes, as: UTF8.self), SnapshotFile.repertoire.path(in: folder)) }
    }
    public var publicSuffixListDigest: Digest {
        index.manifest.files[.publicSuffixList]?.digest ?? Digest(of: [])
    }
    /// The Public Suffix List it was compiled under, read when it is first asked for.
    public var publicSuffixList: PublicSuffixList? { list.value }
    public var publicSuffixListBytes: [UInt8] { Array(list.bytes) }

    /// Every file with its length and digest, the manifest first: what must be kept to have the snapshot again.
    public var files: [(name: String, path: String, digest: Digest)] {
        [(SnapshotFile.manifest, folder + "/" + SnapshotFile.manifest, digest)]
            + SnapshotFile.allCases.filter { !$0.isOptional || index.manifest.files[$0] != nil }.map { file in
                (file.rawValue, file.path(in: folder), index.manifest.files[file]?.digest ?? Digest(of: []))
            }
    }

    /// Opens a snapshot without reading more than its manifest.
    ///
    /// Damage in the files behind the manifest is not found; where it is met, nothing is answered from it. Runs use
    /// ``load(_:)``.
    ///
    /// - Throws: ``RegistryError``: `storage`, `damagedSnapshot` or `unknownFormat`.
    public static func open(_ folder: String) throws(RegistryError) -> Snapshot {
        let path = folder + "/" + SnapshotFile.manifest
        var facts = stat()
        guard stat(folder, &facts) == 0 else {
            throw RegistryError(.storage, file: folder, reason: "there is no snapshot of this name")
        }
        guard facts.st_mode & S_IFMT == S_IFDIR else {
            let advice = "a snapshot is one, with a manifest.json in it; compile it again with this build"
            throw RegistryError(.unknownFormat, file: folder, reason: "it is no folder; \(advice)")
        }
        guard stat(path, &facts) == 0 else {
            throw RegistryError(.unknownFormat, file: folder, reason: "it is no snapshot: it has no manifest.json")
        }
        let bytes = try MappedFile.contents(path)
        let manifest = try SnapshotManifest(bytes)
        let index = try SnapshotIndex(folder, manifest)
        let list = try MappedFile(SnapshotFile.publicSuffixList.path(in: folder))
        return Snapshot(
            folder: folder, digest: Digest(of: bytes), compiledAt: manifest.compiledAt, index: index,
            list: SuffixBox(list))
    }

    /// Opens a snapshot and tests every byte of it.
    ///
    /// - Throws: ``RegistryError`` with code `damagedSnapshot` if any byte is not as it was written, `unknownFormat`
    ///   if it is a snapshot of another format, `storage` if it cannot be read.
    /// - Complexity: Two passes over the files; they are read, not mapped, in the first.
    public static func load(_ folder: String) throws(RegistryError) -> Snapshot {
        let snapshot = try open(folder)
        for file in SnapshotFile.allCases where !file.isOptional || snapshot.index.manifest.files[file] != nil {
            let facts = try MappedFile.digest(file.path(in: folder))
            guard facts == snapshot.index.manifest.files[file] else {
                throw damage("\(file.rawValue) does not have the digest its manifest names")
            }
        }
        guard snapshot.publicSuffixList != nil else { throw damage("its Public Suffix List is none") }
        try IndexCheck(snapshot.index).run()
        return snapshot
    }

    static func damage(_ reason: String) -> RegistryError {
        RegistryError(
            .damagedSnapshot, file: "snapshot", reason: "\(reason); compile it again, or fetch an unchanged copy")
    }
}

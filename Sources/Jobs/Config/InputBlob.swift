public import Canonical
internal import Registry
internal import Shards

/// One input of a run as it is kept in `inputs/`, under its digest.
public struct InputBlob: Sendable {
    private enum Source: Sendable {
        case bytes([UInt8])
        case file(String)
    }

    /// What it is, e.g. `ruleset`.
    public let name: String
    public let digest: Digest
    /// Whether the manifest names it; the files of a registry are named by the registry's own manifest.
    public let isNamed: Bool
    private let source: Source

    init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        digest = Digest(of: bytes)
        isNamed = true
        source = .bytes(bytes)
    }

    private init(_ name: String, file: String, digest: Digest, isNamed: Bool) {
        self.name = name
        self.digest = digest
        self.isNamed = isNamed
        source = .file(file)
    }

    /// The manifest of a snapshot under the name `registry`, and the files it names.
    static func of(_ snapshot: Snapshot) -> [InputBlob] {
        snapshot.files.enumerated().map { place, file in
            InputBlob(
                place == 0 ? "registry" : file.name, file: file.path, digest: file.digest, isNamed: place == 0)
        }
    }

    /// Keeps it in a folder, named by its digest, if it is not there yet.
    func keep(in folder: String) throws(ShardError) {
        let path = folder + "/" + digest.hex
        // One that is there and is another was damaged since.
        if FileKind(path) == .file, try OutputFile.digest(path).digest == digest { return }
        switch source {
        case .bytes(let bytes): try OutputFile.replace(path, with: bytes)
        case .file(let file): try OutputFile.copy(file, to: path, digest: digest)
        }
    }
}

internal import Shards

/// A file in an input folder that looks like an archive and is of a kind that is not read.
public struct PassedOver: Hashable, Sendable, CustomStringConvertible {
    public let path: String
    /// What it is, and what to do.
    public let reason: String

    private static let kinds: [(ending: String, reason: String)] = [
        (".arc", "an ARC file, which is not read: convert it with `warcio recompress` or `arc2warc` first"),
        (".arc.gz", "an ARC file, which is not read: convert it with `warcio recompress` or `arc2warc` first"),
        (".lz4", "an lz4 file, which is not read: `lz4 -d` it first"),
        (".warc.bz2", "a bzip2 file, which is not read: `bunzip2` it first"),
        (".warc.xz", "an xz file, which is not read: `unxz` it first"),
        (".wacz", "a WACZ package, which is not read: unzip it and name its folder `archive`"),
        (".warc.open", "an archive still being written, which is not read: rename it when it is whole"),
    ]

    /// Nil for a file that looks like no archive.
    init?(_ path: String) {
        guard let kind = Self.kinds.first(where: { path.hasSuffix($0.ending) }), FileKind(path) == .file else {
            return nil
        }
        (self.path, reason) = (path, kind.reason)
    }

    /// Of something that bears the name of an archive and is no regular file.
    init(_ path: String, kind: FileKind) {
        self.path = path
        reason = "\(kind.words), which is not read: write it to a file first"
    }

    public var description: String { "\(path): passed over: \(reason)" }
}

internal import Canonical
internal import Shards

/// Looks at `sites/blobs/`: each file must have the digest it is named by.
///
/// Keeps eight bytes for each, so that rows can be held against them.
struct BlobAudit {
    static let folder = "sites/blobs"

    let files: AuditFiles
    /// The first eight bytes of every digest whose bytes are there and fit.
    private(set) var known: Set<UInt64> = []
    private var used: Set<UInt64> = []

    init(_ files: AuditFiles) {
        self.files = files
        do {
            try FolderWalk.each(files.path(Self.folder)) { name in
                let file = "\(Self.folder)/\(name)"
                guard let digest = Digest(name), digest.hex == name else {
                    return files.log.add(.foreign, file, "is not named by a digest, so it is not of this output")
                }
                files.check(file, digest, "the bytes of a site file")
                if !files.log.has(file) { known.insert(Self.mark(digest)) }
            }
        } catch {
            files.log.add(.missing, Self.folder, "is missing, or cannot be listed")
        }
    }

    static func mark(_ digest: Digest) -> UInt64 { digest.leading }

    /// The same of the hex digits in a row; nil for what are none.
    static func mark(_ digits: UnsafeBufferPointer<UInt8>.SubSequence) -> UInt64? {
        guard digits.count == 64 else { return nil }
        var mark: UInt64 = 0
        for digit in digits.prefix(16) {
            guard let value = Hex.value(digit) else { return nil }
            mark = mark << 4 | UInt64(value)
        }
        return mark
    }

    /// Whether the bytes are there; remembers that a row names them, and tells of the first row whose bytes are not.
    mutating func has(_ mark: UInt64, _ name: @autoclosure () -> String, for row: @autoclosure () -> String) -> Bool {
        let isFirst = used.insert(mark).inserted
        if known.contains(mark) { return true }
        let file = "\(Self.folder)/\(name())"
        if isFirst, !files.log.has(file) { files.log.add(.missing, file, "is missing, and \(row()) names it") }
        return false
    }

    /// Blobs that no row names: a run that was killed and went on may leave some.
    var unused: Int { known.subtracting(used).count }
}

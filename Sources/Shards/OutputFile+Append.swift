internal import Canonical

#if canImport(Glibc)
    internal import Glibc
#endif

extension OutputFile {
    /// Appends to a file and syncs it. What an earlier writer left behind its last line feed is cut off first: it was
    /// killed before the line was whole, so the line was never said.
    public static func append(_ bytes: [UInt8], to path: String) throws(ShardError) {
        let isNew = !exists(path)
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ShardError(path: path, problem: "cannot be opened: \(reason)") }
        defer { close(descriptor) }
        let end = try wholeLines(descriptor, path)
        guard ftruncate(descriptor, off_t(end)) == 0, lseek(descriptor, off_t(end), SEEK_SET) == end else {
            throw ShardError(path: path, problem: "cannot be cut to its last line: \(reason)")
        }
        try write(bytes, to: descriptor, path: path)
        guard fsync(descriptor) == 0 else { throw ShardError(path: path, problem: "cannot be synced: \(reason)") }
        if isNew { try syncFolder(PathText.folder(of: path)) }
    }

    /// The length up to the last line feed.
    private static func wholeLines(_ descriptor: Int32, _ path: String) throws(ShardError) -> Int {
        var end = Int(lseek(descriptor, 0, SEEK_END))
        var byte: UInt8 = 0
        while end > 0 {
            guard pread(descriptor, &byte, 1, off_t(end - 1)) == 1 else {
                throw ShardError(path: path, problem: "cannot be read: \(reason)")
            }
            if byte == 0x0A { return end }
            end -= 1
        }
        return 0
    }
}

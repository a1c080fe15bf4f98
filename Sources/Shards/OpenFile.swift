internal import Canonical

#if canImport(Glibc)
    internal import Glibc
#endif

/// One `.open` file, appended to.
final class OpenFile {
    /// The name it will have, below the output folder.
    let name: String
    let path: String
    private let descriptor: Int32
    /// Bytes on disk.
    private(set) var length: Int64
    var pending: [UInt8] = []

    /// Opens the file and cuts it to `length`.
    init(output: String, name: String, length: Int64) throws(ShardError) {
        self.name = name
        self.length = length
        path = output + "/" + name + ".open"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ShardError(path: path, problem: "cannot be opened: \(OutputFile.reason)") }
        let size = lseek(descriptor, 0, SEEK_END)
        guard size >= length else {
            close(descriptor)
            throw ShardError(
                path: path, problem: "holds \(size) bytes, \(length) were committed; the output is damaged")
        }
        guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, off_t(length), SEEK_SET) == length else {
            close(descriptor)
            throw ShardError(path: path, problem: "cannot be cut to what was committed: \(OutputFile.reason)")
        }
        try OutputFile.syncFolder(PathText.folder(of: path))
    }

    deinit { close(descriptor) }

    /// Writes and syncs what is pending.
    ///
    /// - Returns: The file's length.
    func flush() throws(ShardError) -> Int64 {
        if !pending.isEmpty {
            try OutputFile.write(pending, to: descriptor, path: path)
            length += Int64(pending.count)
            pending.removeAll(keepingCapacity: true)
            guard fsync(descriptor) == 0 else {
                throw ShardError(path: path, problem: "cannot be synced: \(OutputFile.reason)")
            }
        }
        return length
    }
}

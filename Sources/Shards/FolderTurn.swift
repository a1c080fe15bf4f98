internal import Glibc

/// One process at a time in a folder, for the moment in which it looks and then writes: from init to deinit.
public final class FolderTurn: Sendable {
    private let folder: Int32

    /// Waits for its turn. A file system without locks is one writer's.
    ///
    /// - Throws: ``ShardError`` if the folder is not there.
    public init(_ path: String) throws(ShardError) {
        folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw ShardError(path: path, problem: "cannot be opened: \(OutputFile.reason)") }
        while flock(folder, LOCK_EX) != 0, errno == EINTR {}
    }

    deinit { close(folder) }
}

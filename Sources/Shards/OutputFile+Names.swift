internal import Canonical

#if canImport(Glibc)
    internal import Glibc
#endif

extension OutputFile {
    /// Gives a synced file its name, and makes the name durable.
    public static func name(_ open: String, as path: String) throws(ShardError) {
        guard rename(open, path) == 0 else {
            throw ShardError(path: path, problem: "cannot be named: \(reason)")
        }
        try syncFolder(PathText.folder(of: path))
    }

    /// Removes a file for good; one that is not there is no fault.
    public static func remove(_ path: String) throws(ShardError) {
        guard unlink(path) != 0 else { return try syncFolder(PathText.folder(of: path)) }
        guard errno == ENOENT else { throw ShardError(path: path, problem: "cannot be removed: \(reason)") }
    }

    /// Removes an empty folder; one that is not there is no fault.
    public static func removeFolder(_ path: String) throws(ShardError) {
        guard rmdir(path) != 0, errno != ENOENT else { return }
        throw ShardError(path: path, problem: "cannot be removed: \(reason)")
    }
}

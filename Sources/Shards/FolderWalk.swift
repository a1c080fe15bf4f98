#if canImport(Glibc)
    internal import Glibc
#endif

/// The names in a folder, one at a time: a folder of site files may hold millions.
public enum FolderWalk {
    /// Gives every name but `.` and `..`, in no order.
    ///
    /// - Throws: ``ShardError`` if it cannot be listed, and whatever `body` throws.
    public static func each(_ path: String, _ body: (String) throws(ShardError) -> Void) throws(ShardError) {
        guard let folder = opendir(path) else {
            throw ShardError(path: path, problem: "cannot be listed: \(OutputFile.reason)")
        }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { place in
                place.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { try body(name) }
        }
    }
}

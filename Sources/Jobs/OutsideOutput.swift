internal import Canonical

#if canImport(Glibc)
    internal import Glibc
#endif

/// Keeps what a command writes beside outputs out of their folders, every file of which is accounted for.
public enum OutsideOutput {
    /// - Parameters:
    ///   - path: where something is to be written; nil for nothing.
    ///   - option: what names it.
    /// - Throws: ``JobError`` `usage` for a place in one of the outputs, links followed.
    public static func check(_ path: String?, _ option: String, of outputs: [String]) throws(JobError) {
        guard let path, !path.isEmpty, let place = real(path) else { return }
        for output in outputs {
            guard let folder = real(output), place == folder || place.hasPrefix(folder + "/") else { continue }
            throw JobError(
                .usage,
                "\(option) \(path) is in \(output), where every file is accounted for and this would be a foreign one; name a place outside"
            )
        }
    }

    /// The path without links; of what is not there yet, below the nearest folder that is.
    private static func real(_ path: String) -> String? {
        var (folder, rest) = (path, "")
        while true {
            if let found = realpath(folder, nil) {
                defer { free(found) }
                return String(cString: found) + rest
            }
            let name = PathText.name(of: folder)
            guard !name.isEmpty else { return nil }
            rest = "/" + name + rest
            folder = PathText.folder(of: folder)
            if folder.isEmpty { folder = "." }
        }
    }
}

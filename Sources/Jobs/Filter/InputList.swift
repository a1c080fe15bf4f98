internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#endif

/// The archives a run reads, in the order that numbers its parts: bytewise by path, each once.
struct InputList: Sendable {
    let paths: [String]

    /// Takes files, folders (searched to the bottom for `*.warc`, `*.warc.gz`, `*.warc.zst`) and glob patterns.
    ///
    /// - Throws: ``JobError`` of kind `usage` for a path that is not there and a pattern that matches nothing.
    init(_ arguments: [String]) throws(JobError) {
        var found: Set<String> = []
        for argument in arguments {
            let files = try Self.expand(argument)
            guard !files.isEmpty else {
                throw JobError(
                    .usage,
                    "\(argument): no archive there; name .warc, .warc.gz or .warc.zst files, their folder, or a pattern"
                )
            }
            found.formUnion(files)
        }
        paths = found.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    private static func expand(_ argument: String) throws(JobError) -> [String] {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) {
            return isFolder.boolValue ? try archives(in: argument) : [argument]
        }
        guard argument.contains(where: { "*?[".contains($0) }) else {
            throw JobError(.usage, "\(argument): there is no such file or folder")
        }
        var result = glob_t()
        defer { globfree(&result) }
        guard glob(argument, 0, nil, &result) == 0 else { return [] }
        return (0..<Int(result.gl_pathc)).compactMap { result.gl_pathv[$0].map { String(cString: $0) } }
    }

    private static func archives(in folder: String) throws(JobError) -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: folder) else {
            throw JobError(.couldNotRun, "\(folder): the folder cannot be read")
        }
        let endings = [".warc", ".warc.gz", ".warc.zst"]
        return walk.compactMap { $0 as? String }.filter { name in endings.contains { name.hasSuffix($0) } }
            .map { folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0 }
    }
}

internal import Archive
internal import Foundation
internal import Shards

#if canImport(Glibc)
    internal import Glibc
#endif

/// The archives a run reads, in the order that numbers its parts: bytewise by path, each once.
struct InputList: Sendable {
    let paths: [String]
    /// What folders hold besides, and is archive of a kind that is not read.
    let passedOver: [PassedOver]

    /// Takes files, folders (searched to the bottom for `*.warc`, `*.warc.gz`, `*.warc.zst`) and glob patterns.
    ///
    /// - Throws: ``JobError``: `couldNotRun` for a path that is not there or a pattern without a match, `usage` for
    ///   what is named and is of a kind that is not read.
    init(_ arguments: [String]) throws(JobError) {
        var found: Set<String> = []
        var passed: Set<PassedOver> = []
        for argument in arguments {
            for path in try Self.named(argument) {
                if FileKind(path) == .folder {
                    try Self.search(path, &found, &passed)
                } else {
                    try Self.check(path)
                    found.insert(path)
                }
            }
        }
        paths = found.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        passedOver = passed.sorted { $0.path < $1.path }
        for path in paths { try LegalHold.refuse(path) }
    }

    /// What an argument names: itself, or the matches of a pattern.
    private static func named(_ argument: String) throws(JobError) -> [String] {
        if FileKind(argument) != nil { return [argument] }
        guard argument.contains(where: { "*?[".contains($0) }) else {
            throw JobError(.couldNotRun, "\(argument.isEmpty ? "''" : argument): there is no such file or folder")
        }
        var result = glob_t()
        defer { globfree(&result) }
        let paths =
            glob(argument, 0, nil, &result) == 0
            ? (0..<Int(result.gl_pathc)).compactMap { result.gl_pathv[$0].map { String(cString: $0) } } : []
        guard !paths.isEmpty else { throw JobError(.couldNotRun, "\(argument): nothing matches this pattern") }
        return paths
    }

    /// Refuses by its first record a file that is named and can never be read, so that nothing is begun for it.
    private static func check(_ path: String) throws(JobError) {
        if let kind = FileKind(path), kind != .file {
            throw JobError(
                .usage,
                "\(path): is \(kind.words), not a regular file; archives are read twice, so write it to a file first")
        }
        do throws(ArchiveError) {
            var reader = try WARCReader(path: path)
            _ = try reader.next()
        } catch {
            // Any other trouble is met again, and reported, when the file is read.
            if error.code == .unsupportedFormat { throw JobError(error) }
        }
    }

    private static let endings = [".warc", ".warc.gz", ".warc.zst"]

    private static func search(
        _ folder: String, _ found: inout Set<String>, _ passed: inout Set<PassedOver>
    ) throws(JobError) {
        guard let walk = FileManager.default.enumerator(atPath: folder) else {
            throw JobError(.couldNotRun, "\(folder): the folder cannot be read")
        }
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        let before = passed
        var isEmpty = true
        for case let name as String in walk {
            let path = base + name
            if endings.contains(where: { name.hasSuffix($0) }) {
                guard let kind = FileKind(path) else {
                    throw JobError(.couldNotRun, "\(path): is a link to nothing; mend or remove it")
                }
                guard kind != .folder else { continue }
                isEmpty = false
                if kind == .file { found.insert(path) } else { passed.insert(PassedOver(path, kind: kind)) }
            } else if let other = PassedOver(path) {
                passed.insert(other)
            }
        }
        guard isEmpty else { return }
        let others = passed.subtracting(before).sorted { $0.path < $1.path }.first.map { "; \($0)" } ?? ""
        throw JobError(
            .usage,
            "\(folder): no archive there; name .warc, .warc.gz or .warc.zst files, their folder, or a pattern\(others)")
    }
}

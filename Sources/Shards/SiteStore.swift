internal import Archive
internal import Canonical
public import Provenance

/// Reads a `sites/` folder: rows and the blobs they name.
public enum SiteStore {
    /// All site files of a store.
    ///
    /// - Parameter path: a `sites/` folder, or an output folder that holds one.
    /// - Throws: ``ShardError`` naming file and line: a store that cannot be read whole says nothing.
    public static func read(_ path: String) throws(ShardError) -> [SiteFile] {
        let below = path + "/sites"
        let folder = OutputFile.exists(below) ? below : path
        let parts = try SiteParts.names(folder)
        try SiteParts.check(folder)
        guard !parts.isEmpty else {
            throw ShardError(
                path: folder, problem: "holds no part-*.jsonl.zst; name a sites/ store or an output folder")
        }
        var files: [SiteFile] = []
        for name in parts { try read(folder + "/" + name, blobs: folder + "/blobs", into: &files) }
        return files
    }

    /// Whether an output's store was never written to.
    public static func isEmpty(_ output: String) throws(ShardError) -> Bool {
        let folder = output + "/sites"
        _ = try SiteParts.due(folder)
        return try SiteParts.names(folder).isEmpty
    }

    /// A pipe in its place would be waited for.
    private static func blob(_ path: String) throws(ShardError) -> [UInt8] {
        guard let kind = FileKind(path), kind != .file else { return try OutputFile.read(path) }
        throw ShardError(path: path, problem: "is \(kind.words); a file is due")
    }

    /// - Parameters:
    ///   - path: one part of a store.
    ///   - blobs: the folder of its blobs.
    static func read(_ path: String, blobs: String, into files: inout [SiteFile]) throws(ShardError) {
        guard FileKind(path) == .file else { throw ShardError(path: path, problem: "is no regular file") }
        // Not even nothing compresses to no bytes: it was emptied, or its disk was full.
        if path.hasSuffix(".zst"), try OutputFile.read(path).isEmpty {
            throw ShardError(path: path, problem: "is empty, and no zstd frame")
        }
        var number = 0
        for line in try RowFile.lines(path) {
            number += 1
            do {
                let row = try SiteRow(line: line) { (digest) throws(RowError) in
                    do throws(ShardError) { return try blob(blobs + "/" + digest.hex) } catch {
                        throw RowError(format: "sites 1", key: "digest", problem: "\(error)")
                    }
                }
                files.append(row.file)
            } catch {
                throw ShardError(path: path, problem: "line \(number): \(error)")
            }
        }
    }
}

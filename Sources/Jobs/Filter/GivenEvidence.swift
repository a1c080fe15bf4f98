internal import Foundation
internal import Provenance
internal import Shards

/// The site files of a store that a command line names.
enum GivenEvidence {
    /// - Throws: ``JobError``: `couldNotRun` for what is not there or cannot be read whole, `usage` for what is no store.
    static func read(_ path: String) throws(JobError) -> [SiteFile] {
        guard let kind = FileKind(path) else {
            throw JobError(.couldNotRun, "the site evidence cannot be used: \(path): there is no such folder")
        }
        guard kind == .folder else {
            throw JobError(.usage, "the site evidence cannot be used: \(path): is \(kind.words); a folder is due")
        }
        let folder = FileKind(path + "/sites") == .folder ? path + "/sites" : path
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            guard names.contains(where: { $0.hasSuffix(".jsonl") || $0.hasSuffix(".jsonl.zst") }) else {
                throw JobError(
                    .usage,
                    "the site evidence cannot be used: \(folder): holds no part-*.jsonl.zst; name a sites/ store or an output folder"
                )
            }
            return try SiteStore.read(path)
        } catch let error as JobError {
            throw error
        } catch {
            throw JobError(.couldNotRun, "the site evidence cannot be used: \(error)")
        }
    }
}

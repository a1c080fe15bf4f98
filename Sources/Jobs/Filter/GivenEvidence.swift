internal import Provenance
internal import Shards

/// The site files of a store that a command line names.
enum GivenEvidence {
    /// - Throws: ``JobError``: `couldNotRun` for what is not there or cannot be read whole, `usage` for what is no folder.
    static func read(_ path: String) throws(JobError) -> [SiteFile] {
        guard let kind = FileKind(path) else {
            throw JobError(.couldNotRun, "the site evidence cannot be used: \(path): there is no such folder")
        }
        guard kind == .folder else {
            throw JobError(.usage, "the site evidence cannot be used: \(path): is \(kind.words); a folder is due")
        }
        do { return try SiteStore.read(path) } catch {
            throw JobError(.couldNotRun, "the site evidence cannot be used: \(error)")
        }
    }
}

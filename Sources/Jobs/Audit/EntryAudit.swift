internal import Shards

/// Looks at what lies in an output before anything of it is read: files and folders, and no links that lead out of it.
struct EntryAudit {
    /// Folders inside folders; an output has three.
    private static let deepest = 8

    private static let unread = "nothing was read"

    private let files: AuditFiles

    init(_ files: AuditFiles) { self.files = files }

    /// - Returns: False if something stands there that may be read without end: then nothing is to be read.
    func run() -> Bool { walk("", depth: 0) }

    /// For a command that only reads an output.
    ///
    /// - Throws: ``JobError`` that names what may be read without end.
    static func check(_ output: String) throws(JobError) {
        let files = AuditFiles(output: output, log: AuditLog())
        guard FileKind(output) == .folder, !EntryAudit(files).run(),
            let fault = files.log.faults.last(where: { $0.problem.hasSuffix(unread) })
        else { return }
        throw JobError(.finding, "\(output)/\(fault.file): \(fault.problem); put back the file, or take it away")
    }

    private func walk(_ folder: String, depth: Int) -> Bool {
        var isReadable = true
        for name in files.names(folder) {
            let entry = folder.isEmpty ? name : folder + "/" + name
            let (path, kind) = (files.path(entry), FileKind(files.path(entry)))
            let isLink = FileKind.isLink(path)
            if isLink { files.log.add(.foreign, entry, "is a link: what it leads to is not in the output") }
            switch kind {
            case .file, nil: continue
            case .folder where isLink: continue
            case .folder where depth < Self.deepest:
                if !walk(entry, depth: depth + 1) { isReadable = false }
            case .folder: files.log.add(.foreign, entry, "is a folder deeper than any of an output")
            case .pipe?, .device?, .socket?:
                files.log.add(.foreign, entry, "is \(kind?.words ?? ""), where a file is due: \(Self.unread)")
                isReadable = false
            }
        }
        return isReadable
    }
}

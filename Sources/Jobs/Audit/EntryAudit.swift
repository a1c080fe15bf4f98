internal import Shards

/// Looks at what lies in an output before anything of it is read: files and folders, and no links that lead out of it.
struct EntryAudit {
    /// Folders inside folders; an output has three.
    private static let deepest = 8

    private let files: AuditFiles

    init(_ files: AuditFiles) { self.files = files }

    /// - Returns: False if something stands there that may be read without end: then nothing is to be read.
    func run() -> Bool { walk("", depth: 0) }

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
                files.log.add(.foreign, entry, "is \(kind?.words ?? ""), where a file is due: nothing was read")
                isReadable = false
            }
        }
        return isReadable
    }
}

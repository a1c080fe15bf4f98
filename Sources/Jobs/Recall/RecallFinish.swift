internal import Canonical
internal import Shards

/// What follows once a recall is recorded: files get their names, older revisions go, recipients' lists and the log's
/// entries are written. Whatever a kill cut short is done here by the next command, and done twice comes to the same.
struct RecallFinish {
    let output: String
    let revisions: Revisions

    init(_ output: String) throws(JobError) {
        self.output = output
        revisions = try Revisions(output)
    }

    func finish() throws(JobError) {
        do {
            for part in revisions.files {
                try replace((0..<part.revision).map { part.name.path(in: part.folder, revision: $0) }, part.path)
            }
            for archive in revisions.archiveFiles {
                try replace((0..<archive.revision).map { RecallRecord.Archive.path(archive.number, $0) }, archive.path)
            }
            try sweep()
            guard !revisions.records.isEmpty else { return }
            // Keys can be guessed: an index made before a purge tells of what is gone.
            if let last = revisions.records.last(where: { $0.kind == .purge }) { try removeIndex(before: last) }
            try RemovalLists(revisions).write()
            let bundle = try RunBundle(after: output, plan: FinishedOutput(output).plan)
            for record in revisions.records { try bundle.recall(record) }
        } catch {
            throw JobError(error)
        }
    }

    /// The older go first: whoever reads in between finds too little, and never what was taken out.
    private func replace(_ older: [String], _ file: String) throws(ShardError) {
        let path = "\(output)/\(file)"
        let isNamed = OutputFile.exists(path)
        guard isNamed || OutputFile.exists(path + PartRevision.pending) else {
            throw ShardError(path: path, problem: "is missing, and a recall tells of it; restore it from a copy")
        }
        for older in older { try remove(older) }
        if !isNamed { try OutputFile.name(path + PartRevision.pending, as: path) }
    }

    private func remove(_ file: String) throws(ShardError) { try OutputFile.remove("\(output)/\(file)") }

    /// What a recall wrote that was never recorded, and files that a kill left half written. No other command is at work:
    /// the caller holds the output's lock.
    private func sweep() throws(ShardError) {
        for folder in ["documents", "evidence", "warc"] {
            try sweep(folder) { $0.hasSuffix(PartRevision.pending) || $0.hasSuffix(PartRevision.pending + ".open") }
        }
        for folder in [RunBundle.folder, KeyIndexWriter.folder, ReleaseRecord.folder] {
            try sweep(folder) { $0.hasSuffix(".open") }
        }
        let done = revisions.records.count
        try sweep(Revisions.folder) { $0.hasSuffix(".open") || Int($0.prefix { $0 != "." }) ?? 0 > done }
    }

    private func sweep(_ folder: String, _ isLeft: (String) -> Bool) throws(ShardError) {
        guard FileKind("\(output)/\(folder)") == .folder else { return }
        var names: [String] = []
        try FolderWalk.each("\(output)/\(folder)") { names.append($0) }
        for name in names where isLeft(name) { try remove("\(folder)/\(name)") }
    }

    private func removeIndex(before purge: RecallRecord) throws(ShardError) {
        let folder = "\(output)/\(KeyIndexWriter.folder)"
        guard FileKind(folder) == .folder else { return }
        let path = "\(folder)/index.json"
        if FileKind(path) == .file, try KeyIndexWriter.recalls(path) >= purge.number { return }
        // Its entry goes first, then the file that makes it an index.
        try OutputFile.remove("\(output)/\(RunBundle.folder)/\(KeyIndexWriter.entry)")
        for name in KeyIndexWriter.names { try OutputFile.remove("\(folder)/\(name)") }
        try OutputFile.removeFolder(folder)
    }
}

internal import Canonical
internal import Provenance
internal import Shards

/// `muniment audit verify`: reads every file of an output and every row in it, and says what does not fit.
///
/// Everything is streamed: memory does not grow with the rows. What a folder alone can show is that it fits itself.
public struct OutputAudit {
    private let output: String
    private let anchor: AnchorAudit?

    /// - Parameter anchor: the log's head to hold it against; nil for the folder alone.
    public init(output: String, anchor: AnchorAudit? = nil) {
        self.output = output
        self.anchor = anchor
    }

    /// Looks at everything.
    ///
    /// - Parameter progress: called with the rows read so far.
    /// - Throws: ``JobError`` only if the folder is not there. Whatever is wrong in it is a fault in the report.
    public func run(progress: (Int) -> Void = { _ in }) throws(JobError) -> AuditReport {
        guard let kind = FileKind(output), kind == .folder else {
            throw JobError(.couldNotRun, "\(output.isEmpty ? "''" : output): there is no such folder")
        }
        let files = AuditFiles(output: output, log: AuditLog())
        var (counts, notes): ([String: Int], [String]) = ([:], [])
        guard EntryAudit(files).run() else {
            return AuditReport(verdict: .wrong, faults: files.log.faults, counts: counts, notes: notes)
        }
        if let manifest = ManifestAudit(files).run() {
            audit(manifest, files, &counts, &notes, progress)
        } else {
            notes.append("without its manifest nothing else in the folder can be held against anything")
        }
        let reach = anchor.map { $0.run(output, files.log, &notes) } ?? .selfConsistent
        let faults = files.log.faults
        if anchor == nil, faults.isEmpty {
            notes.append(
                "no checkpoint from outside was given: whoever made the folder could have made all of it anew, and nothing in it would tell"
            )
        }
        return AuditReport(
            verdict: faults.isEmpty ? reach ?? .wrong : .wrong, faults: faults, counts: counts, notes: notes)
    }

    private func audit(
        _ manifest: Manifest, _ files: AuditFiles, _ counts: inout [String: Int], _ notes: inout [String],
        _ progress: (Int) -> Void
    ) {
        let command = MarkAudit(files).run(manifest)
        let revisions = RecallAudit(files).run(manifest, &counts)
        let releases = ReleaseAudit(files).run(manifest)
        InputAudit(files).run(manifest.inputSet)
        BundleAudit(files).run(manifest, revisions.records, releases)
        var blobs = BlobAudit(files)
        var rows = RunCounts()
        var skipped: [String: Int] = [:]
        var recalledBytes = 0
        for seal in manifest.seals {
            var captures: Set<String> = []
            for part in seal.parts {
                let audit = PartAudit(
                    files, part, digests: Self.digests(manifest.inputSet),
                    source: manifest.inputSet["source"]?.string ?? "",
                    at: manifest.inputSet["at"]?.string.flatMap { Timestamp(rfc3339: $0) } ?? Timestamp(seconds: 0),
                    revisions: revisions)
                let found = audit.run(&rows, &blobs) { id in
                    if command == .crawl { captures.insert(id) }
                }
                counts["site files", default: 0] += found.siteRows
                recalledBytes += found.recalledBytes
                progress(rows.rows)
            }
            counts["records accounted for", default: 0] += RecordAudit(files, seal).run(&skipped)
            if command == .crawl {
                var archive = ArchiveAudit(files, seal, revisions)
                archive.run(captures: captures)
                counts["records", default: 0] += archive.records
                counts["payloads not kept", default: 0] += archive.notKept
                if archive.purged > 0 { counts["payloads purged", default: 0] += archive.purged }
            }
        }
        for difference in rows.differences(from: manifest.counts) {
            files.log.add(.count, ManifestAudit.file, "counts \(difference)")
        }
        if manifest.seals.contains(where: { $0.records != nil }), skipped != manifest.counts.groups["skipped"] ?? [:] {
            files.log.add(.count, ManifestAudit.file, "counts other records as skipped than records/ tells of")
        }
        IndexAudit(files).run()
        checkFolders(manifest, command, revisions, files)
        counts["evidence rows"] = rows.rows
        // What was taken out is told apart, and is not verified: only that it is what was sealed, by its leaf.
        counts["documents"] = rows.documents - (counts["documents recalled"] ?? 0)
        counts["bytes of text"] = rows.textBytes - recalledBytes
        counts["blobs of site files"] = blobs.known.count
        notes += Self.notes(manifest, command, counts, unused: blobs.unused)
    }

    static func digests(_ set: JSONValue) -> DocumentRow.InputDigests {
        func digest(_ name: String) -> Digest? { set[name]?.string.flatMap { Digest($0) } }
        let none = Digest(of: [])
        return DocumentRow.InputDigests(
            ruleset: digest("ruleset") ?? none, profile: digest("profile") ?? none, snapshot: digest("registry"))
    }

    private func checkFolders(
        _ manifest: Manifest, _ command: OutputPlan.Command?, _ revisions: Revisions, _ files: AuditFiles
    ) {
        let parts = manifest.seals.flatMap(\.parts)
        for folder in PartFolder.allCases {
            let due = Set(
                parts.map { PathText.name(of: revisions.path($0.name, in: folder)) }
                    + (folder == .sites ? ["blobs"] : []))
            files.foreign(in: folder.rawValue) { due.contains($0) }
        }
        let accounts = Set(
            manifest.seals.filter { $0.records != nil }.map { PathText.name(of: RecordAccount.path($0.number)) })
        if !accounts.isEmpty || FileKind(files.path(RecordAccount.folder)) != nil {
            files.foreign(in: RecordAccount.folder) { accounts.contains($0) }
        }
        var top: Set<String> = [
            ManifestAudit.file, "run.json", "manifests", "inputs", "obligations", "ledger", KeyIndexWriter.folder,
            Revisions.folder, ReleaseRecord.folder, RecordAccount.folder,
        ]
        top.formUnion(PartFolder.allCases.map(\.rawValue))
        if command == .crawl {
            top.formUnion(["warc", "state"])
            let due = Set(manifest.seals.map { PathText.name(of: revisions.archivePath($0.number)) })
            files.foreign(in: "warc") { due.contains($0) }
        }
        files.foreign(in: "") { top.contains($0) || $0.hasPrefix(".lock") }
    }

    private static func notes(
        _ manifest: Manifest, _ command: OutputPlan.Command?, _ counts: [String: Int], unused: Int
    ) -> [String] {
        var notes: [String] = []
        if command == .crawl {
            notes.append("run.json and state/ tell of the work, not of what was found: they were not looked at")
        } else {
            notes.append("run.json tells of the work, not of what was found: it was not looked at")
            notes.append("the \(manifest.seals.count) input archives are not in the output: they were not looked at")
        }
        if let count = counts["payloads not kept"], count > 0 {
            notes.append("of \(count) captures the payload is not kept: only their digests are known")
        }
        if let count = counts["documents recalled"] {
            notes.append(
                "\(count) documents were recalled: their leaves are those that were sealed, their texts are gone")
        }
        if let count = counts["rows purged"] {
            notes.append(
                "of \(count) rows the words are purged: their leaves are those that were sealed, their quotes are gone")
        }
        if unused > 0 {
            notes.append("\(unused) blobs of site files are named by no row, as a run that went on leaves them")
        }
        if !ReaderVersion.isCurrent(manifest.inputSet["reader"]?.string) {
            notes.append("the output was read by another version of the readers than this program's")
        }
        return notes
    }
}

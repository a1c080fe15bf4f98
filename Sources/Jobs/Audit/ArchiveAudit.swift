internal import Archive
internal import Canonical
internal import Shards

/// Looks at the archive of one segment of a crawl: the file, every record's digest, and that each capture has its record.
struct ArchiveAudit {
    let files: AuditFiles
    let seal: InputSeal
    let revisions: Revisions
    /// Records read.
    private(set) var records = 0
    /// Captures of which the head is kept and the payload is not.
    private(set) var notKept = 0

    /// Captures whose payload a purge took out.
    private(set) var purged = 0

    private var file: String { revisions.archivePath(seal.number) }

    init(_ files: AuditFiles, _ seal: InputSeal, _ revisions: Revisions) {
        self.revisions = revisions
        self.files = files
        self.seal = seal
    }

    /// - Parameter captures: ids of the evidence rows of the segment that were answered.
    mutating func run(captures: Set<String>) {
        let log = files.log
        guard FileKind(files.path(file)) == .file else { return log.add(.missing, file, "is missing, or is no file") }
        if PathText.name(of: SegmentFiles.warcName(seal.number)) != seal.name {
            log.add(.changed, ManifestAudit.file, "names \(file) \(seal.name)")
        }
        do {
            let (digest, bytes) = try OutputFile.digest(files.path(file))
            let latest = revisions.latest(archive: seal.number)
            if digest != latest?.digest ?? seal.digest || bytes != latest?.bytes ?? seal.bytes {
                log.add(.changed, file, "is not the file that was sealed: its bytes are others")
            }
        } catch {
            return log.add(.unreadable, file, error.problem)
        }
        var missing = captures
        ArchiveWalk.each(files.path(file), recordBytes: 64 << 20) { item in
            switch item {
            case .damage(let error): log.add(.unreadable, file, "byte \(error.offset): \(error.reason)")
            case .record(let record):
                records += 1
                let isDue = record.recordID.map { missing.remove($0) != nil } ?? false
                if isDue, record.kind == .metadata { purged += 1 }
                if record.headers.values("WARC-Truncated").contains(RecordReader.Body.withheld) { notKept += 1 }
                if let fault = record.digestFault() { log.add(.digest, file, "byte \(record.offset): \(fault)") }
            }
        }
        for id in missing.sorted().prefix(20) { log.add(.join, file, "has no record of the capture \(id)") }
    }
}

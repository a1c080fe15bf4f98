internal import Canonical
internal import Shards

/// Looks at `releases/`: each record in its form, numbered without gaps, and of this manifest.
struct ReleaseAudit {
    let files: AuditFiles

    init(_ files: AuditFiles) { self.files = files }

    func run(_ manifest: Manifest) -> [ReleaseRecord] {
        guard FileKind(files.path(ReleaseRecord.folder)) == .folder else { return [] }
        let digest = Digest(of: manifest.bytes)
        var records: [ReleaseRecord] = []
        do throws(JobError) { records = try ReleaseRecord.all(files.output) } catch {
            files.log.add(.unreadable, ReleaseRecord.folder, error.message)
        }
        for record in records where record.manifest != digest {
            files.log.add(.changed, ReleaseRecord.name(record.number), "is of another manifest")
        }
        let due = Set(records.map { PathText.name(of: ReleaseRecord.name($0.number)) })
        files.foreign(in: ReleaseRecord.folder) { due.contains($0) }
        return records
    }
}

internal import Canonical
internal import Shards

/// Looks at `recalls/`: records, the rows they name, receipts, and lists for recipients.
///
/// That the parts are what was sealed but for these rows is seen where the parts are read.
struct RecallAudit {
    let files: AuditFiles
    private var log: AuditLog { files.log }

    init(_ files: AuditFiles) { self.files = files }

    /// - Returns: What recalls made of the output; of records that cannot be read nothing, and a fault.
    func run(_ manifest: Manifest, _ counts: inout [String: Int]) -> Revisions {
        guard FileKind(files.path(Revisions.folder)) == .folder else { return Revisions(unreadable: files.output) }
        let revisions: Revisions
        do throws(JobError) { revisions = try Revisions(files.output) } catch {
            log.add(.unreadable, Revisions.folder, error.message)
            return Revisions(unreadable: files.output)
        }
        for record in revisions.records { check(record, Digest(of: manifest.bytes), revisions) }
        checkNames(revisions)
        checkParts(manifest, revisions)
        let documents = revisions.removed.count { $0.folder == .documents }
        if documents > 0 { counts["documents recalled"] = documents }
        let rows = revisions.removed.count - documents
        if rows > 0 { counts["rows purged"] = rows }
        return revisions
    }

    private func check(_ record: RecallRecord, _ manifest: Digest, _ revisions: Revisions) {
        let name = RecallRecord.name(record.number)
        if record.manifest != manifest { log.add(.changed, "\(name).json", "is of another manifest") }
        do throws(ShardError) {
            if try SealedFile.read(files.path("\(name).jsonl.zst"), { _ in }) != record.rows {
                log.add(.changed, "\(name).jsonl.zst", "its rows are not those of the record")
            }
        } catch {
            log.add(.unreadable, "\(name).jsonl.zst", error.problem)
        }
        guard let bytes = files.bytes("\(name).receipt.json") else { return }
        do throws(JobError) {
            let receipt = try RecallReceipt(bytes: bytes, file: "\(name).receipt.json")
            let documents = revisions.removed.count {
                $0.folder == .documents && revisions.recall(of: $0.id)?.number == record.number
            }
            let isDue =
                receipt.record == record.digest && receipt.manifest == manifest && receipt.at == record.at
                && receipt.documents == documents
            if !isDue { log.add(.changed, "\(name).receipt.json", "is the receipt of another recall") }
        } catch {
            log.add(.digest, "\(name).receipt.json", error.message)
        }
    }

    private func checkNames(_ revisions: Revisions) {
        var due: Set<String> = []
        for record in revisions.records {
            let name = PathText.name(of: RecallRecord.name(record.number))
            due.formUnion(["\(name).json", "\(name).jsonl.zst", "\(name).receipt.json"])
        }
        do throws(JobError) {
            let releases = try ReleaseRecord.all(files.output)
            for (name, bytes) in RemovalLists(revisions).due(releases) {
                due.insert(name)
                let file = "\(Revisions.folder)/\(name)"
                if let found = files.bytes(file), found != bytes {
                    log.add(.changed, file, "does not follow from the recall and the release")
                }
            }
        } catch {
            // Told of where releases are looked at.
        }
        files.foreign(in: Revisions.folder) { due.contains($0) }
    }

    /// A record speaks only of parts that the manifest has.
    private func checkParts(_ manifest: Manifest, _ revisions: Revisions) {
        let known = Set(manifest.seals.flatMap(\.parts).map(\.name))
        for record in revisions.records {
            for part in record.parts where !known.contains(part.name) || part.folder == .sites {
                log.add(
                    .changed, "\(RecallRecord.name(record.number)).json", "tells of \(part.path), which no run wrote")
            }
        }
        for row in revisions.removed where !known.contains(row.part) {
            log.add(.row, Revisions.folder, "\(row.part) row \(row.row) is of no part of the run")
        }
    }
}

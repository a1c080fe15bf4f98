internal import Canonical
internal import Ledger
internal import Provenance
internal import Shards

/// Looks at the files of one part, and at every row in them.
///
/// Evidence and documents are read side by side, row by row: memory does not grow with the part.
struct PartAudit {
    let files: AuditFiles
    let part: InputSeal.Part
    /// What every document row must repeat.
    let digests: DocumentRow.InputDigests
    let source: String
    let at: Timestamp
    let revisions: Revisions

    private var log: AuditLog { files.log }

    init(
        _ files: AuditFiles, _ part: InputSeal.Part, digests: DocumentRow.InputDigests, source: String, at: Timestamp,
        revisions: Revisions
    ) {
        self.revisions = revisions
        self.files = files
        self.part = part
        self.digests = digests
        self.source = source
        self.at = at
    }

    /// What was looked at besides what ``RunCounts`` counts.
    struct Found {
        var siteRows = 0
        /// UTF-8 bytes of the texts of documents that recalls took out.
        var recalledBytes = 0
        fileprivate var sites = SiteMarks()
    }

    /// - Parameter capture: gets the id of each capture that was answered.
    func run(_ counts: inout RunCounts, _ blobs: inout BlobAudit, capture: (String) -> Void) -> Found {
        var found = Found()
        sites(&blobs, &found)
        rows(&counts, &blobs, &found, capture: capture)
        return found
    }

    private func file(_ folder: PartFolder) -> String { revisions.path(part.name, in: folder) }

    private func firstTree(_ folder: PartFolder) -> FirstTree? { revisions.firstTree(part.name, in: folder) }

    // MARK: Evidence and documents

    /// The format that faults of documents are told of.
    private static let documents = "documents 1"

    private func rows(
        _ counts: inout RunCounts, _ blobs: inout BlobAudit, _ found: inout Found, capture: (String) -> Void
    ) {
        var documents: DocumentCursor?
        do {
            documents = try DocumentCursor(files.path(file(.documents)), first: firstTree(.documents))
        } catch {
            log.add(FileKind(error.path) == nil ? .missing : .unreadable, file(.documents), error.problem)
        }
        let evidence = file(.evidence)
        var number = 0
        do throws(ShardError) {
            let reader = try SealReader(files.path(evidence), first: firstTree(.evidence))
            while try reader.next({ line in
                number += 1
                row(line, number, &counts, &blobs, &found, &documents, capture)
            }) {}
            compare(try reader.seal(), reader.firstTree, .evidence)
        } catch {
            log.add(FileKind(error.path) == nil ? .missing : .unreadable, evidence, error.problem)
        }
        if documents != nil { finish(&documents!) }
    }

    private func row(
        _ line: UnsafeRawBufferPointer, _ number: Int, _ counts: inout RunCounts, _ blobs: inout BlobAudit,
        _ found: inout Found, _ documents: inout DocumentCursor?, _ capture: (String) -> Void
    ) {
        do throws(RowError) {
            let scan = try EvidenceScan(line)
            counts.add(scan)
            check(scan, number, &blobs, found.sites)
            if scan.isCapture, scan.status ?? 0 > 0 { capture(scan.id.text) }
            if scan.isDocument, documents != nil { join(scan, line, number, &found, &documents!) }
        } catch {
            log.add(.row, file(.evidence), "row \(number): \(error)")
        }
    }

    /// Every site file that a row rests on must have its row and its bytes.
    private func check(_ scan: EvidenceScan, _ number: Int, _ blobs: inout BlobAudit, _ sites: SiteMarks) {
        // A row for a whole host is written when the last of it was refused: its site files may stand in an earlier part.
        if !scan.isHost, !sites.has(scan) {
            log.add(.join, file(.sites), "has no row of a site file as row \(number) of \(file(.evidence)) rests on it")
        }
        for item in scan.sites {
            for digits in (item.digests?.bytes ?? UnsafeBufferPointer(start: nil, count: 0)).split(separator: 0x20)
            where digits.count != 1 {
                let name = { String(decoding: digits, as: UTF8.self) }
                guard let mark = BlobAudit.mark(digits) else {
                    log.add(.row, file(.evidence), "row \(number): \(name()) is no digest")
                    continue
                }
                _ = blobs.has(mark, name(), for: "\(file(.evidence)) row \(number)")
            }
        }
    }

    /// The document of an admitted row comes next, or next but one if a row was put between.
    private func join(
        _ scan: EvidenceScan, _ line: UnsafeRawBufferPointer, _ number: Int, _ found: inout Found,
        _ documents: inout DocumentCursor
    ) {
        let id = scan.id.text
        if documents.peek()?.id != id, let stray = documents.peek(), documents.peek(1)?.id == id {
            log.add(.join, file(.documents), "row \(stray.number) (\(stray.id)) has no evidence at its place")
            documents.advance()
        }
        guard let item = documents.peek(), item.id == id else {
            if revisions.recall(of: id) != nil { return found.recalledBytes += scan.textBytes ?? 0 }
            guard documents.failure == nil else { return }
            return log.add(.join, file(.evidence), "row \(number) (\(id)) is admitted and has no document at its place")
        }
        documents.advance()
        do throws(RowError) {
            let due = try document(DocumentSource(line: Array(line)), item, evidence: Digest(of: line))
            if due != item.line {
                log.add(.join, file(.documents), "row \(item.number) (\(id)) does not follow from its evidence")
            }
        } catch {
            let name = file(error.format == Self.documents ? .documents : .evidence)
            log.add(.row, name, "row \(error.format == Self.documents ? item.number : number): \(error)")
        }
    }

    /// The line that the evidence and the text at hand make.
    private func document(
        _ row: DocumentSource, _ item: DocumentCursor.Item, evidence: Digest
    ) throws(RowError) -> [UInt8] {
        guard let facts = row.considered.document else { return [] }
        let text = item.text
        guard text.count == facts.textBytes, Digest(of: text) == facts.textDigest else {
            throw RowError(
                format: Self.documents, key: "text", problem: "row \(item.number) has another text than was decided on")
        }
        var writer = JSONWriter(reserving: item.line.count)
        DocumentRow(
            id: row.id, text: text, source: source, added: at, considered: row.considered, decision: row.decision,
            title: item.title, evidence: evidence, inputs: digests
        ).write(to: &writer)
        return writer.bytes
    }

    private func finish(_ documents: inout DocumentCursor) {
        while let item = documents.peek() {
            log.add(.join, file(.documents), "row \(item.number) (\(item.id)) has no evidence at its place")
            documents.advance()
        }
        do throws(ShardError) {
            if let failure = documents.failure { throw failure }
            compare(try documents.seal(), documents.firstTree, .documents)
        } catch {
            log.add(.unreadable, file(.documents), error.problem)
        }
    }

    // MARK: Site files

    private func sites(_ blobs: inout BlobAudit, _ found: inout Found) {
        let name = file(.sites)
        do throws(ShardError) {
            let seal = try SealedFile.read(files.path(name)) { line in
                found.siteRows += 1
                do throws(RowError) {
                    let row = try SiteRow(line: Array(line)) { (digest) throws(RowError) in try blob(digest, &blobs) }
                    if row.line != Array(line) {
                        throw RowError(format: "sites 1", key: "", problem: "is not canonical")
                    }
                    found.sites.add(row.file)
                } catch {
                    log.add(.row, name, "row \(found.siteRows): \(error)")
                }
            }
            compare(seal, nil, .sites)
        } catch {
            log.add(FileKind(error.path) == nil ? .missing : .unreadable, name, error.problem)
        }
    }

    private func blob(_ digest: Digest, _ blobs: inout BlobAudit) throws(RowError) -> [UInt8] {
        do {
            guard blobs.has(BlobAudit.mark(digest), digest.hex, for: file(.sites)) else {
                throw ShardError(path: digest.hex, problem: "is not there")
            }
            return try OutputFile.read(files.path("\(BlobAudit.folder)/\(digest.hex)"))
        } catch {
            throw RowError(
                format: "sites 1", key: "digest",
                problem: "\(BlobAudit.folder)/\(digest.hex) is not there, or is another")
        }
    }

    // MARK: Seals

    private func compare(_ found: FileSeal, _ first: MerkleTree?, _ folder: PartFolder) {
        guard let sealed = part.seals[folder] else { return }
        var seal = sealed
        if let first, let latest = revisions.latest(part.name, in: folder) {
            // The rows that are left, and the leaves of those that are not, must lead to the root that was sealed first.
            if first.root != sealed.root || first.count != sealed.rows {
                log.add(
                    .changed, file(folder),
                    "with the rows that recalls name it is not what was sealed first: a row was changed, or went besides"
                )
            }
            seal = latest.seal
        }
        guard found != seal else { return }
        let name = file(folder)
        if found.rows != seal.rows {
            log.add(.count, name, "holds \(found.rows) rows, and \(seal.rows) were sealed")
        }
        if found.root != seal.root {
            log.add(.changed, name, "its rows are not those that were sealed: their root is another")
        } else if found.content != seal.content || found.bytes != seal.bytes {
            log.add(.digest, ManifestAudit.file, "seals other contents of \(name) than its rows have")
        } else if found.rows == seal.rows {
            log.add(
                .changed, name, "its rows are those that were sealed, its compressed bytes are not: it was packed anew")
        }
    }
}

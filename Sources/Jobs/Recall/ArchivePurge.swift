internal import Archive
internal import Canonical
internal import Foundation
internal import Shards

/// Takes the blocks of records out of a crawl's archives: each gets a metadata record of the same id in its place.
///
/// All other records stay byte for byte. A revisit of a purged record goes with it.
struct ArchivePurge {
    let revisions: Revisions
    /// Of captures.
    let ids: Set<String>
    let record: (number: Int, at: Timestamp)
    let hold: HoldWriter?

    private struct Found {
        let record: WARCRecord
        let length: Int
    }

    /// Writes the next revision of a segment's archive; nil if nothing of it is concerned.
    ///
    /// - Throws: ``ShardError`` for an archive that is damaged or whose records do not each stand in a member.
    func run(_ segment: Int) throws(ShardError) -> RecallRecord.Archive? {
        let path = "\(revisions.output)/\(revisions.archivePath(segment))"
        let found = try concerned(path)
        guard !found.isEmpty else { return nil }
        let revision = (revisions.latest(archive: segment)?.revision ?? 0) + 1
        let next = "\(revisions.output)/\(RecallRecord.Archive.path(segment, revision))\(PartRevision.pending)"
        let total = OutputFile.length(path) ?? 0
        do {
            let source = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            let writer = try AppendedFile(next)
            var (held, at): ([UInt8], Int) = ([], 0)
            for item in found {
                try Self.copy(source, at..<item.record.offset, to: writer)
                held += try Self.read(source, item.record.offset..<(item.record.offset + item.length))
                try writer.append(try WARCWriter.encode(draft(item.record)))
                at = item.record.offset + item.length
            }
            try Self.copy(source, at..<total, to: writer)
            try writer.finish()
            try hold?.keep(records: held, of: segment)
            let (digest, bytes) = try OutputFile.digest(next)
            return RecallRecord.Archive(
                number: segment, revision: revision, digest: digest, bytes: bytes, records: found.count)
        } catch let error as ShardError {
            throw error
        } catch {
            throw ShardError(path: path, problem: "\(error)")
        }
    }

    private func concerned(_ path: String) throws(ShardError) -> [Found] {
        var found: [Found] = []
        try ArchiveWalk.each(path, recordBytes: 64 << 20) { (item) throws(ShardError) in
            switch item {
            case .damage(let error): throw ShardError(path: path, problem: "byte \(error.offset): \(error.reason)")
            case .record(let record):
                guard isConcerned(record) else { return }
                guard let length = record.length else {
                    throw ShardError(path: path, problem: "the record at byte \(record.offset) shares its gzip member")
                }
                found.append(Found(record: record, length: length))
            }
        }
        return found
    }

    private func isConcerned(_ record: WARCRecord) -> Bool {
        switch record.kind {
        case .response, .resource, .revisit: break
        default: return false
        }
        let original = record.headers.first("WARC-Refers-To").map { $0.filter { $0 != "<" && $0 != ">" } }
        return [record.recordID, record.kind == .revisit ? original : nil].contains { $0.map(ids.contains) ?? false }
    }

    /// What stays: that there was a record, of what, and by which recall it went.
    private func draft(_ old: WARCRecord) -> WARCDraft {
        var text = "muniment-purged: recall \(record.number) at \(record.at)\r\nwas: \(old.kind.rawValue)\r\n"
        for name in ["WARC-Block-Digest", "WARC-Payload-Digest"] {
            if let value = old.headers.first(name) { text += "\(name): \(value)\r\n" }
        }
        return .metadata(
            id: old.recordID ?? "", date: old.date ?? record.at, targetURI: old.targetURI,
            contentType: "application/warc-fields", block: Array(text.utf8))
    }

    private static func read(_ file: FileHandle, _ range: Range<Int>) throws -> [UInt8] {
        try file.seek(toOffset: UInt64(range.lowerBound))
        let bytes = try file.read(upToCount: range.count) ?? Data()
        guard bytes.count == range.count else { throw CocoaError(.fileReadCorruptFile) }
        return Array(bytes)
    }

    private static func copy(_ file: FileHandle, _ range: Range<Int>, to writer: AppendedFile) throws {
        var at = range.lowerBound
        while at < range.upperBound {
            let end = min(at + (1 << 20), range.upperBound)
            try writer.append(try read(file, at..<end))
            at = end
        }
    }
}

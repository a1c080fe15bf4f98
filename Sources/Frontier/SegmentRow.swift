internal import Canonical
internal import Foundation
internal import GRDB

/// The rows of one segment and its files.
enum SegmentRow {
    static func grow(_ segment: SegmentCommit.Segment, _ db: Database) throws {
        let state = try String.fetchOne(
            db, sql: "SELECT state FROM segment WHERE number = ?", arguments: [segment.number])
        guard state == nil || state == SegmentRecord.State.open.rawValue else {
            throw FrontierError(
                .contradiction, subject: "segment \(segment.number)", words: "it is \(state ?? "") already")
        }
        try db.execute(
            sql: "INSERT INTO segment VALUES (?, 'open') ON CONFLICT DO NOTHING", arguments: [segment.number])
        for (name, length) in segment.lengths.sorted(by: { $0.key < $1.key }) {
            try grow(name, to: length, segment.number, db)
        }
    }

    private static func grow(_ name: String, to length: Int64, _ number: Int, _ db: Database) throws {
        let before = try Int64.fetchOne(
            db, sql: "SELECT length FROM segment_file WHERE segment = ? AND name = ?", arguments: [number, name])
        guard length >= before ?? 0 else {
            throw FrontierError(
                .contradiction, subject: name, words: "\(length) bytes, where \(before ?? 0) were committed")
        }
        try db.execute(
            sql: """
                INSERT INTO segment_file(segment, name, length) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET length = excluded.length
                """, arguments: [number, name, length])
    }

    static func move(_ number: Int, from: SegmentRecord.State, to: SegmentRecord.State, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE segment SET state = ? WHERE number = ? AND state = ?",
            arguments: [to.rawValue, number, from.rawValue])
        guard db.changesCount == 1 else {
            throw FrontierError(.contradiction, subject: "segment \(number)", words: "it is not \(from.rawValue)")
        }
    }

    static func setDigest(_ digest: Digest, of name: String, _ number: Int, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE segment_file SET digest = ? WHERE segment = ? AND name = ?",
            arguments: [Data(digest.bytes), number, name])
        guard db.changesCount == 1 else {
            throw FrontierError(.contradiction, subject: name, words: "segment \(number) has no such file")
        }
    }

    static func all(_ db: Database) throws -> [SegmentRecord] {
        var files: [Int: [Row]] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT * FROM segment_file") {
            files[row["segment"], default: []].append(row)
        }
        return try Row.fetchAll(db, sql: "SELECT * FROM segment ORDER BY number").map { row in
            try record(row, files[row["number"]] ?? [])
        }
    }

    private static func record(_ row: Row, _ files: [Row]) throws -> SegmentRecord {
        let number: Int = row["number"]
        let word: String = row["state"]
        guard let state = SegmentRecord.State(rawValue: word) else {
            throw FrontierError(.damaged, subject: "segment \(number)", words: "its state is \"\(word)\"")
        }
        var lengths: [String: Int64] = [:]
        var digests: [String: Digest] = [:]
        for file in files {
            let name: String = file["name"]
            lengths[name] = file["length"]
            let bytes: Data? = file["digest"]
            if let digest = try StoredDigest.read(bytes, subject: name) { digests[name] = digest }
        }
        return SegmentRecord(number: number, state: state, lengths: lengths, digests: digests)
    }
}

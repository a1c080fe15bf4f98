public import Canonical
internal import Foundation
internal import GRDB
public import Ledger

extension RegistryStore {
    /// Writes a version of a notice down. Nobody sees it; the log has its digest.
    @discardableResult
    public func draft(_ record: NoticeRecord, at: Timestamp) throws(RegistryError) -> NoticeLife {
        try change(at: at) { writer in
            let bytes = record.content.canonicalBytes
            try writer.db.execute(
                sql: "INSERT OR REPLACE INTO draft VALUES (?, ?)", arguments: [record.id, Data(bytes)])
            return try writer.append(.draft(Digest(of: bytes)), toNotice: record.id)
        }
    }

    /// Publishes the draft of a notice as its next version, in place of the one before.
    @discardableResult
    public func publish(notice id: String, at: Timestamp) throws(RegistryError) -> NoticeLife {
        try change(at: at) { writer in
            let draft = try Data.fetchOne(writer.db, sql: "SELECT content FROM draft WHERE notice = ?", arguments: [id])
            guard let draft else {
                throw RegistryError(.notFound, file: path, reason: "there is no draft of \(id); write one down first")
            }
            let number = try notice(writer.db, id, until: nil).map { $0.versions.count + 1 } ?? 1
            let life = try writer.append(.publish(version: number, content: Array(draft)), toNotice: id)
            try writer.db.execute(sql: "DELETE FROM draft WHERE notice = ?", arguments: [id])
            return life
        }
    }

    /// Records whether a channel showed a notice.
    @discardableResult
    public func probe(
        notice id: String, channel: String, found: Bool, at: Timestamp
    ) throws(RegistryError) -> NoticeLife {
        try change(at: at) { writer in try writer.append(.probe(channel: channel, found: found), toNotice: id) }
    }

    @discardableResult
    public func withdraw(notice id: String, reason: String, at: Timestamp) throws(RegistryError) -> NoticeLife {
        try change(at: at) { writer in try writer.append(.withdraw(reason: reason), toNotice: id) }
    }

    /// Records that a witness saw a head of this log that has the notice.
    ///
    /// - Parameters:
    ///   - checkpoint: As the witness cosigned it.
    ///   - key: The witness's verifying key.
    /// - Throws: ``RegistryError`` `notAllowed` if it is not cosigned, not of this log, or of a log that was another.
    @discardableResult
    public func witness(
        notice id: String, checkpoint: [UInt8], key: VerifyingKey, at: Timestamp
    ) throws(RegistryError) -> NoticeLife {
        try change(at: at) { writer in
            let seen = try NoticeWitness(checkpoint: checkpoint, key: key.text, recordedAt: at)
            let lines = try Data.fetchAll(
                writer.db, sql: "SELECT line FROM event WHERE place < ? ORDER BY place", arguments: [seen.size])
            var tree = MerkleTree()
            for line in lines { tree.append(Array(line)) }
            guard seen.origin == origin, tree.count == seen.size, tree.root == seen.root else {
                throw LifeFault("\(id): the checkpoint of \(seen.size) events is not of this log")
            }
            return try writer.append(.witness(checkpoint: checkpoint, key: key.text), toNotice: id)
        }
    }

    /// What was known of every notice at a time, by id.
    public func notices(at time: Timestamp) throws(RegistryError) -> [NoticeLife] {
        try read { db in
            let ids = try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT subject FROM event WHERE recorded <= ?
                    AND instr(line, CAST('"event":"notice-' AS BLOB)) > 0 ORDER BY subject
                    """, arguments: [time.seconds])
            return try ids.compactMap { try notice(db, $0, until: time) }
        }
    }

    func notice(_ db: Database, _ id: String, until time: Timestamp?) throws -> NoticeLife? {
        try fold(db, id, until: time).notices[id]
    }
}

extension LogWriter {
    /// Appends an event of a notice if its life allows it.
    fileprivate mutating func append(_ event: NoticeEvent, toNotice id: String) throws -> NoticeLife {
        var fold = try store.fold(db, id, until: nil)
        guard fold.lives[id] == nil else { throw LifeFault("\(id) names an objection") }
        guard case .draft = event else {
            guard fold.notices[id] != nil else {
                throw RegistryError(
                    .notFound, file: store.path, reason: "there is no notice \(id); see registry notice show")
            }
            return try finish(event, id, &fold)
        }
        return try finish(event, id, &fold)
    }

    private mutating func finish(_ event: NoticeEvent, _ id: String, _ fold: inout LogFold) throws -> NoticeLife {
        let place = try Int.fetchOne(db, sql: "SELECT count(*) FROM event") ?? 0
        var life = fold.notices[id] ?? NoticeLife(id)
        try life.apply(event, index: place, at: at)
        try append(.notice(event), subject: id)
        return life
    }
}

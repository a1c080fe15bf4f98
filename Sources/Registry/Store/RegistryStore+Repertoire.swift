public import Canonical
internal import Foundation
internal import GRDB

extension RegistryStore {
    /// An entry of the repertoire with what it says.
    public struct RepertoireRecord: Hashable, Sendable {
        public let life: RepertoireLife
        /// As a file of mandates has it.
        public let content: JSONValue
    }

    /// How many entries were new, changed, or as they stood.
    public struct RepertoireChange: Hashable, Sendable {
        public private(set) var added = 0
        public private(set) var changed = 0
        public private(set) var same = 0

        mutating func count(_ before: RepertoireLife?, isSame: Bool) {
            if isSame { same += 1 } else if before == nil { added += 1 } else { changed += 1 }
        }
    }

    /// Takes entries in, all or none: those that stand as they are given stay, others are set anew.
    ///
    /// - Parameters:
    ///   - entries: Kind, id and text of each, checked by whoever gives them.
    ///   - isDry: To tell what would happen and leave the store as it is.
    public func set(
        repertoire entries: [(kind: String, id: String, content: JSONValue)], at: Timestamp, dryRun isDry: Bool = false
    ) throws(RegistryError) -> RepertoireChange {
        if isDry {
            return try read { db in
                var change = RepertoireChange()
                for entry in entries {
                    let known = try repertoire(db, "\(entry.kind):\(entry.id)", until: nil)
                    change.count(known, isSame: Self.stands(known, Digest(of: entry.content.canonicalBytes)))
                }
                return change
            }
        }
        return try change(at: at) { writer in
            var change = RepertoireChange()
            for entry in entries {
                let (subject, bytes) = ("\(entry.kind):\(entry.id)", entry.content.canonicalBytes)
                let known = try repertoire(writer.db, subject, until: nil)
                let isSame = Self.stands(known, Digest(of: bytes))
                change.count(known, isSame: isSame)
                if !isSame { try writer.append(.set(content: Digest(of: bytes)), toRepertoire: subject, bytes) }
            }
            return change
        }
    }

    private static func stands(_ life: RepertoireLife?, _ content: Digest) -> Bool {
        life?.content == content && life?.ends == nil
    }

    /// Ends an entry at a time.
    @discardableResult
    public func end(
        repertoire kind: String, _ id: String, on time: Timestamp, reason: String, at: Timestamp
    ) throws(RegistryError) -> RepertoireLife {
        try change(at: at) { writer in
            let subject = "\(kind):\(id)"
            guard try repertoire(writer.db, subject, until: nil) != nil else {
                throw RegistryError(
                    .notFound, file: path, reason: "there is no \(kind) \(id); muniment settle mandate list shows all")
            }
            return try writer.append(.end(at: time, reason: reason), toRepertoire: subject)
        }
    }

    /// What was known of every entry at a time, by kind and id.
    ///
    /// - Throws: ``RegistryError`` with code `damagedLog` for a text that is not the one its event names.
    public func repertoire(at time: Timestamp) throws(RegistryError) -> [RepertoireRecord] {
        try read { db in
            let subjects = try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT subject FROM event WHERE recorded <= ?
                    AND instr(line, CAST('"event":"repertoire-' AS BLOB)) > 0 ORDER BY subject
                    """, arguments: [time.seconds])
            return try subjects.compactMap { subject in
                guard let life = try repertoire(db, subject, until: time) else { return nil }
                return RepertoireRecord(life: life, content: try JSONReader.read(content(db, life.place, life.content)))
            }
        }
    }

    func repertoire(_ db: Database, _ subject: String, until time: Timestamp?) throws -> RepertoireLife? {
        try fold(db, subject, until: time).repertoire[subject]
    }

    /// The text of an event, tested against the digest that the log has.
    func content(_ db: Database, _ place: Int, _ digest: Digest?) throws -> [UInt8] {
        let kept = try Data.fetchOne(
            db.cachedStatement(sql: "SELECT content FROM repertoire WHERE place = ?"), arguments: [place])
        guard let kept, Digest(of: Array(kept)) == digest else {
            throw RegistryError.damaged(path, place, "what the entry says is gone, or is another text")
        }
        return Array(kept)
    }
}

extension LogWriter {
    /// Appends an event of the repertoire if its life allows it.
    ///
    /// - Parameter content: The text that a `set` names.
    @discardableResult
    fileprivate mutating func append(
        _ event: RepertoireEvent, toRepertoire subject: String, _ content: [UInt8]? = nil
    ) throws -> RepertoireLife {
        let place = next
        var life = try store.repertoire(db, subject, until: nil) ?? RepertoireLife(subject)
        try life.apply(event, index: place, at: at)
        try append(.repertoire(event), subject: subject)
        if let content {
            try db.execute(sql: "INSERT INTO repertoire VALUES (?, ?)", arguments: [place, Data(content)])
        }
        return life
    }
}

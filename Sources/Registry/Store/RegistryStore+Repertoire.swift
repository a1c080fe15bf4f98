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
                    change.count(known, isSame: try stands(db, known, entry.content.canonicalBytes))
                }
                return change
            }
        }
        return try change(at: at) { writer in
            var change = RepertoireChange()
            for entry in entries {
                let (subject, bytes) = ("\(entry.kind):\(entry.id)", entry.content.canonicalBytes)
                let known = try repertoire(writer.db, subject, until: nil)
                let isSame = try stands(writer.db, known, bytes)
                change.count(known, isSame: isSame)
                guard !isSame else { continue }
                let (digest, salt) = writer.seal(bytes)
                try writer.append(.set(content: digest, isSealed: true), toRepertoire: subject, (bytes, salt))
            }
            return change
        }
    }

    private func stands(_ db: Database, _ life: RepertoireLife?, _ text: [UInt8]) throws -> Bool {
        guard let life, life.ends == nil, !life.isErased else { return false }
        return try content(db, life.place, life.content, isSealed: life.isSealed) == text
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

    /// Erases what a party ever said, for good, also from free pages and from the journal. The party stays by its id alone.
    ///
    /// - Throws: ``RegistryError``: `notAllowed` for an entry of another kind, or one that is erased already.
    @discardableResult
    public func erase(repertoire kind: String, _ id: String, at: Timestamp) throws(RegistryError) -> RepertoireLife {
        let life = try change(at: at) { writer in
            let subject = "\(kind):\(id)"
            let life = try writer.append(.erase, toRepertoire: subject)
            try writer.db.execute(
                sql: "DELETE FROM repertoire WHERE place IN (SELECT place FROM event WHERE subject = ?)",
                arguments: [subject])
            return life
        }
        try emptyJournal()
        return life
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
            let gone = try repertoireErasures(db)
            return try subjects.compactMap { subject in
                guard let life = try repertoire(db, subject, until: time) else { return nil }
                // Erased later than the time that is asked for is erased all the same.
                if let erased = gone[subject], life.place < erased {
                    return RepertoireRecord(life: life, content: .object([.init(life.kind, .string(life.id))]))
                }
                let text = try content(db, life.place, life.content, isSealed: life.isSealed)
                return RepertoireRecord(life: life, content: try JSONReader.read(text))
            }
        }
    }

    func repertoire(_ db: Database, _ subject: String, until time: Timestamp?) throws -> RepertoireLife? {
        try fold(db, subject, until: time).repertoire[subject]
    }

    /// The place in the log of the last erasure of each entry that was erased.
    func repertoireErasures(_ db: Database) throws -> [String: Int] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT subject, max(place) AS place FROM event
                WHERE instr(line, CAST('"event":"repertoire-erase"' AS BLOB)) > 0 GROUP BY subject
                """)
        var gone: [String: Int] = [:]
        while let row = try rows.next() { gone[row["subject"]] = row["place"] }
        return gone
    }

    /// The text of an event, tested against the digest or commitment that the log has.
    func content(_ db: Database, _ place: Int, _ digest: Digest?, isSealed: Bool) throws -> [UInt8] {
        let kept = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT content, salt FROM repertoire WHERE place = ?"), arguments: [place])
        let text = kept.map { Array($0["content"] as Data) }
        let salt = kept.flatMap { $0["salt"] as Data? }.map { Array($0) }
        let isSound = text.map { text in
            isSealed ? salt.map { Commitment.make(text, salt: $0) == digest } ?? false : Digest(of: text) == digest
        }
        guard let text, isSound == true else {
            throw RegistryError.damaged(path, place, "what the entry says is gone, or is another text")
        }
        return text
    }

    /// Tests what is kept of an event of the repertoire, or that it is erased as the log says.
    func check(_ db: Database, repertoire event: RegistryEvent, erased gone: [String: Int]) throws {
        guard case .repertoire(.set(let digest, let isSealed)) = event.body else { return }
        guard let erased = gone[event.subject], event.index < erased else {
            _ = try content(db, event.index, digest, isSealed: isSealed)
            return
        }
        let count = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT count(*) FROM repertoire WHERE place = ?"), arguments: [event.index])
        guard count == 0 else {
            throw RegistryError.damaged(path, event.index, "what the entry said was erased and is there")
        }
    }
}

extension LogWriter {
    /// Appends an event of the repertoire if its life allows it.
    ///
    /// - Parameter content: The text that a `set` names, and its salt.
    @discardableResult
    fileprivate mutating func append(
        _ event: RepertoireEvent, toRepertoire subject: String, _ content: (text: [UInt8], salt: [UInt8])? = nil
    ) throws -> RepertoireLife {
        let place = next
        var life = try store.repertoire(db, subject, until: nil) ?? RepertoireLife(subject)
        try life.apply(event, index: place, at: at)
        try append(.repertoire(event), subject: subject)
        if let content {
            try db.execute(
                sql: "INSERT INTO repertoire(place, content, salt) VALUES (?, ?, ?)",
                arguments: [place, Data(content.text), Data(content.salt)])
        }
        return life
    }
}

public import Canonical
internal import Foundation
internal import GRDB

extension RegistryStore {
    /// What was known of an objection at a time: events recorded up to then, and timers up to then.
    ///
    /// - Parameter time: Nil for all that is recorded, without any timer after the last event.
    /// - Returns: Nil if nothing was known of it.
    public func life(_ id: String, at time: Timestamp) throws(RegistryError) -> ObjectionLife? {
        try read { db in try fold(db, id, until: time).lives[id]?.at(time) }
    }

    /// What was known of every objection at a time, by id.
    public func lives(at time: Timestamp) throws(RegistryError) -> [ObjectionLife] {
        var lives: [ObjectionLife] = []
        try eachLife(at: time) { life, _ in lives.append(life) }
        return lives
    }

    /// The events of one objection or notice, or of all, as recorded up to a time.
    public func events(of subject: String? = nil, until time: Timestamp? = nil) throws(RegistryError) -> [RegistryEvent]
    {
        try read { db in
            let limit = time?.seconds ?? .max
            let rows = try Row.fetchCursor(
                db,
                sql: "SELECT place, line FROM event WHERE (? IS NULL OR subject = ?) AND recorded <= ? ORDER BY place",
                arguments: [subject, subject, limit])
            var events: [RegistryEvent] = []
            while let row = try rows.next() { events.append(try Self.event(row, path)) }
            return events
        }
    }

    /// How many events the log has.
    public func size() throws(RegistryError) -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM event") ?? 0 }
    }

    /// The objector of an objection as filed; nil if there is none or it was erased.
    public func objector(of id: String) throws(RegistryError) -> JSONValue? {
        try opened(id, .identity)
    }

    /// The scopes of an objection; nil if they were erased.
    public func scopes(of id: String) throws(RegistryError) -> [ObjectionScope]? {
        try read { db in
            guard let (_, bytes) = try body(db, id, .scope) else { return nil }
            return try ScopeBody.read(bytes, path)
        }
    }

    private func opened(_ id: String, _ group: FieldGroup) throws(RegistryError) -> JSONValue? {
        try read { db in
            guard let (_, bytes) = try body(db, id, group) else { return nil }
            return try JSONReader.read(bytes)
        }
    }

    static func event(_ row: Row, _ path: String) throws -> RegistryEvent {
        try RegistryEvent(line: Array(row["line"] as Data), at: row["place"], in: path)
    }

    /// The rules, and the life of one objection.
    func fold(_ db: Database, _ id: String, until time: Timestamp?) throws -> LogFold {
        var fold = LogFold()
        let rows = try Row.fetchCursor(
            db, sql: "SELECT place, line FROM event WHERE subject IN (?, '') AND recorded <= ? ORDER BY place",
            arguments: [id, time?.seconds ?? .max])
        while let row = try rows.next() {
            let event = try Self.event(row, path)
            do throws(LifeFault) { try fold.apply(event) } catch {
                throw RegistryError.damaged(path, event.index, error.reason)
            }
        }
        return fold
    }

    /// A body of the event an objection began with, and the place of that event.
    func body(_ db: Database, _ id: String, _ group: FieldGroup) throws -> (place: Int, bytes: [UInt8])? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT place, body FROM body WHERE part = ?
                AND place = (SELECT place FROM event WHERE subject = ? ORDER BY place LIMIT 1)
                """, arguments: [group.rawValue, id])
        return row.map { ($0["place"], Array($0["body"] as Data)) }
    }

    /// Gives every life as it was known at a time, in the order of ids, with the place of its first event. Memory does not
    /// grow with their number.
    func eachLife(
        at time: Timestamp, _ body: (ObjectionLife, Int) throws -> Void
    ) throws(RegistryError) {
        try read { db in
            let rules = try LogFold.rules(db, path, until: time)
            let rows = try Row.fetchCursor(
                db,
                sql:
                    "SELECT place, subject, line FROM event WHERE subject > '' AND recorded <= ? ORDER BY subject, place",
                arguments: [time.seconds])
            var walk = LifeWalk(rules: rules, path: path)
            while let row = try rows.next() {
                if let (life, first) = try walk.take(Self.event(row, path)) { try body(life.at(time), first) }
            }
            if let (life, first) = walk.finish() { try body(life.at(time), first) }
        }
    }
}

extension LogFold {
    /// The rules by the places they hold from.
    static func rules(_ db: Database, _ path: String, until time: Timestamp) throws -> [(
        place: Int, rules: RegistryRules
    )] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT place, line FROM event WHERE subject = '' AND recorded <= ? ORDER BY place",
            arguments: [time.seconds])
        return try rows.compactMap { row in
            let event = try RegistryStore.event(row, path)
            if case .rules(let rules) = event.body { return (event.index, rules) }
            return nil
        }
    }
}

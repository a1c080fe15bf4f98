internal import Canonical
internal import Foundation
internal import GRDB

/// Appends events to the log within one transaction.
struct LogWriter {
    let db: Database
    let store: RegistryStore
    let at: Timestamp
    /// The place of the next event.
    private(set) var next: Int
    private var previous: Digest

    /// - Throws: ``RegistryError`` with code `badValue` for a time before that of the last event.
    init(_ db: Database, _ store: RegistryStore, at: Timestamp) throws {
        (self.db, self.store, self.at) = (db, store, at)
        let last = try Row.fetchOne(db, sql: "SELECT place, recorded, line FROM event ORDER BY place DESC LIMIT 1")
        next = last.map { ($0["place"] as Int) + 1 } ?? 0
        previous = Digest(of: last.map { Array($0["line"] as Data) } ?? [])
        if let last, Timestamp(seconds: last["recorded"]) > at {
            let known = Timestamp(seconds: last["recorded"])
            throw RegistryError(
                .badValue, file: store.path,
                reason: "\(at) is before \(known), when the registry last learnt something; give a later time")
        }
    }

    /// - Returns: The event as it stands in the log.
    @discardableResult
    mutating func append(_ body: EventBody, subject: String) throws -> RegistryEvent {
        let event = RegistryEvent(index: next, previous: previous, recordedAt: at, subject: subject, body: body)
        let line = event.line
        try db.cachedStatement(sql: "INSERT INTO event(place, subject, recorded, line) VALUES (?, ?, ?, ?)")
            .execute(arguments: [next, subject, at.seconds, Data(line)])
        next += 1
        previous = Digest(of: line)
        return event
    }

    /// Appends an event of an objection if its life allows it.
    ///
    /// - Returns: The life after it.
    @discardableResult
    mutating func append(_ body: EventBody, to id: String) throws -> ObjectionLife {
        var fold = try store.fold(db, id, until: nil)
        guard fold.lives[id] != nil else {
            throw RegistryError(.notFound, file: store.path, reason: "there is no objection \(id); see registry status")
        }
        try fold.apply(
            RegistryEvent(index: next, previous: previous, recordedAt: at, subject: id, body: body))
        try append(body, subject: id)
        guard let life = fold.lives[id] else { throw LifeFault("\(id) is gone") }
        return life
    }

    /// Keeps octets outside the log.
    ///
    /// - Returns: The commitment to them, and what is to be kept once their event's place is known.
    func seal(_ body: [UInt8]) -> (digest: Digest, salt: [UInt8]) {
        let salt = store.random(Commitment.saltSize)
        return (Commitment.make(body, salt: salt), salt)
    }

    func keep(_ body: [UInt8], _ salt: [UInt8], of place: Int, _ group: FieldGroup) throws {
        try db.cachedStatement(sql: "INSERT INTO body(place, part, salt, body) VALUES (?, ?, ?, ?)")
            .execute(arguments: [place, group.rawValue, Data(salt), Data(body)])
    }
}

public import Canonical
internal import Foundation
internal import GRDB
public import Ledger

/// What a look at every event of a log found.
public struct LogCheck: Sendable {
    public private(set) var tree = MerkleTree()
    /// Octets of fields that lie outside the log and fit their commitment; those erased as the log says.
    public private(set) var kept = 0
    public private(set) var erased = 0
    private var previous = Digest(of: [])
    private var last = Timestamp(seconds: .min)
    private var fold = LogFold()
    private let path: String

    init(_ path: String) { self.path = path }

    public var size: Int { tree.count }
    public var root: Digest { tree.root }
    public var lives: [String: ObjectionLife] { fold.lives }

    /// Takes the next line of the log.
    ///
    /// - Throws: ``RegistryError`` with code `damagedLog`, naming the event.
    @discardableResult
    mutating func take(_ line: [UInt8]) throws(RegistryError) -> RegistryEvent {
        let place = tree.count
        let event = try RegistryEvent(line: line, at: place, in: path)
        guard event.index == place else { throw .damaged(path, place, "it says it is event \(event.index)") }
        guard event.previous == previous else { throw .damaged(path, place, "it does not follow the event before it") }
        guard event.recordedAt >= last else { throw .damaged(path, place, "it is recorded before the event before it") }
        do throws(LifeFault) { try fold.apply(event) } catch { throw .damaged(path, place, error.reason) }
        previous = Digest(of: line)
        last = event.recordedAt
        tree.append(line)
        return event
    }

    /// Tests what is kept of a filing against the commitments of its event.
    mutating func take(
        bodies: [FieldGroup: (salt: [UInt8], body: [UInt8])], of event: RegistryEvent, erased gone: Set<FieldGroup>
    ) throws(RegistryError) {
        for (group, digest) in event.commitments {
            guard let (salt, body) = bodies[group] else {
                guard gone.contains(group) else {
                    throw .damaged(path, event.index, "its \(group.rawValue) is gone and was never erased")
                }
                erased += 1
                continue
            }
            guard !gone.contains(group) else {
                throw .damaged(path, event.index, "its \(group.rawValue) was erased and is there")
            }
            guard Commitment.make(body, salt: salt) == digest else {
                throw .damaged(path, event.index, "its \(group.rawValue) is not what was filed")
            }
            kept += body.count
        }
    }
}

extension RegistryEvent {
    /// What it commits to outside the log.
    var commitments: [FieldGroup: Digest] {
        switch body {
        case .file(let terms), .adopt(let terms, _): terms.commitments
        case .submit(let digest): [.evidence: digest]
        default: [:]
        }
    }
}

extension RegistryStore {
    /// Tests the whole log: form, order, chain and legality of every event, each field outside it against its commitment,
    /// every checkpoint made so far against the events, and the tables that objections are looked up by.
    ///
    /// - Parameters:
    ///   - key: Of the checkpoints; nil to take their signatures as given.
    ///   - tables: Whether the tables are tested too: what is compiled and exported does not rest on them.
    /// - Throws: ``RegistryError`` with code `damagedLog` for the first thing that is not as it was written.
    public func check(key: VerifyingKey? = nil, tables isWhole: Bool = true) throws(RegistryError) -> LogCheck {
        try read { db in
            let (gone, texts) = (try Self.erasures(db, path), try repertoireErasures(db))
            let heads = try Row.fetchAll(db, sql: "SELECT size, note FROM checkpoint ORDER BY size")
            var marks = Dictionary(uniqueKeysWithValues: heads.map { ($0["size"] as Int, $0["note"] as String) })
            var check = LogCheck(path)
            let tables = TableCheck(db: db, store: self)
            let rows = try Row.fetchCursor(db, sql: "SELECT place, subject, recorded, line FROM event ORDER BY place")
            while let row = try rows.next() {
                let event = try check.take(Array(row["line"] as Data))
                guard row["place"] == event.index, row["subject"] == event.subject,
                    row["recorded"] == event.recordedAt.seconds
                else { throw RegistryError.damaged(path, event.index, "its row does not fit its line") }
                let bodies = try Self.bodies(db, event)
                try check.take(bodies: bodies, of: event, erased: gone[event.subject] ?? [])
                if isWhole { try tables.run(event, bodies) }
                try self.check(db, repertoire: event, erased: texts)
                if let note = marks.removeValue(forKey: check.size) { try compare(note, check, key) }
            }
            guard marks.isEmpty else {
                throw RegistryError.damaged(
                    path, check.size, "a checkpoint of \(marks.keys.max() ?? 0) events was made, and they are gone")
            }
            if isWhole { try tables.finish(size: check.size) }
            return check
        }
    }

    private func compare(_ note: String, _ check: LogCheck, _ key: VerifyingKey?) throws {
        let head = try Checkpoint(bytes: Array(note.utf8), subject: path)
        guard head.size == check.size, head.root == check.root, head.origin == origin else {
            throw RegistryError.damaged(
                path, check.size - 1, "the events up to it are not those of the checkpoint made then")
        }
        if let key, try !head.note.isSigned(by: key) {
            throw RegistryError.damaged(path, check.size - 1, "the checkpoint made then is not signed by \(key)")
        }
    }

    /// Which groups of which objection the log says are erased.
    static func erasures(_ db: Database, _ path: String) throws -> [String: Set<FieldGroup>] {
        var gone: [String: Set<FieldGroup>] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT place, line FROM event WHERE instr(line, CAST('\"event\":\"erase\"' AS BLOB)) > 0")
        while let row = try rows.next() {
            let event = try event(row, path)
            if case .erase(let group) = event.body { gone[event.subject, default: []].insert(group) }
        }
        return gone
    }

    static func bodies(_ db: Database, _ event: RegistryEvent) throws -> [FieldGroup: (salt: [UInt8], body: [UInt8])] {
        guard !event.commitments.isEmpty else { return [:] }
        var bodies: [FieldGroup: (salt: [UInt8], body: [UInt8])] = [:]
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT part, salt, body FROM body WHERE place = ?"), arguments: [event.index])
        while let row = try rows.next() {
            guard let group = FieldGroup(rawValue: row["part"]) else { continue }
            bodies[group] = (Array(row["salt"] as Data), Array(row["body"] as Data))
        }
        return bodies
    }

    /// Tests the log, signs its head and keeps the checkpoint, so that no event before it can be changed unseen.
    public func checkpoint(_ key: SigningKey) throws(RegistryError) -> Checkpoint {
        let check = try check(key: key.verifying, tables: false)
        var head = Checkpoint(origin: origin, size: check.size, root: check.root)
        do throws(LedgerError) { try head.sign(with: key) } catch { throw .store(path, error) }
        try keep(head)
        return head
    }
}

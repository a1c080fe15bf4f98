public import Canonical
internal import Foundation
internal import GRDB
public import Ledger

extension Snapshot {
    /// Compiles what a registry knows at a time.
    ///
    /// The log is tested first and its head signed; the snapshot names that head. Every objection that refuses use is in it,
    /// but for those that were rejected and those that lack the standing their filing was taken with.
    ///
    /// - Parameters:
    ///   - key: Signs the checkpoint.
    ///   - at: Not before the last event.
    ///   - repertoires: The lists of those who object to a repertoire by name.
    ///   - mandates: The repertoire that is licensed, made of ``RegistryStore/repertoire(at:)`` and checked; empty for none.
    /// - Throws: ``RegistryError``, with code `damagedLog` if anything in the store is not as it was written.
    @discardableResult
    public static func compile(
        store: RegistryStore, key: SigningKey, publicSuffixList: [UInt8], at: Timestamp, into folder: String,
        repertoires: [Repertoire] = [], mandates: [UInt8] = []
    ) throws(RegistryError) -> Snapshot {
        _ = try parse(publicSuffixList)
        guard try store.lastTime() <= at else {
            throw RegistryError(
                .badValue, file: store.path, reason: "\(at) is before its last event; give a later time")
        }
        let head = try store.checkpoint(key)
        let log = LogHead(
            origin: head.origin, size: head.size, root: head.root,
            checkpoint: String(decoding: head.bytes, as: UTF8.self))
        let notices = try store.notices(at: at).flatMap { $0.grounds(at: at) }
        return try SnapshotFolder.replace(folder) { partial throws(RegistryError) in
            var writer = SnapshotWriter(
                into: partial, publicSuffixList: publicSuffixList, at: at, log: log, notices: notices,
                repertoires: repertoires, mandates: mandates)
            try store.eachObjection(at: at, size: head.size) { objection throws(RegistryError) in
                try writer.add(objection)
            }
            _ = try writer.finish(allowingRepeatedIDs: true)
        }
    }
}

extension RegistryStore {
    func lastTime() throws(RegistryError) -> Timestamp {
        try read { db in
            let last = try Int64.fetchOne(db, sql: "SELECT recorded FROM event ORDER BY place DESC LIMIT 1")
            return Timestamp(seconds: last ?? 0)
        }
    }

    /// Gives an objection for each scope that a snapshot shall have, from the first events of the log.
    func eachObjection(
        at time: Timestamp, size: Int, _ give: (Objection) throws(RegistryError) -> Void
    ) throws(RegistryError) {
        try read { db in
            let statement = try db.makeStatement(sql: "SELECT body FROM body WHERE place = ? AND part = 'scope'")
            let rules = try LogFold.rules(db, path, until: time).filter { $0.place < size }
            let rows = try Row.fetchCursor(
                db,
                sql: "SELECT place, subject, line FROM event WHERE subject > '' AND place < ? ORDER BY subject, place",
                arguments: [size])
            var walk = LifeWalk(rules: rules, path: path)
            func finish(_ done: (ObjectionLife, Int)?) throws {
                guard let (life, place) = done.map({ ($0.0.at(time), $0.1) }), life.isCompiled else { return }
                guard let bytes = try Data.fetchOne(statement, arguments: [place]) else {
                    guard life.erased.contains(.scope) else {
                        throw RegistryError.damaged(path, place, "its scope is gone")
                    }
                    return
                }
                for scope in try ScopeBody.read(Array(bytes), path) { try give(Objection(life, scope)) }
            }
            while let row = try rows.next() { try finish(walk.take(Self.event(row, path))) }
            try finish(walk.finish())
        }
    }
}

extension ObjectionLife {
    /// Whether a snapshot has it, blocking or as evidence.
    var isCompiled: Bool { terms.act.isRefusal && state != .rejected && standing >= terms.minimum }
}

extension Objection {
    init(_ life: ObjectionLife, _ scope: ObjectionScope) {
        self.init(
            id: life.id, scope: scope, state: life.state, standing: life.standing, effectiveFrom: life.terms.from,
            effectiveTo: life.effectiveTo, recordedAt: life.receivedAt, uses: life.terms.uses,
            isUnderReview: life.isUnderReview && scope.kind == .text)
    }
}

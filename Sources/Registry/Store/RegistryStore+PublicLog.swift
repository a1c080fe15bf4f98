public import Canonical
internal import Foundation
internal import GRDB
public import Ledger

extension RegistryStore {
    /// Some events of the log, in their order; fewer if it ends before.
    public func events(in range: Range<Int>) throws(RegistryError) -> [RegistryEvent] {
        try read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT place, line FROM event WHERE place >= ? AND place < ? ORDER BY place",
                arguments: [range.lowerBound, range.upperBound])
            var events: [RegistryEvent] = []
            while let row = try rows.next() { events.append(try Self.event(row, path)) }
            return events
        }
    }

    /// The scope an event commits to and the salt, if anybody may see them.
    ///
    /// - Returns: Nil if the event commits to none, the scope is personal, or it was erased.
    public func opening(of event: RegistryEvent) throws(RegistryError) -> (
        scopes: [ObjectionScope], opening: JSONValue
    )? {
        guard event.opensScope else { return nil }
        let kept = try read { db in try Self.bodies(db, event)[.scope] }
        guard let (salt, body) = kept else { return nil }
        return (try ScopeBody.read(body, path), LogExport.opening(body, salt, of: event.index))
    }

    /// The checkpoint of the most events that was ever signed.
    public func lastCheckpoint() throws(RegistryError) -> Checkpoint? {
        try read { db in
            try String.fetchOne(db, sql: "SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1").map {
                try Checkpoint(bytes: Array($0.utf8), subject: path)
            }
        }
    }

    /// Whether a key is the one that the log was signed with; any is before it ever was.
    public func isSigned(with key: VerifyingKey) throws(RegistryError) -> Bool {
        guard let head = try lastCheckpoint() else { return true }
        do throws(LedgerError) { return try head.note.isSigned(by: key) } catch { throw .store(path, error) }
    }

    /// Keeps a checkpoint, so that no event before it can be changed unseen.
    public func keep(_ head: Checkpoint) throws(RegistryError) {
        do {
            let note = String(decoding: head.bytes, as: UTF8.self)
            try queue.write { db in
                try db.execute(sql: "INSERT OR REPLACE INTO checkpoint VALUES (?, ?)", arguments: [head.size, note])
            }
        } catch {
            throw .store(path, error)
        }
    }
}

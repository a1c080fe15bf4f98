internal import Foundation
internal import GRDB

/// What is due when, and what was committed.
///
/// One store per output folder, one process at a time (``RunLock``). Every change comes as one ``SegmentCommit`` and is
/// applied in one SQLite transaction that is on disk before the call returns, so that after a kill the store shows
/// some commit whole and nothing of the next. There is no clock inside: `now` is milliseconds since 1970, given.
public actor Frontier {
    let store: DatabaseQueue
    let settings: FrontierSettings
    /// Hosts touched since the last commit, and those loaded because they are ready.
    var hosts: [String: HostMemory] = [:]
    var heap = ReadyHeap()
    /// Ready hosts up to here, by (ready time, id), have been loaded since the last commit.
    var cursor: (at: Int64, id: Int64) = (.min, .min)
    /// A run that was killed may have spoken to any host a moment ago; nil for a new store.
    let resumedAt: Int64?

    /// Opens or creates the store.
    ///
    /// - Parameters:
    ///   - path: The SQLite file. Its folder must exist and be locked by the caller.
    ///   - now: Milliseconds since 1970. A store that was used before leaves every host alone for its delay from now on.
    /// - Throws: ``FrontierError`` with code `store` or `tooNew`.
    public init(path: String, settings: FrontierSettings, now: Int64) throws(FrontierError) {
        self.settings = settings
        do {
            var configuration = Configuration()
            configuration.journalMode = .wal
            configuration.prepareDatabase { db in
                // GRDB lowers this for WAL; a commit must survive a power cut.
                try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY")
            }
            let store = try DatabaseQueue(path: path, configuration: configuration)
            guard try !store.read(FrontierSchema.migrator.hasBeenSuperseded) else {
                throw FrontierError(.tooNew, subject: path, words: "its tables are newer than this program")
            }
            try FrontierSchema.migrator.migrate(store)
            let isUsed = try store.read { try Bool.fetchOne($0, sql: "SELECT EXISTS(SELECT 1 FROM host)") ?? false }
            self.store = store
            resumedAt = isUsed ? now : nil
        } catch let error as FrontierError {
            throw error
        } catch {
            throw FrontierError(.store, subject: path, words: "\(error)")
        }
    }

    /// URLs by state, as committed.
    public func tallies() throws(FrontierError) -> [URLState: Int] {
        try read("tallies") { db in
            var counts: [URLState: Int] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT state, count FROM tally") {
                if let state = URLState(rawValue: row["state"]) { counts[state] = row["count"] }
            }
            return counts
        }
    }

    /// Due or scheduled URLs of a host, as committed.
    public func pending(host: String) throws(FrontierError) -> Int {
        try read(host) { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT (SELECT count(*) FROM url WHERE host = h.id AND state = 0)
                         + (SELECT count(*) FROM url WHERE host = h.id AND state = 1) FROM host h WHERE name = ?
                    """, arguments: [host]) ?? 0
        }
    }

    /// A note of an earlier commit; nil if there is none.
    public func note(_ key: String) throws(FrontierError) -> String? {
        try read(key) { try String.fetchOne($0, sql: "SELECT value FROM note WHERE key = ?", arguments: [key]) }
    }

    /// All notes whose key begins with some text.
    public func notes(startingWith prefix: String) throws(FrontierError) -> [String: String] {
        let rows = try read(prefix) { db in
            try Row.fetchAll(
                db, sql: "SELECT key, value FROM note WHERE key >= ? AND key < ?",
                arguments: [prefix, prefix + "\u{10FFFF}"])
        }
        return Dictionary(rows.map { ($0["key"], $0["value"]) }) { first, _ in first }
    }

    func read<T>(_ subject: String, _ body: (Database) throws -> T) throws(FrontierError) -> T {
        do {
            // Nobody else writes to the store, so a read needs no transaction of its own.
            return try store.unsafeRead(body)
        } catch {
            throw Self.fault(subject, error)
        }
    }

    func write<T>(_ subject: String, _ body: (Database) throws -> T) throws(FrontierError) -> T {
        do {
            return try store.write(body)
        } catch {
            throw Self.fault(subject, error)
        }
    }

    private static func fault(_ subject: String, _ error: any Error) -> FrontierError {
        error as? FrontierError ?? FrontierError(.store, subject: subject, words: "\(error)")
    }
}

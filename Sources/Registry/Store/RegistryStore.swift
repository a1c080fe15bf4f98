public import Canonical
internal import Foundation
internal import GRDB

/// The registry: an append-only log of events in SQLite, and beside it what may be erased.
///
/// Several processes may have one store open; each change is one transaction that is on disk before the call returns.
/// There is no clock inside: times are given, and never before those of the events that are there.
///
/// Source: `docs/formats/registry.md`.
public final class RegistryStore: Sendable {
    let queue: DatabaseQueue
    public let path: String
    /// The name of the log, as its checkpoints and receipts bear it.
    public let origin: String
    /// Given a count, as many random octets.
    let random: @Sendable (Int) -> [UInt8]
    /// Marks contacts, so that the store can compare what it need not read.
    let secret: [UInt8]

    private init(_ queue: DatabaseQueue, _ path: String, random: @escaping @Sendable (Int) -> [UInt8]) throws {
        (self.queue, self.path, self.random) = (queue, path, random)
        let (origin, secret) = try queue.read { db in
            (
                try String.fetchOne(db, sql: "SELECT value FROM setting WHERE key = 'origin'"),
                try Data.fetchOne(db, sql: "SELECT value FROM setting WHERE key = 'secret'")
            )
        }
        guard let origin, let secret else {
            throw RegistryError(.storage, file: path, reason: "it is no registry; make one with muniment registry init")
        }
        (self.origin, self.secret) = (origin, Array(secret))
    }

    /// Random octets of the system.
    public static let systemRandom: @Sendable (Int) -> [UInt8] = { count in
        var system = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &system) }
    }

    /// Makes a store that does not exist yet.
    ///
    /// - Parameter origin: The name of the log, such as `example.org/registry`.
    /// - Throws: ``RegistryError`` with code `storage`, also if a file of the name is there.
    public static func create(
        _ path: String, origin: String, rules: RegistryRules = RegistryRules(), at: Timestamp,
        random: @escaping @Sendable (Int) -> [UInt8] = systemRandom
    ) throws(RegistryError) -> RegistryStore {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw RegistryError(.storage, file: path, reason: "there is a file already; name a new one for the store")
        }
        do {
            let queue = try open(path)
            try StoreSchema.migrator.migrate(queue)
            try queue.write { db in
                for (key, value) in [("origin", Data(origin.utf8)), ("secret", Data(random(32)))] {
                    let text: any DatabaseValueConvertible = key == "origin" ? origin : value
                    try db.execute(sql: "INSERT INTO setting VALUES (?, ?)", arguments: [key, text])
                }
            }
            let store = try RegistryStore(queue, path, random: random)
            try store.change(at: at) { writer in _ = try writer.append(.rules(rules), subject: "") }
            return store
        } catch {
            throw .store(path, error)
        }
    }

    /// Opens a store.
    ///
    /// - Throws: ``RegistryError`` with code `storage`: there is none, it is none, or it is newer than this program.
    public static func open(
        _ path: String, random: @escaping @Sendable (Int) -> [UInt8] = systemRandom
    ) throws(RegistryError) -> RegistryStore {
        guard FileManager.default.fileExists(atPath: path) else {
            throw RegistryError(
                .storage, file: path, reason: "there is no store; make one with muniment registry init --store \(path)")
        }
        do {
            let queue = try open(path)
            guard try !queue.read(StoreSchema.migrator.hasBeenSuperseded) else {
                throw RegistryError(.storage, file: path, reason: "its tables are newer than this program; update it")
            }
            guard try queue.read({ try $0.tableExists("setting") && $0.tableExists("event") }) else {
                throw RegistryError(.storage, file: path, reason: "it is no registry; name the file of a store")
            }
            try StoreSchema.migrator.migrate(queue)
            return try RegistryStore(queue, path, random: random)
        } catch {
            throw .store(path, error)
        }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(30)
        configuration.prepareDatabase { db in
            // What is erased must not be left in free pages; a receipt is given for what is on disk.
            try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Runs one transaction that may append events.
    func change<Value>(
        at: Timestamp, _ body: (inout LogWriter) throws -> Value
    ) throws(RegistryError) -> Value {
        do {
            return try queue.write { db in
                var writer = try LogWriter(db, self, at: at)
                return try body(&writer)
            }
        } catch {
            throw .store(path, error)
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(RegistryError) -> Value {
        do { return try queue.read(body) } catch { throw .store(path, error) }
    }
}

extension RegistryError {
    /// What a store's own or SQLite's error means.
    static func store(_ path: String, _ error: any Error) -> RegistryError {
        if let error = error as? RegistryError { return error }
        if let fault = error as? LifeFault { return RegistryError(.notAllowed, file: path, reason: fault.reason) }
        if let error = error as? DatabaseError, error.resultCode == .SQLITE_NOTADB {
            return RegistryError(.storage, file: path, reason: "it is no registry; name the file of a store")
        }
        return RegistryError(.storage, file: path, reason: "\(error)")
    }
}

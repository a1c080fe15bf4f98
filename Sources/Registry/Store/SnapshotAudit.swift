public import Canonical
public import Ledger

/// Whether a snapshot has every objection that blocked when it was made, by the public log alone.
public struct SnapshotAudit: Sendable {
    /// Something that blocked and is not in the snapshot as it must be.
    public struct Finding: Hashable, Sendable {
        public let objection: String
        public let reason: String
    }

    /// Events of the log the snapshot was made of, and of the log that was looked at.
    public let size: Int
    public let logSize: Int
    /// Objections that blocked.
    public let blocking: Int
    /// Of these, such whose scope the log keeps to itself: for them kind and number of scopes were compared.
    public let unopened: Int
    public let findings: [Finding]
    /// Who signed the log's checkpoint.
    public let key: VerifyingKey

    /// Reads an exported log, tests all of it, and compares.
    ///
    /// - Parameter trusted: The key the log must be signed with; nil to take the one it names at its word.
    /// - Throws: ``RegistryError``: `damagedLog` if the log is not whole or not that of the snapshot, `badValue` for a
    ///   snapshot that was not compiled from a log.
    public init(_ snapshot: Snapshot, log file: String, trusted: VerifyingKey? = nil) throws(RegistryError) {
        guard let head = snapshot.log else {
            throw RegistryError(
                .badValue, file: snapshot.folder,
                reason: "it names no log: it was compiled from files, not from a store")
        }
        let log = try ReadLog(file, upTo: head.size, trusted: trusted)
        guard log.origin == head.origin, log.rootThere == head.root else {
            throw RegistryError(
                .damagedLog, file: file, reason: "its first \(head.size) events are not those the snapshot was made of")
        }
        let entries = Dictionary(grouping: snapshot.objections, by: \.id)
        var findings: [Finding] = []
        var (blocking, unopened) = (0, 0)
        for life in log.lives.values.map({ $0.at(snapshot.compiledAt) }) where life.isBlocking {
            blocking += 1
            let scopes = log.scopes[life.id]
            if scopes == nil { unopened += 1 }
            if let reason = Self.fault(life, scopes, entries[life.id] ?? []) {
                findings.append(Finding(objection: life.id, reason: reason))
            }
        }
        (size, logSize, key) = (head.size, log.size, log.key)
        (self.blocking, self.unopened) = (blocking, unopened)
        self.findings = findings.sorted { $0.objection < $1.objection }
    }

    private static func fault(_ life: ObjectionLife, _ scopes: [ObjectionScope]?, _ entries: [Objection]) -> String? {
        guard let scopes else {
            // Whoever leaves the opening away would have kind and number compared alone.
            guard life.terms.isPersonal else {
                return "the log does not open its scope, which is no secret: export it whole"
            }
            let (due, there) = (life.terms.kinds.map(\.rawValue).sorted(), entries.map(\.scope.kind.rawValue).sorted())
            // The list of a repertoire adds entries of other kinds.
            let isWhole = life.terms.kinds.contains(.repertoire) ? Set(due).isSubset(of: there) : due == there
            guard isWhole else { return "scopes of the kinds \(due) are due, \(there) are there" }
            return entries.first { $0 != Objection(life, $0.scope) }.map {
                "\($0.scope) has other terms than the log gives"
            }
        }
        for scope in scopes {
            guard let entry = entries.first(where: { $0.scope == scope }) else { return "\(scope) is missing" }
            if entry != Objection(life, scope) { return "\(scope) has other terms than the log gives" }
        }
        return nil
    }

    public var json: JSONValue {
        let list = findings.map { finding in
            JSONValue.object([
                .init("objection", .string(finding.objection)), .init("reason", .string(finding.reason)),
            ])
        }
        return .object([
            .init("blocking", .integer(Int64(blocking))), .init("findings", .array(list)),
            .init("key", .string(key.text)), .init("log_size", .integer(Int64(logSize))),
            .init("size", .integer(Int64(size))), .init("unopened", .integer(Int64(unopened))),
        ])
    }
}

public import Canonical
internal import Provenance
internal import Shards
internal import WebAddress

/// What changes between two ways of deciding the same rows, by verdict, reason and host.
public struct ReplayTable: Sendable {
    /// What changed in one way, such as from `allow` to `deny`.
    public struct Change: Sendable {
        public var documents = 0
        public var bytes = 0
        /// A guess, and no count: a quarter of the bytes.
        public var tokens: Int { bytes / 4 }
        public var hosts: Set<String> = []
        /// First reason of the pack that made it so, with how often it did.
        public var reasons: [String: Int] = [:]
    }

    /// By `from -> to`, in words of verdicts; what stayed alike is not in it.
    public private(set) var changes: [String: Change] = [:]

    public init() {}

    /// Adds a row whose decision changed.
    mutating func add(_ row: EvidenceRow, from old: Verdict, to new: Decision) {
        let name = "\(old.rawValue) -> \(new.verdict.rawValue)"
        var change = changes.removeValue(forKey: name) ?? Change()
        change.documents += 1
        change.bytes += row.considered.document?.textBytes ?? 0
        change.hosts.insert(row.considered.url.host)
        change.reasons[Self.reason(new), default: 0] += 1
        changes[name] = change
    }

    /// The pack that made it so, and its first reason.
    static func reason(_ decision: Decision) -> String {
        let decisive = decision.packs.first { $0.verdict == decision.verdict }
        return decisive.map { "\($0.pack): \($0.reasons.first ?? "")" } ?? ""
    }

    public var json: JSONValue { .object(changes.map { .init($0.key, Self.json($0.value)) }) }

    private static func json(_ change: Change) -> JSONValue {
        .object([
            .init("documents", .integer(Int64(change.documents))),
            .init("hosts", .array(change.hosts.sorted().map { .string($0) })),
            .init("reasons", .object(change.reasons.map { .init($0.key, .integer(Int64($0.value))) })),
            .init("text_bytes", .integer(Int64(change.bytes))), .init("tokens", .integer(Int64(change.tokens))),
        ])
    }
}

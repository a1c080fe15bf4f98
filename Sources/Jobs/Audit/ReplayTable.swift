public import Canonical
internal import Provenance
internal import Shards

/// What changes between two ways of deciding the same rows, by verdict, reason and host.
public struct ReplayTable: Sendable {
    /// What changed in one way, such as from `allow` to `deny`, and how much of it for each reason.
    public struct Change: Sendable {
        public private(set) var total = ReplayCount()
        /// By the first reason of the pack that made it so.
        public private(set) var reasons: [String: ReplayCount] = [:]

        mutating func add(_ row: EvidenceRow, _ reason: String) {
            total.add(row)
            reasons[reason, default: ReplayCount()].add(row)
        }
    }

    /// By `from -> to`, in words of verdicts; what stayed alike is not in it.
    public private(set) var changes: [String: Change] = [:]

    public init() {}

    /// Adds a row whose decision changed.
    mutating func add(_ row: EvidenceRow, from old: Verdict, to new: Decision) {
        let name = "\(old.rawValue) -> \(new.verdict.rawValue)"
        changes[name, default: Change()].add(row, Self.reason(new))
    }

    /// The pack that made it so, and its first reason.
    static func reason(_ decision: Decision) -> String {
        let decisive = decision.packs.first { $0.verdict == decision.verdict }
        return decisive.map { "\($0.pack): \($0.reasons.first ?? "")" } ?? ""
    }

    public var json: JSONValue { .object(changes.map { .init($0.key, Self.json($0.value)) }) }

    private static func json(_ change: Change) -> JSONValue {
        let reasons = change.reasons.map { JSONValue.Member($0.key, .object($0.value.members)) }
        return .object(change.total.members + [.init("reasons", .object(reasons))])
    }
}

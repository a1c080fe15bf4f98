public import Canonical
public import Licensing
internal import Provenance
internal import Shards
internal import WebAddress

/// What would change in an output if it were decided under other rules: each row's evidence decided twice, at its own
/// time, and compared.
public struct PolicyReplay: Sendable {
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

    public let rows: Int
    /// By `from -> to`, in words of verdicts; what stayed alike is not in it.
    public let changes: [String: Change]

    /// - Throws: ``JobError`` if the folder is no output or a part cannot be read to its end.
    public init(output: String, profile: UseProfile, from old: Ruleset, to new: Ruleset) throws(JobError) {
        var rows = 0
        var changes: [String: Change] = [:]
        try RowSearch(output: output).each { row in
            guard row.kind == .capture, let last = row.decisions.last else { return }
            rows += 1
            func decision(_ ruleset: Ruleset) -> Decision {
                Licensing.decide(row.considered, profile: profile, ruleset: ruleset, moment: last.moment, at: last.at)
            }
            let (before, after) = (decision(old), decision(new))
            guard before.verdict != after.verdict else { return }
            var change = changes["\(before.verdict.rawValue) -> \(after.verdict.rawValue)"] ?? Change()
            change.documents += 1
            change.bytes += row.considered.document?.textBytes ?? 0
            change.hosts.insert(row.considered.url.host)
            let decisive = after.packs.first { $0.verdict == after.verdict }
            change.reasons[decisive.map { "\($0.pack): \($0.reasons.first ?? "")" } ?? "", default: 0] += 1
            changes["\(before.verdict.rawValue) -> \(after.verdict.rawValue)"] = change
        }
        self.rows = rows
        self.changes = changes
    }

    public var json: JSONValue {
        .object([
            .init(
                "changes",
                .object(
                    changes.map { name, change in
                        .init(
                            name,
                            .object([
                                .init("documents", .integer(Int64(change.documents))),
                                .init("hosts", .array(change.hosts.sorted().map { .string($0) })),
                                .init(
                                    "reasons",
                                    .object(change.reasons.map { .init($0.key, .integer(Int64($0.value))) })),
                                .init("text_bytes", .integer(Int64(change.bytes))),
                                .init("tokens", .integer(Int64(change.tokens))),
                            ]))
                    })), .init("rows", .integer(Int64(rows))),
        ])
    }
}

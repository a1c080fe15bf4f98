public import Canonical
internal import WebAddress

/// A snapshot in figures, for people.
public struct SnapshotSummary: Hashable, Sendable, CustomStringConvertible {
    private static let notesShown = 20

    /// The first of the notes, and how many more there are.
    public var shownNotes: [String] {
        let rest = notes.count - Self.notesShown
        return notes.prefix(Self.notesShown) + (rest > 0 ? ["the same holds for \(rest) more"] : [])
    }

    /// The name of the snapshot, `sha256:` and 64 hex digits.
    public let name: String
    public let compiledAt: Timestamp
    public let notices: Int
    /// The head of the log it was compiled from.
    public let log: LogHead?
    public let publicSuffixList: Digest
    public let publicSuffixRules: Int
    public let entries: Int
    /// Of all files but the Public Suffix List.
    public let bytes: Int
    public let byScope: [ScopeKind: Int]
    public let byState: [ObjectionState: Int]
    /// Entries that block at the time of the compile.
    public let blocking: Int
    /// Ids of entries that would block but for their standing, in the order of the snapshot.
    public let lackingStanding: [String]

    /// One sentence for each thing that whoever compiled may not have meant.
    public var notes: [String] {
        lackingStanding.map { id in
            "\(id) does not block: at L0 only url, prefix and host scopes do; it blocks from L1"
        }
    }

    public var description: String {
        let scopes = ScopeKind.allCases.map { "\($0.rawValue) \(byScope[$0] ?? 0)" }.joined(separator: ", ")
        let states = ObjectionState.allCases.compactMap { state in byState[state].map { "\(state.rawValue) \($0)" } }
        let lines = [
            "snapshot            \(name)", "compiled at         \(compiledAt)",
            "log                 \(log?.description ?? "none: compiled from files")",
            "public suffix list  \(publicSuffixList) (\(publicSuffixRules) rules)",
            "notices             \(notices)", "entries             \(entries) (\(scopes))",
            "bytes               \(bytes)",
            "states              \(states.joined(separator: ", "))",
            "blocking            \(blocking) at the time of the compile",
        ]
        return (lines + shownNotes.map { "note: \($0)" }).joined(separator: "\n")
    }

    /// The same as one JSON object.
    public var json: JSONValue {
        .object([
            .init("blocking", .integer(Int64(blocking))),
            .init("bytes", .integer(Int64(bytes))),
            .init("compiled_at", .string(compiledAt.description)),
            .init("entries", .integer(Int64(entries))),
            .init("log", log?.json ?? .null),
            .init("lacking_standing", .array(lackingStanding.map { .string($0) })),
            .init("name", .string(name)),
            .init("notices", .integer(Int64(notices))),
            .init("public_suffix_list", .string(publicSuffixList.description)),
            .init("public_suffix_rules", .integer(Int64(publicSuffixRules))),
            .init("scopes", .object(ScopeKind.allCases.map { .init($0.rawValue, .integer(Int64(byScope[$0] ?? 0))) })),
            .init(
                "states",
                .object(ObjectionState.allCases.map { .init($0.rawValue, .integer(Int64(byState[$0] ?? 0))) })),
        ])
    }
}

extension Snapshot {
    /// Every entry, in its order, made as it is read; one that cannot be read ends the sequence.
    public var objections: some Sequence<Objection> {
        let index = index
        return sequence(state: 0) { (at: inout Int) -> Objection? in
            guard let entry = index.entry(at: UInt32(at)), let objection = index.objection(at: UInt32(at)) else {
                return nil
            }
            at = entry.end
            return objection
        }
    }

    /// The snapshot in figures.
    ///
    /// - Complexity: Linear in the number of entries.
    public var summary: SnapshotSummary {
        var (states, blocking, lacking) = ([ObjectionState: Int](), 0, [String]())
        for objection in objections {
            states[objection.state, default: 0] += 1
            if objection.blocks(at: compiledAt) { blocking += 1 }
            if objection.state.isBlocking, !objection.standing.suffices(for: objection.scope.kind) {
                lacking.append(objection.id)
            }
        }
        let size = SnapshotFile.allCases.filter { $0 != .publicSuffixList }
            .reduce(0) { $0 + (index.manifest.files[$1]?.bytes ?? 0) }
        return SnapshotSummary(
            name: name, compiledAt: compiledAt, notices: index.manifest.notices.count, log: log,
            publicSuffixList: publicSuffixListDigest,
            publicSuffixRules: publicSuffixList?.ruleCount ?? 0, entries: count, bytes: size,
            byScope: index.manifest.scopes, byState: states, blocking: blocking, lackingStanding: lacking)
    }
}

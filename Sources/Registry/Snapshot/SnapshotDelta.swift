public import Canonical
internal import Provenance

/// What changed from one snapshot to another.
public struct SnapshotDelta: Sendable {
    /// One entry that one of the two holds and the other does not.
    public struct Change: Hashable, Sendable {
        public let objection: Objection
        public let isAdded: Bool

        /// One line of the feed.
        public var json: JSONValue {
            .object([
                .init("capacity", .string(objection.capacity.rawValue)),
                .init("change", .string(isAdded ? "added" : "removed")),
                .init("from", .string(objection.effectiveFrom.description)),
                .init("key", .string(objection.scope.key)),
                .init("objection", .string(objection.id)),
                .init("recorded", .string(objection.recordedAt.description)),
                .init("review", .bool(objection.isUnderReview)),
                .init("scope", .string(objection.scope.kind.rawValue)),
                .init("standing", .string(objection.standing.rawValue)),
                .init("state", .string(objection.state.rawValue)),
                .init("to", .string(objection.effectiveTo?.description ?? "")),
                .init("uses", .string(objection.uses.map(\.rawValue).joined(separator: " "))),
            ])
        }
    }

    /// What the first line of a feed names its format.
    public static let format = "muniment.registry.delta/1"

    private let older: Snapshot
    private let newer: Snapshot

    public init(from older: Snapshot, to newer: Snapshot) {
        self.older = older
        self.newer = newer
    }

    public var header: JSONValue {
        .object([
            .init("format", .string(Self.format)), .init("from", .string(older.name)),
            .init("from_compiled_at", .string(older.compiledAt.description)), .init("to", .string(newer.name)),
            .init("to_compiled_at", .string(newer.compiledAt.description)),
        ])
    }

    /// The changes in the order of the entries (kind of scope, key, id), made as they are read.
    public var changes: some Sequence<Change> {
        sequence(state: Walk(older.objections, newer.objections)) { $0.next() }
    }

    private struct Walk {
        private var olds: AnyIterator<Objection>
        private var news: AnyIterator<Objection>
        private var old: Objection?
        private var new: Objection?

        init(_ olds: some Sequence<Objection>, _ news: some Sequence<Objection>) {
            self.olds = AnyIterator(olds.makeIterator())
            self.news = AnyIterator(news.makeIterator())
            old = self.olds.next()
            new = self.news.next()
        }

        mutating func next() -> Change? {
            while old != nil, old == new {
                old = olds.next()
                new = news.next()
            }
            guard let one = old else { return take(added: new) }
            guard let other = new, !Self.isFirst(one, other) else {
                old = olds.next()
                return Change(objection: one, isAdded: false)
            }
            return take(added: other)
        }

        private mutating func take(added: Objection?) -> Change? {
            guard let added else { return nil }
            new = news.next()
            return Change(objection: added, isAdded: true)
        }

        /// Whether the older entry comes before the newer one; of two with the same key and id, the older.
        private static func isFirst(_ old: Objection, _ new: Objection) -> Bool {
            if old.scope.kind != new.scope.kind { return old.scope.kind.code < new.scope.kind.code }
            let (mine, theirs) = (old.scope.octets, new.scope.octets)
            if mine != theirs { return mine.lexicographicallyPrecedes(theirs) }
            return !Array(new.id.utf8).lexicographicallyPrecedes(Array(old.id.utf8))
        }
    }
}

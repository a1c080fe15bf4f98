public import Canonical
public import Provenance

/// What the log says of a filing: all that its life depends on, and nothing of who filed it or what it covers.
public struct FiledTerms: Hashable, Sendable {
    public var act: ObjectionAct
    /// One for each scope, in the order filed.
    public var kinds: [ScopeKind]
    public var uses: [UseCategory]
    /// When it begins to have effect: receipt, but for lists of others, which may say.
    public var from: Timestamp
    /// Exclusive; nil if it has no end.
    public var to: Timestamp?
    /// Below this standing it does not block, whatever its kind of scope says.
    public var minimum: Standing
    /// Whether the scope is told to nobody but by its kind.
    public var isPersonal: Bool
    public var commitments: [FieldGroup: Digest]

    var members: [JSONValue.Member] {
        let commitments = commitments.map { JSONValue.Member($0.key.rawValue, .string($0.value.description)) }
        return [
            .init("act", .string(act.rawValue)), .init("commitments", .object(commitments)),
            .init("from", .string(from.description)),
            .init("kinds", .array(kinds.map { .string($0.rawValue) })), .init("minimum", .string(minimum.rawValue)),
            .init("personal", .bool(isPersonal)), .init("uses", .array(uses.map { .string($0.rawValue) })),
        ] + (to.map { [.init("to", .string($0.description))] } ?? [])
    }

    init(
        act: ObjectionAct, kinds: [ScopeKind], uses: [UseCategory], from: Timestamp, to: Timestamp?,
        minimum: Standing = .claim, isPersonal: Bool = false, commitments: [FieldGroup: Digest] = [:]
    ) {
        (self.act, self.kinds, self.uses, self.from, self.to) = (act, kinds, uses, from, to)
        (self.minimum, self.isPersonal, self.commitments) = (minimum, isPersonal, commitments)
    }

    /// - Returns: Nil for what no registry writes.
    init?(_ value: JSONValue) {
        guard let act = value["act"]?.string.flatMap({ ObjectionAct(rawValue: $0) }),
            let kinds = value["kinds"]?.array?.map({ $0.string.flatMap { ScopeKind(rawValue: $0) } }),
            let uses = value["uses"]?.array?.map({ $0.string.flatMap { UseCategory(rawValue: $0) } }),
            let from = value["from"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
            let minimum = value["minimum"]?.string.flatMap({ Standing(rawValue: $0) }),
            let isPersonal = value["personal"]?.bool, let marks = value["commitments"]?.members,
            !kinds.isEmpty, !kinds.contains(nil), !uses.isEmpty, !uses.contains(nil)
        else { return nil }
        self.init(
            act: act, kinds: kinds.compactMap { $0 }, uses: uses.compactMap { $0 }, from: from, to: nil,
            minimum: minimum, isPersonal: isPersonal)
        if let end = value["to"] {
            guard let to = end.string.flatMap({ Timestamp(rfc3339: $0) }) else { return nil }
            self.to = to
        }
        for mark in marks {
            guard let group = FieldGroup(rawValue: mark.key), let digest = mark.value.string.flatMap({ Digest($0) })
            else { return nil }
            commitments[group] = digest
        }
    }
}

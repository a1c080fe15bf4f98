public import Canonical
public import Provenance

/// An objection as somebody files it.
public struct ObjectionFiling: Hashable, Sendable {
    /// A scope as filed: kind and value in the filer's own spelling.
    public struct Scope: Hashable, Sendable {
        public let kind: String
        public let value: String

        public init(kind: String, value: String) { (self.kind, self.value) = (kind, value) }
    }

    public var objector: Objector
    public var scopes: [Scope]
    public var act: ObjectionAct
    /// Empty: all.
    public var uses: [UseCategory]
    /// Exclusive; nil for no end.
    public var to: Timestamp?
    /// From when the objector would have it; kept as evidence, for payment. It has effect from receipt.
    public var requestedFrom: Timestamp?
    /// What it rests on, in words and addresses.
    public var evidence: [String]
    /// That the objector acts in good faith.
    public var goodFaith: Bool
    /// That the objector is, or acts for, the holder of the right.
    public var authority: Bool
    /// Whether the log shows the scope by its kind alone.
    public var isPersonal: Bool
    /// `cli`, `portal`, `mail` …
    public var channel: String

    public init(
        objector: Objector, scopes: [Scope], act: ObjectionAct = .excludeAll, uses: [UseCategory] = [],
        to: Timestamp? = nil, requestedFrom: Timestamp? = nil, evidence: [String] = [], goodFaith: Bool,
        authority: Bool, isPersonal: Bool = false, channel: String
    ) {
        (self.objector, self.scopes, self.act, self.uses, self.to) = (objector, scopes, act, uses, to)
        (self.requestedFrom, self.evidence, self.goodFaith) = (requestedFrom, evidence, goodFaith)
        (self.authority, self.isPersonal, self.channel) = (authority, isPersonal, channel)
    }

    var identityBody: [UInt8] {
        JSONValue.object([
            .init("channel", .string(channel)), .init("contact", .string(objector.contact)),
            .init("identifiers", .array(objector.identifiers.map { .string($0) })),
            .init("kind", .string(objector.kind.rawValue)), .init("name", .string(objector.name)),
        ]).canonicalBytes
    }

    var evidenceBody: [UInt8] {
        JSONValue.object(
            [
                .init("authority", .bool(authority)), .init("evidence", .array(evidence.map { .string($0) })),
                .init("good_faith", .bool(goodFaith)),
            ] + (requestedFrom.map { [.init("requested_from", .string($0.description))] } ?? [])
        ).canonicalBytes
    }
}

/// How far an objector has shown to be entitled to object.
public enum Standing: String, CaseIterable, Hashable, Sendable, Comparable {
    /// A claim and no more.
    case claim = "L0"
    /// A verified mailbox at the same registrable domain.
    case mailbox = "L1"
    /// Control of the domain.
    case domain = "L2"
    /// A signature with a key bound to the domain or to a person.
    case signature = "L3"
    /// Documents: registration, contract, mandate, inheritance.
    case documents = "L4"
    /// An order of a court or regulator.
    case order = "L5"

    /// Whether a scope of this kind blocks at this standing.
    ///
    /// A mere claim blocks a URL, a prefix, a host or an account and nothing wider, so that nobody takes a whole domain,
    /// or every copy of a work, out of use without proving anything. Whoever names a repertoire or a part of a data set
    /// has shown a mandate or an order first.
    /// Source: licensing bases 0.0.8 and 2(b), "provisional block before proof?", read 2026-11-30.
    public func suffices(for kind: ScopeKind) -> Bool {
        switch kind {
        case .url, .prefix, .host, .account: true
        case .domain, .payload, .work, .party, .text: self >= .mailbox
        case .repertoire, .shard: self >= .documents
        }
    }

    /// Whether a match by a scope of this kind is sure at this standing, or only a candidate that somebody shall look at.
    ///
    /// Source: licensing bases 2(b), "author/publisher identity: HOLD candidates for review", read 2026-11-30.
    public func isSure(for kind: ScopeKind) -> Bool { kind != .party || self >= .signature }

    public static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
}

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
    /// A mere claim blocks a URL, a prefix or a host and nothing wider, so that nobody takes a whole domain, or
    /// every copy of a payload, out of use without proving anything.
    public func suffices(for kind: ScopeKind) -> Bool {
        switch kind {
        case .url, .prefix, .host: true
        case .domain, .payload: self >= .mailbox
        }
    }

    public static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
}

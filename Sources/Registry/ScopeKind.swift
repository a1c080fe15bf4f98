/// What kind of thing an objection covers.
///
/// The order of the cases is the order of a snapshot's entries.
public enum ScopeKind: String, CaseIterable, Hashable, Sendable {
    /// A registrable domain, or a name below one, and everything under it.
    case domain
    /// One host, on every port.
    case host
    /// Every capture with these payload bytes, wherever it was found.
    case payload
    /// Every URL that begins with these octets.
    case prefix
    /// One URL.
    case url
}

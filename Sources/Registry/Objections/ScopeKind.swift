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

    /// Its place in the order of a snapshot's entries, which is its mark among them.
    var code: UInt8 {
        switch self {
        case .domain: 0
        case .host: 1
        case .payload: 2
        case .prefix: 3
        case .url: 4
        }
    }

    /// Its bit in a set of kinds.
    var bit: UInt8 { 1 << code }

    /// What must be shown for an objection of this kind to be verified.
    ///
    /// Source: licensing bases 2(b), "Scope kinds and required standing", and 0.0.8, read 2026-11-29.
    public var standingDue: Standing {
        switch self {
        case .url, .prefix, .host, .payload: .mailbox
        case .domain: .domain
        }
    }

    init?(code: UInt8) {
        guard Int(code) < Self.allCases.count else { return nil }
        self = Self.allCases[Int(code)]
    }
}

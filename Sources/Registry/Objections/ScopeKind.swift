internal import Provenance

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
    /// Every document that says of itself that it is, or is part of, the work with this identifier.
    case work
    /// Every document that says of itself that it is by the person or body with this identifier.
    case party
    /// Every copy of a text, by its near-duplicate sketch.
    case text
    /// What stands on a list that is given to the compile under this name.
    case repertoire
    /// A part of a data set, by the name it was given out under.
    case shard
    /// What one user of a platform has there.
    case account
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
        case .work: 3
        case .party: 4
        case .text: 5
        case .repertoire: 6
        case .shard: 7
        case .account: 8
        case .prefix: 9
        case .url: 10
        }
    }

    /// Its bit in a set of kinds.
    var bit: UInt16 { 1 << UInt16(code) }

    /// Kinds whose keys are addresses that cover all that begins with them. They stand side by side among the entries.
    static let prefixLike: [ScopeKind] = [.account, .prefix]

    var isPrefixLike: Bool { self == .account || self == .prefix }

    /// Whether its key begins with a host.
    var hasHost: Bool {
        switch self {
        case .domain, .host, .account, .prefix, .url: true
        case .payload, .work, .party, .text, .repertoire, .shard: false
        }
    }

    /// How many octets a key of it has in a snapshot; nil if that depends on the key.
    var keyLength: Int? {
        switch self {
        case .payload: 32
        case .text: TextSketch.octetCount
        default: nil
        }
    }

    /// What must be shown for an objection of this kind to be verified.
    ///
    /// Source: licensing bases 2(b), "Scope kinds and required standing", and 0.0.8, read 2026-11-29.
    public var standingDue: Standing {
        switch self {
        case .url, .prefix, .host, .account, .payload, .text: .mailbox
        case .domain: .domain
        case .work, .party: .signature
        case .repertoire, .shard: .documents
        }
    }

    init?(code: UInt8) {
        guard Int(code) < Self.allCases.count else { return nil }
        self = Self.allCases[Int(code)]
    }
}

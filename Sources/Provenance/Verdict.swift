/// What a decision comes to, from the softest to the hardest. Across packs the hardest wins.
public enum Verdict: String, CaseIterable, Hashable, Sendable, Comparable {
    case allow
    case allowWithObligations
    case hold
    case deny
    case purge

    /// Whether a document with this verdict at `use` may be written to a shard.
    public var admits: Bool { self <= .allowWithObligations }

    /// Written out, since a decision compares verdicts hundreds of times.
    private var rank: Int {
        switch self {
        case .allow: 0
        case .allowWithObligations: 1
        case .hold: 2
        case .deny: 3
        case .purge: 4
        }
    }

    public static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }
}

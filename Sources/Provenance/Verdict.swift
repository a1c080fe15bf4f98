/// What a decision comes to, from the softest to the hardest. Across packs the hardest wins.
public enum Verdict: String, CaseIterable, Hashable, Sendable, Comparable {
    case allow
    case allowWithObligations
    case hold
    case deny
    case purge

    /// Whether a document with this verdict at `use` may be written to a shard.
    public var admits: Bool { self <= .allowWithObligations }

    public static func < (left: Verdict, right: Verdict) -> Bool {
        allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
}

/// When a decision is taken. Only `use` admits bytes to a shard.
public enum Moment: String, CaseIterable, Hashable, Sendable, Comparable {
    /// May we take it?
    case fetch
    /// What is its basis?
    case tag
    /// May it enter this shard?
    case use

    public static func < (left: Moment, right: Moment) -> Bool {
        allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
}

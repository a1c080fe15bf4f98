/// When a decision is taken. Only `use` admits bytes to a shard.
public enum Moment: String, CaseIterable, Hashable, Sendable, Comparable {
    /// May we take it?
    case fetch
    /// What is its basis?
    case tag
    /// May it enter this shard?
    case use

    /// Both moments at which what a carrier states counts, made once: readers name them for every statement.
    public static let ofStatements: Set<Moment> = [.fetch, .use]

    private var place: Int {
        switch self {
        case .fetch: 0
        case .tag: 1
        case .use: 2
        }
    }

    public static func < (left: Moment, right: Moment) -> Bool { left.place < right.place }

    /// By place: hashing the word costs more than all else that is done with a set of moments.
    public func hash(into hasher: inout Hasher) { hasher.combine(place) }
}

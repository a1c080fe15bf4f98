/// What a robots file says to one agent about one URL.
public struct RobotsVerdict: Hashable, Sendable {
    /// An extension line that speaks of the URL: Content-Usage or Content-Signal.
    public struct Statement: Hashable, Sendable {
        public let record: RobotsRecord
        /// The value without its path.
        public let value: String
    }

    /// The stricter of all readings where they differ.
    public let allowed: Bool
    /// The line that decided; nil if none matched.
    public let record: RobotsRecord?
    /// Whether a group of the file speaks to the agent.
    public let hasGroup: Bool
    /// Seconds, the longest that the agent's group names; nil if none.
    public let crawlDelay: Double?
    /// Content-Usage lines that count for the URL: those with the longest path.
    public let contentUsage: [Statement]
    /// Content-Signal lines that count for the URL: those with the longest path.
    public let contentSignals: [Statement]
    /// RSL `License` lines of the agent's group; those outside all groups if its group has none.
    public let licences: [Statement]
    /// `ambiguous-grouping`, `ambiguous-escapes`, `ambiguous-placement`.
    public let notes: [String]

    public var isAmbiguous: Bool { !notes.isEmpty }
}

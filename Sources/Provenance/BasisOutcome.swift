/// One basis as a pack tried it.
public struct BasisOutcome: Hashable, Sendable {
    public let id: String
    /// Whether its trigger was observed; `unknown` raises it with everything in doubt, `no` leaves it aside.
    public let raised: Truth
    /// The truth of each condition, in the order of the ruleset; empty if it was not raised.
    public let conditions: [Truth]

    public init(id: String, raised: Truth, conditions: [Truth]) {
        self.id = id
        self.raised = raised
        self.conditions = conditions
    }

    /// Whether it stands, falls, or is in doubt.
    public var truth: Truth { conditions.reduce(raised) { $0.and($1) } }
}

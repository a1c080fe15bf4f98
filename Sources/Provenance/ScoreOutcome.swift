/// What each factor of a pack's score came to, in the order of the ruleset: with it anyone can add up again.
public struct ScoreOutcome: Hashable, Sendable {
    public let id: String
    public let factors: [Truth]

    public init(id: String, factors: [Truth]) {
        self.id = id
        self.factors = factors
    }
}

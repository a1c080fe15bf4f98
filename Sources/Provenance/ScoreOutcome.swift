/// What each factor of a pack's score came to, in the order of the ruleset: with it anyone can add up again.
public struct ScoreOutcome: Hashable, Sendable {
    public let id: String
    public let factors: [Truth]
    /// How long what each factor rests on speaks; one for each.
    public let lives: [EvidenceLife]

    public init(id: String, factors: [Truth], lives: [EvidenceLife]) {
        (self.id, self.factors, self.lives) = (id, factors, lives)
    }
}

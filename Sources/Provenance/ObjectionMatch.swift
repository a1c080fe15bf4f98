public import Canonical

/// An objection of the registry that covers a capture.
public struct ObjectionMatch: Hashable, Sendable {
    public let objection: String
    /// `url`, `prefix`, `host`, `domain`, `payload` …
    public let scope: String
    /// The match key that was hit.
    public let key: String
    /// `RECEIVED`, `VERIFIED`, `EFFECTIVE`, `LAPSED` … as the snapshot has it.
    public let state: String
    /// Whether it blocks at the time asked for.
    public let isBlocking: Bool
    /// Only a near or self-declared match, which holds and does not deny.
    public let isUncertain: Bool
    public let effectiveFrom: Timestamp
    /// Exclusive; nil if it has no end.
    public let effectiveTo: Timestamp?
    /// As what the objector objects where that matters to a law: ``coAuthor``; empty otherwise.
    public let capacity: String
    /// How like the text objected to the document is; nil for what is no near-duplicate match.
    public let similarity: TextSimilarity?

    /// One author of several.
    public static let coAuthor = "co-author"

    public init(
        objection: String, scope: String, key: String, state: String, isBlocking: Bool, isUncertain: Bool,
        effectiveFrom: Timestamp, effectiveTo: Timestamp?, capacity: String = "",
        similarity: TextSimilarity? = nil
    ) {
        self.objection = objection
        self.scope = scope
        self.key = key
        self.state = state
        self.isBlocking = isBlocking
        self.isUncertain = isUncertain
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.capacity = capacity
        self.similarity = similarity
    }
}

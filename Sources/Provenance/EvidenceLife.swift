public import Canonical

/// How long evidence speaks: when the oldest of it was taken, and when the first of it will be too old to answer.
public struct EvidenceLife: Hashable, Sendable {
    /// Nil where nothing it rests on was taken at a time, as a list has none.
    public let observed: Timestamp?
    /// Nil where nothing it rests on ages.
    public let until: Timestamp?

    public init(observed: Timestamp? = nil, until: Timestamp? = nil) { (self.observed, self.until) = (observed, until) }

    /// That of both together.
    public func joined(with other: EvidenceLife) -> EvidenceLife {
        EvidenceLife(observed: Self.earlier(observed, other.observed), until: Self.earlier(until, other.until))
    }

    private static func earlier(_ one: Timestamp?, _ other: Timestamp?) -> Timestamp? {
        guard let one, let other else { return one ?? other }
        return min(one, other)
    }
}

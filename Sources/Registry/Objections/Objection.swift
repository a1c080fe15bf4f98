public import Canonical
public import Provenance

/// One rights holder's refusal, as the snapshot has it: without the objector and without the note.
public struct Objection: Hashable, Sendable {
    public let id: String
    public let scope: ObjectionScope
    public let state: ObjectionState
    public let standing: Standing
    public let effectiveFrom: Timestamp
    /// Exclusive; nil if it has no end.
    public let effectiveTo: Timestamp?
    /// When the registry learnt of it.
    public let recordedAt: Timestamp
    /// The uses refused, in the order of ``UseCategory``; `[.all]` unless the filing names some.
    public let uses: [UseCategory]
    /// As what the objector objects, where that matters to a law.
    public let capacity: Capacity
    /// Whether somebody shall look at how far it reaches: until then it holds and does not bar.
    public let isUnderReview: Bool

    /// What the objector is to the work.
    public enum Capacity: String, CaseIterable, Hashable, Sendable {
        /// Who alone may refuse; what is meant where nothing is said.
        case soleHolder = ""
        /// One author of several.
        case coAuthor = "co-author"
    }

    init(
        id: String, scope: ObjectionScope, state: ObjectionState, standing: Standing, effectiveFrom: Timestamp,
        effectiveTo: Timestamp?, recordedAt: Timestamp, uses: [UseCategory],
        capacity: Capacity = .soleHolder, isUnderReview: Bool = false
    ) {
        self.id = id
        self.scope = scope
        self.state = state
        self.standing = standing
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.recordedAt = recordedAt
        self.uses = uses
        self.capacity = capacity
        self.isUnderReview = isUnderReview
    }

    /// The same objection to something else.
    func covering(_ scope: ObjectionScope) -> Objection {
        Objection(
            id: id, scope: scope, state: state, standing: standing, effectiveFrom: effectiveFrom,
            effectiveTo: effectiveTo, recordedAt: recordedAt, uses: uses, capacity: capacity,
            isUnderReview: isUnderReview)
    }

    /// Whether it blocks what it covers at a time: by state, by standing for its kind of scope, and by interval.
    public func blocks(at time: Timestamp) -> Bool {
        state.isBlocking && standing.suffices(for: scope.kind) && effectiveFrom <= time
            && effectiveTo.map { time < $0 } != false
    }
}

/// Where an objection stands in its life.
public enum ObjectionState: String, CaseIterable, Hashable, Sendable {
    case received = "RECEIVED"
    case acked = "ACKED"
    case provisionalBlock = "PROVISIONAL_BLOCK"
    case standingPending = "STANDING_PENDING"
    case deficient = "DEFICIENT"
    case verified = "VERIFIED"
    case effective = "EFFECTIVE"
    case contested = "CONTESTED"
    case upheld = "UPHELD"
    case lapsed = "LAPSED"
    case withdrawn = "WITHDRAWN"
    case rejected = "REJECTED"
    case expired = "EXPIRED"
    case superseded = "SUPERSEDED"
    case lifted = "LIFTED"
    case liftedByOrder = "LIFTED_BY_ORDER"

    /// Whether an objection in this state blocks within its interval.
    ///
    /// It does from receipt until it ends, also while its standing is being proven or somebody contests it: a tie
    /// blocks.
    public var isBlocking: Bool {
        switch self {
        case .received, .acked, .provisionalBlock, .standingPending, .deficient, .verified, .effective, .contested,
            .upheld:
            true
        case .lapsed, .withdrawn, .rejected, .expired, .superseded, .lifted, .liftedByOrder: false
        }
    }

    /// Whether an objection in this state has been in effect and is no more, so that the end must be known.
    ///
    /// What was captured while it was in effect stays unusable until it is fetched again. One that was rejected or
    /// lapsed never came into effect.
    public var hasEnded: Bool {
        switch self {
        case .withdrawn, .expired, .superseded, .lifted, .liftedByOrder: true
        default: false
        }
    }
}

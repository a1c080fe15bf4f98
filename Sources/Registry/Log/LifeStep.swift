/// A step in the life of an objection that somebody takes. Those that time takes are computed: ``ObjectionLife``.
public enum LifeStep: String, CaseIterable, Hashable, Sendable {
    case acknowledge, reject, block, ask, verify, deficient, cure, effect, withdraw, supersede
    case liftByOrder = "lift-by-order"
    case contest, uphold, lift

    /// The state it leads from and the one it leads to.
    ///
    /// Source: licensing bases 2(b), "Objection states", read 2026-11-29.
    public var transition: (from: ObjectionState, to: ObjectionState) {
        switch self {
        case .acknowledge: (.received, .acked)
        case .reject: (.received, .rejected)
        case .block: (.acked, .provisionalBlock)
        case .ask: (.provisionalBlock, .standingPending)
        case .verify: (.standingPending, .verified)
        case .deficient: (.standingPending, .deficient)
        case .cure: (.deficient, .standingPending)
        case .effect: (.verified, .effective)
        case .withdraw: (.effective, .withdrawn)
        case .supersede: (.effective, .superseded)
        case .liftByOrder: (.effective, .liftedByOrder)
        case .contest: (.effective, .contested)
        case .uphold: (.contested, .upheld)
        case .lift: (.contested, .lifted)
        }
    }

    /// Whether it takes effect only after a delay, in which whoever filed is told and may stop it.
    public var isDelayed: Bool { self == .withdraw || self == .contest }
}

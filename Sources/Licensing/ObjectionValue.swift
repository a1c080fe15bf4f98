/// The values of the fact `objection`, the weakest first.
enum ObjectionValue: String, CaseIterable {
    /// Nothing in the registry covers the capture, or the operator ran without one (`registry.asked` tells which).
    case none
    /// None covers it now, but one did when it was captured: a later fetch may be used, this one waits.
    case ended
    /// A near or self-declared match only.
    case uncertain
    /// One covers it and is in effect.
    case blocking

    /// Written out, since it is asked for in every decision.
    var bit: UInt64 {
        switch self {
        case .none: 1
        case .ended: 2
        case .uncertain: 4
        case .blocking: 8
        }
    }
}

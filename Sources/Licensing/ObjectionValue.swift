/// The values of the fact `objection`, the weakest first.
enum ObjectionValue: String, CaseIterable {
    /// Nothing in the registry covers the capture, or the operator ran without one (`registry.asked` tells which).
    case none
    /// One covers it that nobody proved in time: no block, and a doubt about the owner's wishes.
    case lapsed
    /// None covers it now, but one did when it was captured: a later fetch may be used, this one waits.
    case ended
    /// A near or self-declared match only.
    case uncertain
    /// One of several authors objects; what that does is a matter of each law.
    case coAuthor = "co-author"
    /// One covers it and is in effect.
    case blocking

    /// Written out, since it is asked for in every decision.
    var bit: UInt64 {
        switch self {
        case .none: 1
        case .lapsed: 2
        case .ended: 4
        case .uncertain: 8
        case .coAuthor: 16
        case .blocking: 32
        }
    }
}

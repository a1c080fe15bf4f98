/// Where money of a pool stands.
public enum MoneyState: String, CaseIterable, Hashable, Sendable {
    case payable = "PAYABLE"
    /// Whose it is is not known yet: the clocks of unclaimed money run.
    case heldUnmatched = "HELD_UNMATCHED"
    /// Two claim it.
    case heldDispute = "HELD_DISPUTE"
}

/// What one party gets of one work, or what of it is held and why.
public struct AllocationLine: Hashable, Sendable {
    /// Empty where no work is known.
    public let work: String
    /// Empty for money that is held for whoever it is.
    public let party: String
    public let role: String
    public let society: String
    public let state: MoneyState
    /// Why it is held; empty if it is not.
    public let why: String
    public var amount: Int64

    /// All but the amount.
    var key: [String] { [work, party, role, society, state.rawValue, why] }

    static func precedes(_ left: AllocationLine, _ right: AllocationLine) -> Bool {
        if left.work != right.work { return ByteOrder.precedes(left.work, right.work) }
        if left.party != right.party { return ByteOrder.precedes(left.party, right.party) }
        if left.role != right.role { return ByteOrder.precedes(left.role, right.role) }
        if left.society != right.society { return ByteOrder.precedes(left.society, right.society) }
        if left.state != right.state { return ByteOrder.precedes(left.state.rawValue, right.state.rawValue) }
        return ByteOrder.precedes(left.why, right.why)
    }
}

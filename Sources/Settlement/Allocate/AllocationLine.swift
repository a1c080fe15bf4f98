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
        for (one, other) in zip(left.key, right.key) where one != other { return ByteOrder.precedes(one, other) }
        return false
    }
}

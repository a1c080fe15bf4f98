/// What a party is paid for a period, and what is carried forward.
public struct Payment: Hashable, Sendable {
    public let party: String
    /// Of this pool.
    public let allocated: Int64
    /// From earlier periods; negative where too much was paid.
    public let carriedIn: Int64
    public let adjusted: Int64
    /// Never negative.
    public let paid: Int64
    /// What stays: below the minimum, or what the party owes.
    public let carriedForward: Int64

    /// The payments of all parties, sorted by name.
    ///
    /// - Throws: ``SettlementError`` with code `overflow`.
    public static func all(_ allocation: Allocation) throws(SettlementError) -> [Payment] {
        let pool = allocation.pool
        var allocated: [String: Int64] = [:]
        for line in allocation.lines where line.state == .payable { allocated[line.party, default: 0] += line.amount }
        var adjusted: [String: Int64] = [:]
        for one in pool.adjustments {
            adjusted[one.party] = try sum(adjusted[one.party] ?? 0, one.amount)
        }
        var payments: [Payment] = []
        let parties = Set(allocated.keys).union(adjusted.keys).union(pool.carried.keys)
        for party in parties.sorted(by: ByteOrder.precedes) {
            let (own, carried, other) = (allocated[party] ?? 0, pool.carried[party] ?? 0, adjusted[party] ?? 0)
            let total = try sum(sum(own, carried), other)
            let isPaid = total > 0 && total >= pool.minimumPayout
            payments.append(
                Payment(
                    party: party, allocated: own, carriedIn: carried, adjusted: other, paid: isPaid ? total : 0,
                    carriedForward: isPaid ? 0 : total))
        }
        return payments
    }

    private static func sum(_ one: Int64, _ other: Int64) throws(SettlementError) -> Int64 {
        let (sum, isOver) = one.addingReportingOverflow(other)
        guard !isOver else { throw SettlementError(.overflow, "the sums of a party are beyond 63 bits") }
        return sum
    }
}

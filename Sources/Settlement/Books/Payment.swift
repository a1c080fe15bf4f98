/// What a party is paid for a period, and what is carried forward.
public struct Payment: Hashable, Sendable {
    /// A payment in another currency than the pool's.
    public struct Payout: Hashable, Sendable {
        public let rate: PayoutRate
        /// In the other currency.
        public let amount: Int64
        /// What that is in the pool's currency. The difference to what was due is the pool's, never the party's.
        public let cost: Int64
    }

    public let party: String
    /// Of this pool.
    public let allocated: Int64
    /// From earlier periods; negative where too much was paid.
    public let carriedIn: Int64
    public let adjusted: Int64
    /// Never negative; in the pool's currency.
    public let paid: Int64
    /// What stays: below the minimum, or what the party owes.
    public let carriedForward: Int64
    /// Nil for one in the pool's currency.
    public let payout: Payout?

    /// The payments of all parties, sorted by name.
    ///
    /// - Throws: ``SettlementError`` with code `overflow`.
    public static func all(_ allocation: Allocation) throws(SettlementError) -> [Payment] {
        let pool = allocation.pool
        var adjusted: [String: Int64] = [:]
        for one in pool.adjustments {
            adjusted[one.party] = try sum(adjusted[one.party] ?? 0, one.amount)
        }
        let parties =
            Array(allocation.payable.keys)
            + Set(adjusted.keys).union(pool.carried.keys).filter {
                allocation.payable[$0] == nil
            }
        var payments: [Payment] = []
        payments.reserveCapacity(parties.count)
        for party in parties.sorted(by: ByteOrder.precedes) {
            let (own, other) = (allocation.payable[party] ?? 0, adjusted[party] ?? 0)
            payments.append(try Payment(party, allocated: own, adjusted: other, pool, allocation.rules))
        }
        return payments
    }

    private init(
        _ party: String, allocated: Int64, adjusted: Int64, _ pool: Pool, _ rules: SettlementRules
    ) throws(SettlementError) {
        (self.party, self.allocated, self.adjusted) = (party, allocated, adjusted)
        carriedIn = pool.carried[party] ?? 0
        let total = try Self.sum(Self.sum(allocated, carriedIn), adjusted)
        let isDue = total > 0 && total >= pool.minimumPayout
        if isDue, rules.hasPayouts, let rate = pool.payouts[party] {
            let (amount, cost) = try rate.convert(total)
            // Less than the other currency's smallest unit cannot be paid yet.
            payout = amount > 0 ? Payout(rate: rate, amount: amount, cost: cost) : nil
            paid = amount > 0 ? total : 0
        } else {
            payout = nil
            paid = isDue ? total : 0
        }
        carriedForward = total - paid
    }

    /// Of a party that is due nothing and has money in dispute.
    init(nothingTo party: String) {
        (self.party, allocated, carriedIn, adjusted, paid, carriedForward, payout) = (party, 0, 0, 0, 0, 0, nil)
    }

    private static func sum(_ one: Int64, _ other: Int64) throws(SettlementError) -> Int64 {
        let (sum, isOver) = one.addingReportingOverflow(other)
        guard !isOver else { throw SettlementError(.overflow, "the sums of a party are beyond 63 bits") }
        return sum
    }
}

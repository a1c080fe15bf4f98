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
    /// - Throws: ``SettlementError`` with code `overflow`; with `badInput` for adjustments that take back more than a party
    ///   is due.
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
        let due = try Self.sum(allocated, carriedIn)
        let total = try Self.sum(due, adjusted)
        if rules.boundsAdjustments { try Self.check(party, adjusted: adjusted, due: due, pool) }
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

    /// Adjustments take back no more than there is: what a party owes beyond it is corrected when more is due to it.
    private static func check(
        _ party: String, adjusted: Int64, due: Int64, _ pool: Pool
    ) throws(SettlementError) {
        guard adjusted < 0, adjusted < -max(0, due) else { return }
        let ids = pool.adjustments.filter { $0.party == party }.map(\.id).joined(separator: ", ")
        let (taken, there) = (pool.currency.text(-adjusted), pool.currency.text(max(0, due)))
        throw SettlementError(
            .badInput,
            "adjustments \(ids) take \(taken) from \(party), which is due \(there) in this period: take back no more than that now, and the rest in a later pool"
        )
    }

    /// What is paid as people write it: in the currency that it is paid in, with what that is in the pool's.
    public func paidText(_ currency: Currency) -> String {
        let own = currency.text(paid)
        guard let payout else { return own }
        return "\(payout.rate.currency.text(payout.amount)) (\(own) by \(payout.rate.id))"
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

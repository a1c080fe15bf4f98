public import Canonical

/// Money of one period that is shared out among the works used in it, and by which rules.
///
/// Format: `docs/formats/settlement.md`. Amounts are whole numbers of the currency's smallest unit.
public struct Pool: Sendable {
    public let id: String
    public let society: String
    /// The first day, and the first day after the last.
    public let from: Timestamp
    public let to: Timestamp
    public let currency: Currency
    /// Nil where the tariff says what the use comes to.
    public let gross: Int64?
    public let tariff: Tariff?
    public let deductions: [Deduction]
    public let method: WeightMethod
    /// A payment below it is carried forward.
    public let minimumPayout: Int64
    /// From which the clocks of unclaimed money count.
    public let yearEnd: Timestamp
    public internal(set) var disputes: [Dispute]
    public let adjustments: [Adjustment]
    /// What earlier periods left, by party; negative where a party was paid too much.
    public let carried: [String: Int64]
    /// By party, the rate its payment is converted by; who is not named is paid in the pool's currency.
    public let payouts: [String: PayoutRate]
    /// Where claims to unmatched uses are sent, for the page of them; empty if nobody said.
    public let claimsTo: String
    /// The rule that tokens must be counted by; empty for any.
    var counting = ""
    /// Parties that the pool names for money, each with what is wrong if nobody knows it.
    var named: [(party: String, fault: ConfigError)] = []
}

/// Part of a share that two claim: held until it is decided, and nothing else of the work.
public struct Dispute: Hashable, Sendable {
    public let id: String
    public let work: String
    public let party: String
    /// Millionths of the work.
    public let ppm: UInt64
    public let opened: Timestamp
}

/// A signed line that corrects an earlier period, which itself is never changed.
public struct Adjustment: Hashable, Sendable {
    public let id: String
    public let party: String
    public let amount: Int64
    public let reason: String
    /// The earlier pool whose held money it is paid from; empty for one that corrects a payment.
    public let heldBy: String
}

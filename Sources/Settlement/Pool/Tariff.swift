internal import Canonical

/// What a use costs: an exact rate, applied once to the whole use of a period, rounded once, halves up.
public struct Tariff: Hashable, Sendable {
    public enum Basis: String, CaseIterable, Hashable, Sendable {
        /// Of the licensee's net income, which the pool names.
        case netIncome = "pct_net_income"
        case perThousandTokens = "per_1k_tokens"
        case perDocument = "per_doc"
        case flat
    }

    public let id: String
    public let basis: Basis
    /// In smallest units per thousand tokens or per document; of the income; for `flat` the amount itself.
    public let rate: Ratio
    /// In the smallest unit; what is due at least.
    public let minimum: Int64
    /// In the smallest unit; nil unless the basis needs it.
    public let income: UInt64?

    /// Reads a pool's tariff, whole or by the id of one that the file of mandates has.
    ///
    /// - Parameters:
    ///   - known: Tariffs of the file of mandates, by id.
    ///   - pool: What it must be good for.
    init(
        _ node: ConfigNode, known: [String: TariffRecord], _ currency: Currency, from: Timestamp, to: Timestamp
    ) throws(ConfigError) {
        let map = try node.map(["id", "basis", "rate", "minimum", "net_income"])
        id = try PoolFile.name("id", map, node)
        if map["basis"] == nil, map["rate"] == nil {
            guard let record = known[id] else {
                throw node.fault(
                    "basis and rate are missing, and no tariff \(id) stands in the file of mandates (--shares)")
            }
            try record.check(currency, from: from, to: to, at: node)
            (basis, rate) = (record.basis, record.rate)
            minimum = try map["minimum"].map(PoolFile.amount) ?? record.minimum
        } else {
            basis = try Self.basis(map, node)
            rate = try PoolFile.ratio(PoolFile.due("rate", map, node))
            minimum = try map["minimum"].map(PoolFile.amount) ?? 0
        }
        income = try map["net_income"].map { (node) throws(ConfigError) in UInt64(try PoolFile.amount(node)) }
        guard (basis == .netIncome) == (income != nil) else {
            throw node.fault("net_income is due with the basis pct_net_income, and with no other")
        }
    }

    static func basis(_ map: [String: ConfigNode], _ node: ConfigNode) throws(ConfigError) -> Basis {
        let choice = try PoolFile.due("basis", map, node).choice(Basis.allCases.map(\.rawValue))
        guard let basis = Basis(rawValue: choice) else { throw node.fault("\(choice) is no basis of a tariff") }
        return basis
    }

    /// What the use of a period comes to, in the smallest unit.
    ///
    /// - Parameter tokens: Times epochs.
    public func amount(tokens: UInt128, documents: UInt128) throws(SettlementError) -> Int64 {
        let due =
            switch basis {
            case .netIncome: try rate.rounded(of: UInt128(income ?? 0))
            case .perThousandTokens: try rate.perThousand.rounded(of: tokens)
            case .perDocument: try rate.rounded(of: documents)
            case .flat: try rate.rounded(of: 1)
            }
        return max(due, minimum)
    }
}

extension Ratio {
    /// The rate of one of a thousand; the denominators that are read leave room for it.
    fileprivate var perThousand: Ratio { Ratio(numerator, over: denominator * 1000) }
}

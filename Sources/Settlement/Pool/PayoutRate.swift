internal import Canonical

/// A rate of exchange by its name: what one unit of the pool's currency is in another.
///
/// The rate is as it was published; amounts are converted once, at the payment, and rounded once, halves up.
public struct PayoutRate: Hashable, Sendable {
    public let id: String
    public let currency: Currency
    public let rate: Ratio
    /// In smallest units for one smallest unit.
    private let exact: Ratio

    init(_ node: ConfigNode, from own: Currency) throws(ConfigError) {
        let map = try node.map(["id", "currency", "rate"])
        id = try PoolFile.name("id", map, node)
        let currencyNode = try PoolFile.due("currency", map, node)
        currency = try PoolFile.currency(currencyNode)
        guard currency != own else { throw currencyNode.fault("\(own) is the pool's own currency; no rate is due") }
        let rateNode = try PoolFile.due("rate", map, node)
        rate = try PoolFile.ratio(rateNode)
        guard rate.numerator > 0 else { throw rateNode.fault("a rate is more than nothing") }
        let (over, isOver) = rate.numerator.multipliedReportingOverflow(by: Self.power(currency.digits))
        let (under, isOver2) = rate.denominator.multipliedReportingOverflow(by: Self.power(own.digits))
        guard !isOver, !isOver2 else { throw rateNode.fault("a rate of so many digits is none that is published") }
        exact = Ratio(over, over: under)
    }

    private static func power(_ digits: Int) -> UInt64 { (0..<digits).reduce(1) { power, _ in power * 10 } }

    /// What is paid in the other currency, and what that is in the pool's own by the same rate.
    ///
    /// - Parameter amount: Not negative.
    /// - Throws: ``SettlementError`` with code `overflow`.
    func convert(_ amount: Int64) throws(SettlementError) -> (paid: Int64, cost: Int64) {
        let paid = try exact.rounded(of: UInt128(amount))
        let back = Ratio(exact.denominator, over: exact.numerator)
        return (paid, try back.rounded(of: UInt128(paid)))
    }
}

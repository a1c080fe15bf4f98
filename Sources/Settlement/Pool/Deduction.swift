internal import Canonical

/// What is taken from the gross amount of a pool before it is shared out, with its name and its reason.
public struct Deduction: Hashable, Sendable {
    public enum Size: Hashable, Sendable {
        /// Of the gross amount, the part below the smallest unit left away.
        case rate(Ratio)
        case amount(Int64)
    }

    public let name: String
    public let size: Size

    public init(_ name: String, _ size: Size) {
        self.name = name
        self.size = size
    }

    init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map(["name", "rate", "amount"])
        name = try PoolFile.name("name", map, node)
        switch (map["rate"], map["amount"]) {
        case (let rate?, nil):
            let ratio = try PoolFile.ratio(rate)
            guard ratio.numerator <= ratio.denominator else { throw rate.fault("a deduction of more than the whole") }
            size = .rate(ratio)
        case (nil, let amount?): size = .amount(try PoolFile.amount(amount))
        default: throw node.fault("a deduction has either a rate, such as 12.5%, or an amount in the smallest unit")
        }
    }

    /// - Parameter gross: Not negative.
    func amount(of gross: Int64) throws(SettlementError) -> Int64 {
        switch size {
        case .rate(let ratio): try ratio.floor(of: UInt64(gross))
        case .amount(let amount): amount
        }
    }
}

/// Shares a whole amount out by weights, to the last unit: the method of largest remainders.
///
/// Each part gets the floor of its due; what is left goes, one unit each, to the greatest remainders, ties to the name
/// that comes first by its bytes. The parts add up to the amount, none is negative, and their order does not matter.
/// Source: the method of Hamilton, as in M. L. Balinski and H. P. Young, "Fair Representation", chapter 3; read 2026-11-29.
public enum Apportionment {
    public struct Part: Hashable, Sendable {
        /// Unique among the parts.
        public let name: String
        public let weight: UInt64

        public init(_ name: String, _ weight: UInt64) {
            self.name = name
            self.weight = weight
        }
    }

    /// The amounts of the parts, in their order; nil if all weights are zero and nobody is due anything.
    ///
    /// - Parameter amount: Not negative, in the smallest unit.
    public static func split(_ amount: Int64, by parts: [Part]) -> [Int64]? {
        // As many parts as there can be do not make 128 bits of weights of 64.
        let sum = parts.reduce(UInt128(0)) { $0 + UInt128($1.weight) }
        guard sum > 0 else { return nil }
        return split(amount, weights: parts.map { UInt128($0.weight) }, sum: sum) {
            ByteOrder.precedes(parts[$0].name, parts[$1].name)
        }
    }

    /// - Throws: ``SettlementError`` with code `overflow` beyond 128 bits.
    static func sum(of weights: [UInt128]) throws(SettlementError) -> UInt128 {
        var sum: UInt128 = 0
        for weight in weights {
            let (next, isOver) = sum.addingReportingOverflow(weight)
            guard !isOver else {
                throw SettlementError(.overflow, "the weights of a pool come to more than 128 bits; check the usage")
            }
            sum = next
        }
        return sum
    }

    /// The same for weights of any size.
    ///
    /// - Parameters:
    ///   - sum: Of the weights, more than zero.
    ///   - precedes: Whether one part comes before another where their remainders are equal, by their places.
    static func split(
        _ amount: Int64, weights: [UInt128], sum: UInt128, precedes: (Int, Int) -> Bool
    ) -> [Int64] {
        precondition(amount >= 0 && sum > 0, "only what is there is shared out, and to somebody")
        var (amounts, remainders): ([Int64], [UInt128]) = ([], [])
        amounts.reserveCapacity(weights.count)
        remainders.reserveCapacity(weights.count)
        var left = amount
        for weight in weights {
            let (share, remainder) = portion(amount, weight, of: sum)
            amounts.append(share)
            remainders.append(remainder)
            left -= share
        }
        guard left > 0 else { return amounts }
        let order = weights.indices.sorted { one, other in
            remainders[one] != remainders[other] ? remainders[one] > remainders[other] : precedes(one, other)
        }
        for index in order.prefix(Int(left)) { amounts[index] += 1 }
        return amounts
    }

    /// The floor of amount × weight ÷ sum, and what is left of the division.
    private static func portion(
        _ amount: Int64, _ weight: UInt128, of sum: UInt128
    ) -> (share: Int64, remainder: UInt128) {
        // Below 2^63 times 2^64: a product of 128 bits holds it.
        if weight <= UInt128(UInt64.max) {
            let (share, remainder) = (UInt128(amount) * weight).quotientAndRemainder(dividingBy: sum)
            return (Int64(share), remainder)
        }
        // No part weighs more than all, so that the quotient is no more than the amount.
        let (share, remainder) = sum.dividingFullWidth(weight.multipliedFullWidth(by: UInt128(amount)))
        return (Int64(share), remainder)
    }
}

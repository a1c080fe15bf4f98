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
        precondition(amount >= 0, "only what is there is shared out")
        let sum = parts.reduce(UInt128(0)) { $0 + UInt128($1.weight) }
        guard sum > 0 else { return nil }
        var (amounts, remainders): ([Int64], [UInt128]) = ([], [])
        amounts.reserveCapacity(parts.count)
        remainders.reserveCapacity(parts.count)
        var left = amount
        for part in parts {
            // Below 2^63 times 2^64: a product of 128 bits holds it.
            let (share, remainder) = (UInt128(amount) * UInt128(part.weight)).quotientAndRemainder(dividingBy: sum)
            amounts.append(Int64(share))
            remainders.append(remainder)
            left -= Int64(share)
        }
        guard left > 0 else { return amounts }
        let order = parts.indices.sorted { one, other in
            remainders[one] != remainders[other]
                ? remainders[one] > remainders[other] : ByteOrder.precedes(parts[one].name, parts[other].name)
        }
        for index in order.prefix(Int(left)) { amounts[index] += 1 }
        return amounts
    }
}

/// An exact rate: `3/1000`, `0.125`, `12.5%`. Never a binary fraction, which would not be what was written.
public struct Ratio: Hashable, Sendable, CustomStringConvertible {
    public let numerator: UInt64
    public let denominator: UInt64

    public init(_ numerator: UInt64, over denominator: UInt64) {
        precondition(denominator > 0, "a rate over nothing")
        (self.numerator, self.denominator) = (numerator, denominator)
    }

    /// Nil for anything but digits, at most one dot, slash or per cent sign, within 15 digits.
    public init?(_ text: String) {
        if let slash = text.firstIndex(of: "/") {
            guard let over = Self.whole(text[..<slash]), let under = Self.whole(text[text.index(after: slash)...]),
                under > 0
            else { return nil }
            self.init(over, over: under)
            return
        }
        let isPercent = text.hasSuffix("%")
        let pieces = text.dropLast(isPercent ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(pieces.count), pieces.reduce(0, { $0 + $1.count }) <= 13,
            let digits = Self.whole(pieces.joined()[...]), pieces.allSatisfy({ !$0.isEmpty })
        else { return nil }
        var under: UInt64 = isPercent ? 100 : 1
        for _ in 0..<(pieces.count == 2 ? pieces[1].count : 0) { under *= 10 }
        self.init(digits, over: under)
    }

    private static func whole(_ text: Substring) -> UInt64? {
        guard (1...15).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return UInt64(text)
    }

    /// The amount times the rate, the part below the smallest unit left away.
    ///
    /// - Throws: ``SettlementError`` with code `overflow`.
    public func floor(of amount: UInt64) throws(SettlementError) -> Int64 {
        try Self.amount(UInt128(amount) * UInt128(numerator) / UInt128(denominator))
    }

    /// The amount times the rate, rounded once, halves up.
    ///
    /// - Throws: ``SettlementError`` with code `overflow`.
    public func rounded(of amount: UInt128) throws(SettlementError) -> Int64 {
        let (product, isOver) = amount.multipliedReportingOverflow(by: UInt128(numerator))
        let (doubled, isOver2) = product.multipliedReportingOverflow(by: 2)
        guard !isOver, !isOver2 else { throw Self.overflow }
        let (shifted, isOver3) = doubled.addingReportingOverflow(UInt128(denominator))
        guard !isOver3 else { throw Self.overflow }
        return try Self.amount(shifted / (2 * UInt128(denominator)))
    }

    private static func amount(_ value: UInt128) throws(SettlementError) -> Int64 {
        guard let amount = Int64(exactly: value) else { throw overflow }
        return amount
    }

    private static var overflow: SettlementError {
        SettlementError(.overflow, "an amount is beyond 63 bits of the smallest unit; check the rate and the usage")
    }

    public var description: String { "\(numerator)/\(denominator)" }
}

/// The rate that a notice announced, as it is written there: `100 CNY per 1000 documents`, `0.25 EUR per 1000000 tokens`.
///
/// Source: licensing bases 2(b), notice record, `remuneration`; read 2026-11-30.
public struct AnnouncedRate: Hashable, Sendable {
    public let currency: Currency
    public let basis: Tariff.Basis
    /// In smallest units per document or per thousand tokens.
    public let rate: Ratio

    /// - Throws: ``SettlementError`` with code `badInput` for what says no exact amount of a currency for a number of things.
    public init(_ text: String) throws(SettlementError) {
        let words = text.split(separator: " ").map(String.init)
        let fault = SettlementError(
            .badInput,
            "\"\(text.prefix(80))\" is no rate that can be computed by; 100 CNY per 1000 documents and 0.25 EUR per 1000000 tokens are"
        )
        guard words.count == 4 || words.count == 5, words[2] == "per", let amount = Ratio(words[0]) else { throw fault }
        currency = try Currency(words[1])
        let number = words.count == 5 ? UInt64(words[3]) : 1
        guard let number, number > 0, let thing = words.last else { throw fault }
        let (over, under): (UInt64, UInt64)
        switch thing {
        case "document", "documents": (basis, over, under) = (.perDocument, 1, number)
        case "token", "tokens": (basis, over, under) = (.perThousandTokens, 1000, number)
        default: throw fault
        }
        let units = (0..<currency.digits).reduce(over) { product, _ in product * 10 }
        let (top, isOver) = amount.numerator.multipliedReportingOverflow(by: units)
        let (bottom, isOver2) = amount.denominator.multipliedReportingOverflow(by: under)
        guard !isOver, !isOver2 else { throw fault }
        let divisor = Self.divisor(top, bottom)
        rate = Ratio(top / divisor, over: bottom / divisor)
    }

    private static func divisor(_ one: UInt64, _ other: UInt64) -> UInt64 {
        var (one, other) = (one, other)
        while other > 0 { (one, other) = (other, one % other) }
        return max(one, 1)
    }
}

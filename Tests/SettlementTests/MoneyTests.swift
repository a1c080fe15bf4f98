import Testing

@testable import Settlement

@Suite("Rates, amounts and currencies are exact")
struct MoneyTests {
    @Test(
        "rates as they are written",
        arguments: [
            ("12.5%", 125, 1000), ("0.125", 125, 1000), ("1/8", 1, 8), ("30%", 30, 100), ("7", 7, 1),
            ("0.001%", 1, 100_000),
        ] as [(String, UInt64, UInt64)])
    func rates(_ text: String, _ over: UInt64, _ under: UInt64) throws {
        let ratio = try #require(Ratio(text))
        #expect(UInt128(ratio.numerator) * UInt128(under) == UInt128(over) * UInt128(ratio.denominator))
    }

    @Test(
        "what is no exact rate",
        arguments: ["", "-1", "1/0", "1e3", "1.2.3", ".5", "5.", "%", "1/2/3", "0x1", "12345678901234"])
    func noRates(_ text: String) { #expect(Ratio(text) == nil) }

    @Test("floors and halves up, once")
    func rounding() throws {
        #expect(try Ratio(125, over: 1000).floor(of: 1_000_001) == 125_000)
        #expect(try Ratio(1, over: 2).rounded(of: 3) == 2)
        #expect(try Ratio(1, over: 3).rounded(of: 1) == 0)
        #expect(try Ratio(1, over: 3).rounded(of: 2) == 1)
        #expect(throws: SettlementError.self) { try Ratio(.max, over: 1).floor(of: .max) }
        #expect(throws: SettlementError.self) { try Ratio(.max, over: 1).rounded(of: .max) }
    }

    @Test("amounts as people read them")
    func text() throws {
        #expect(try Currency("EUR").text(875_000) == "8750.00 EUR")
        #expect(try Currency("EUR").text(-5) == "-0.05 EUR")
        #expect(try Currency("JPY").text(1200) == "1200 JPY")
        #expect(try Currency("KWD").text(1) == "0.001 KWD")
        #expect(try Currency("EUR").text(.min) == "-92233720368547758.08 EUR")
        for code in ["", "eur", "XXX", "EURO", "BTC"] {
            #expect(throws: SettlementError.self) { try Currency(code) }
        }
    }
}

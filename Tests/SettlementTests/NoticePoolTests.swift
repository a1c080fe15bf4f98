import Canonical
import Testing

@testable import Settlement

@Suite("The remuneration of a notice opens a pool of its own, at the announced rate (licensing bases 2(b))")
struct NoticePoolTests {
    @Test(
        "rates as notices announce them",
        arguments: [
            ("100 CNY per 1000 documents", "CNY", Tariff.Basis.perDocument, 10, 1),
            ("0.25 EUR per 1000000 tokens", "EUR", .perThousandTokens, 1, 40),
            ("3 JPY per document", "JPY", .perDocument, 3, 1),
            ("1/3 EUR per 7 documents", "EUR", .perDocument, 100, 21),
        ] as [(String, String, Tariff.Basis, UInt64, UInt64)])
    func rates(_ text: String, _ currency: String, _ basis: Tariff.Basis, _ over: UInt64, _ under: UInt64) throws {
        let rate = try AnnouncedRate(text)
        #expect(rate.currency.code == currency && rate.basis == basis && rate.rate == Ratio(over, over: under))
    }

    @Test(
        "what nobody can compute by",
        arguments: [
            "", "1 CNY", "fair", "-1 CNY per document", "1 XYZ per document", "1 CNY per 0 documents", "1 CNY per work",
        ])
    func noRates(_ text: String) { #expect(throws: SettlementError.self) { try AnnouncedRate(text) } }

    private func notices(_ rates: [String]) -> String {
        "notices:\n"
            + rates.enumerated().map { index, rate in
                """
                  - id: N-1
                    version: \(index + 1)
                    sources: [a.example]
                    purposes: [pretrain]
                    commercial: true
                    territories: [CN]
                    collection: {from: 2026-06-01, to: 2027-05-31}
                    published: 2026-06-0\(index + 1)
                    period_days: 90
                    probes: []
                    remuneration: "\(rate)"

                """
            }.joined()
    }

    @Test("its use is counted by host, and waits to be claimed there")
    func pool() throws {
        let text = notices(["1 EUR per document", "150 EUR per 1000 documents"])
        let pool = try NoticePool(text, file: "n.yaml", notice: "N-1")
        #expect(pool.version == 2 && pool.announced == "150 EUR per 1000 documents")
        #expect(try NoticePool(text, file: "n.yaml", notice: "N-1", version: 1).rate.rate == Ratio(100, over: 1))
        let time = { (text: String) in Timestamp(day: text)! }
        let terms = NoticePool.Terms(
            society: "Society", from: time("2026-01-01"), to: time("2027-01-01"), yearEnd: time("2026-12-31"),
            claimsTo: "claims@x.example")
        let lines = ["a.example", "a.example", "b.example"].map {
            Desk.use("", 9, match: .unmatched, domain: $0, tariff: NoticePool.tariff("N-1", 2))
        }
        let found = try Desk().inputs(pool: pool.file(terms), lines, shares: Desk.whole([])).allocate()
        // Three documents at 0.15 EUR.
        #expect(found.gross == 45 && found.sum(.heldUnmatched) == 45)
        #expect(Array(found.lines).map { "\($0.work) \($0.amount)" } == ["domain:a.example 30", "domain:b.example 15"])
    }

    @Test("a notice that is not there, or whose rate nobody can compute by, is refused by file and line")
    func refused() throws {
        for (text, id, reason) in [
            (notices(["1 EUR per document"]), "N-2", "no notice N-2"), (notices(["fair"]), "N-1", "no rate"),
        ] {
            let error = #expect(throws: ConfigError.self) { try NoticePool(text, file: "n.yaml", notice: id) }
            #expect(error?.problem.contains(reason) == true && error?.file == "n.yaml")
        }
    }
}

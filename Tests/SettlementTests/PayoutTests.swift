import Canonical
import Testing

@testable import Settlement

@Suite("Payments in other currencies: shared out in the pool's own, converted once, what rounding leaves is no party's")
struct PayoutTests {
    private func settle(
        _ rate: String, currency: String = "USD", gross: Int = 1_000_000, own: String = "EUR"
    ) throws -> (Allocation, [Payment]) {
        let pool = Desk.pool(
            gross: "gross: \(gross)",
            more: """
                rates: [{id: R-1, currency: \(currency), rate: "\(rate)"}]
                payouts: {p-A: R-1}
                """, deductions: "[]"
        ).replacing("currency: EUR", with: "currency: \(own)")
        let desk = try Desk()
        let usage = String(
            decoding: try Desk.report([Desk.use("A", 2), Desk.use("B", 1)], currency: own), as: UTF8.self)
        let inputs = try SettlementInputs.read(
            pool: desk.put("p.yaml", pool), usage: desk.put("u.tsv", usage),
            shares: desk.put("s.tsv", Desk.whole(["A", "B"])))
        let found = try inputs.allocate()
        return (found, try Payment.all(found))
    }

    @Test(
        "converted by the exact rate, halves up; cost and rounding add up to what was due",
        arguments: [
            // 6,666.67 EUR at 1.0432: 6,954.670144 USD; back 6,666.6698 EUR.
            ("1.0432", "USD", 1_000_000, "EUR", 695_467, 666_667),
            // 6,666.67 EUR at 160.37: 1,069,133.87 JPY, and a yen is less than a cent.
            ("160.37", "JPY", 1_000_000, "EUR", 1_069_134, 666_667),
            // 667 JPY at 0.0066: 4.4022 USD, 440 cents; back 666.67, 667.
            ("0.0066", "USD", 1000, "JPY", 440, 667),
            // 667 JPY at 1/300 KWD: 2.2233 KWD, 2223 fils; back 666.9.
            ("1/300", "KWD", 1000, "JPY", 2223, 667),
            // A coarse currency: 0.67 EUR at 1: 1 JPY, which costs 1.00 EUR; the pool bears 0.33.
            ("1", "JPY", 100, "EUR", 1, 100),
        ] as [(String, String, Int, String, Int64, Int64)])
    func converted(
        _ rate: String, _ currency: String, _ gross: Int, _ own: String, _ paid: Int64, _ cost: Int64
    ) throws {
        let (found, payments) = try settle(rate, currency: currency, gross: gross, own: own)
        let payout = try #require(payments[0].payout)
        #expect(payout.amount == paid && payout.cost == cost)
        #expect(payments[0].paid == found.payable["p-A"] && payments[1].payout == nil)
        let journal = Journal(found, payments)
        #expect(journal.lines.reduce(Int64(0)) { $0 + $1.credit - $1.debit } == 0)
        let balances = Dictionary(uniqueKeysWithValues: journal.balances.map { ($0.account, $0.amount) })
        #expect(balances["payout:\(currency)"] == cost)
        #expect(balances["fx_rounding"] ?? 0 == payments[0].paid - cost)
        #expect(balances["payable:p-A"] == 0 && balances["pool:P-1"] == 0)
        #expect(found.sum(.payable) == found.net)
    }

    @Test("less than the other currency's smallest unit waits, and nobody loses it")
    func tiny() throws {
        let (_, payments) = try settle("0.001", currency: "JPY", gross: 3, own: "EUR")
        #expect(payments[0].payout == nil && payments[0].paid == 0 && payments[0].carriedForward == 2)
    }

    @Test("the table, statement and page say what was paid in which currency by which rate")
    func told() throws {
        let (found, payments) = try settle("1.0432")
        var table: [UInt8] = []
        try PaymentTable(found.rules).write(payments) { table += $0 }
        #expect(String(decoding: table, as: UTF8.self).contains("p-A\t666667\t0\t0\t666667\t0\tUSD\tR-1\t695467\n"))
        let own = try #require(Statement.all(found, payments).first)
        #expect(try JSONReader.read(own.json)["payout"]?["amount"]?.integer == 695_467)
        #expect(String(decoding: own.page, as: UTF8.self).contains("6666.67 EUR, as 6954.67 USD by R-1 (10432/10000)"))
        #expect(String(decoding: SocietyPage(found, payments).html, as: UTF8.self).contains("6954.67 USD"))
    }

    @Test(
        "rates that cannot be meant",
        arguments: [
            ("rates: [{id: R, currency: EUR, rate: 2}]", "own currency"),
            ("rates: [{id: R, currency: USD, rate: 0}]", "more than nothing"),
            ("rates: [{id: R, currency: USD, rate: 1e3}]", "no exact rate"),
            ("rates: [{id: R, currency: USDT, rate: 1}]", "no currency"),
            ("rates: [{id: R, currency: USD, rate: 1}, {id: R, currency: CHF, rate: 1}]", "stands twice"),
            ("payouts: {p: R}", "no rate of this id"),
        ])
    func refused(_ more: String, _ reason: String) throws {
        let error = #expect(throws: ConfigError.self) {
            try PoolFile.read(Desk.pool(more: more), file: "pool.yaml")
        }
        #expect(error?.problem.contains(reason) == true && error?.line ?? 0 > 0, "\(String(describing: error))")
    }

    @Test("a claim that came late is paid from what the earlier pool held, in lines of their own")
    func late() throws {
        let pool = Desk.pool(
            more: """
                adjustments:
                  - {id: J1, party: p-A, amount: 500, reason: claim K-9 of work C, held: P-0}
                  - {id: J2, party: p-A, amount: -20, reason: paid twice}
                """)
        let found = try Desk().inputs(pool: pool, [Desk.use("A", 1)], shares: Desk.whole(["A"])).allocate()
        let payments = try Payment.all(found)
        #expect(payments[0].paid == 875_480)
        let balances = Dictionary(
            uniqueKeysWithValues: Journal(found, payments).balances.map { ($0.account, $0.amount) })
        #expect(balances["held:P-0"] == -500 && balances["adjustments"] == 20 && balances["payable:p-A"] == 0)
    }
}

import Canonical
import Testing

@testable import Settlement

@Suite("What is wrong with a pool is found before any use is known, and by whoever looks at it as by whoever settles")
struct PoolInputsTests {
    private static let shares = Desk.whole(["A"])

    /// What is said of a pool by itself with its shares, and what when it is settled.
    private func told(_ pool: String, shares: String = shares) throws -> (looked: String?, settled: String?) {
        let desk = try Desk()
        let (path, table) = (try desk.put("p.yaml", pool), try desk.put("s.tsv", shares))
        let usage = try desk.put("u.tsv", String(decoding: Desk.report([Desk.use("A", 7)]), as: UTF8.self))
        func fault(_ step: () throws -> [UsageReport.Fault]) throws -> String? {
            do { return try step().first?.description } catch let error as ConfigError {
                return error.description
            } catch let error as SettlementError { return error.reason }
        }
        let now = Desk.time("2027-02-01")
        let looked = try fault {
            let inputs = try PoolInputs.read(pool: path, shares: table)
            try inputs.check(at: now)
            return inputs.faults
        }
        let settled = try fault {
            let inputs = try SettlementInputs.read(pool: path, usage: usage, shares: table)
            try inputs.check(at: now)
            guard inputs.faults.isEmpty else { return inputs.faults }
            _ = try Payment.all(inputs.allocate())
            return []
        }
        return (looked, settled)
    }

    @Test(
        "refused alike",
        arguments: [
            (Desk.pool(more: "adjustments: [{id: J, party: eve, amount: 5, reason: r}]"), "eve has no share"),
            (
                Desk.pool(more: "rates: [{id: R, currency: USD, rate: 2}]\npayouts: {eve: R}"), "eve has no share"
            ),
            (Desk.pool(more: "disputes: [{id: Q, work: A, party: p-A, ppm: 5, opened: 2999-01-01}]"), "is to come"),
            (Desk.pool(more: "disputes: [{id: Q, work: A, party: eve, ppm: 5, opened: 2026-05-01}]"), "eve has 0"),
            (Desk.pool(deductions: "[{name: a, amount: 1_000_001}]"), "come to more than the gross"),
            (
                Desk.pool().replacing("financial_year_end: 2026-12-31", with: "financial_year_end: 2025-12-31"),
                "financial_year_end: 2025-12-31T00:00:00Z is before the period begins"
            ),
            (
                Desk.pool(gross: "gross: 5\ntariff: {id: T, basis: flat, rate: 5}"),
                "gross: tariff T says what the use comes to, and gross says it too"
            ),
            (Desk.pool().replacing("pool: P-1", with: #"pool: "P\x851""#), "pool: the text holds U+0085"),
            (Desk.pool().replacing("administration", with: "\"ad\u{202E}min\""), "holds U+202E"),
            (Desk.pool(more: "carried_forward: {\"p\u{2067}A\": 5}"), "carried_forward: a key holds U+2067"),
            (Desk.pool(more: "claims_to: \"a\u{200F}b\""), "claims_to: the text holds U+200F"),
        ])
    func refused(_ pool: String, _ reason: String) throws {
        let (looked, settled) = try told(pool)
        #expect(looked?.contains(reason) == true && looked == settled, "\(looked ?? "") / \(settled ?? "")")
    }

    @Test("a sound one is taken by both, and one whose shares are wrong by neither")
    func sound() throws {
        let (looked, settled) = try told(Desk.pool(more: "carried_forward: {\"é\": 5}"))
        #expect(looked == nil && settled == nil)
        let wrong = try told(Desk.pool(), shares: "A\tp\tA\t5\tSociety\t\n")
        #expect(wrong.looked?.contains("not marked as partial") == true && wrong.looked == wrong.settled)
    }

    @Test("without shares nothing is said of parties, and days are told that are odd but can be meant")
    func warnings() throws {
        let desk = try Desk()
        let path = try desk.put("p.yaml", Desk.pool(more: "adjustments: [{id: J, party: eve, amount: 5, reason: r}]"))
        let inputs = try PoolInputs.read(pool: path, shares: nil)
        #expect(inputs.faults.isEmpty && inputs.shares == nil)
        #expect(inputs.warnings(at: Desk.time("2027-02-01")).isEmpty)
        #expect(inputs.warnings(at: Desk.time("2026-12-01")).first?.contains("goes on until 2027-01-01") == true)
        #expect(inputs.warnings(at: Desk.time("2027-09-30")).first?.contains("paid by 2027-09-30") == true)
    }

    @Test("a pool that was settled by earlier rules is read as it was")
    func earlier() throws {
        for pool in [
            Desk.pool(gross: "gross: 5\ntariff: {id: T, basis: flat, rate: 5}"),
            Desk.pool().replacing("pool: P-1", with: #"pool: "P\x851""#),
            Desk.pool().replacing("financial_year_end: 2026-12-31", with: "financial_year_end: 2025-12-31"),
        ] {
            _ = try PoolFile.read(pool, file: "p.yaml", rules: .third)
            #expect(throws: ConfigError.self) { try PoolFile.read(pool, file: "p.yaml") }
        }
    }
}

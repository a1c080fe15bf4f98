import Canonical
import Testing

@testable import Settlement

@Suite("A pool is shared out to the last unit, and what is not known is held")
struct AllocationTests {
    private func amounts(_ allocation: Allocation) -> [String: Int64] {
        var found: [String: Int64] = [:]
        for line in allocation.lines {
            let name = [line.work, line.party, line.state == .payable ? "" : line.state.rawValue].filter { !$0.isEmpty }
            found[name.joined(separator: " "), default: 0] += line.amount
        }
        return found
    }

    private func check(_ allocation: Allocation) {
        #expect(allocation.lines.reduce(0) { $0 + $1.amount } == allocation.net)
        #expect(allocation.lines.allSatisfy { $0.amount > 0 })
    }

    @Test("the worked example: gross, deduction, net, four works")
    func example() throws {
        let lines = [("A", 1_234_567), ("B", 765_433), ("C", 333_333), ("D", 1)].map { Desk.use($0.0, UInt64($0.1)) }
        let found = try Desk().inputs(lines, shares: Desk.whole(["A", "B", "C", "D"])).allocate()
        #expect(found.deductions.map(\.amount) == [125_000] && found.net == 875_000)
        #expect(amounts(found) == ["A p-A": 462_963, "B p-B": 287_037, "C p-C": 125_000])
        check(found)
    }

    @Test("states of a match: what is not surely known is held, what was opted out counts for nothing")
    func states() throws {
        let lines = [
            Desk.use("A", 100), Desk.use("B", 100, match: .candidate), Desk.use("C", 100, match: .conflict),
            Desk.use("", 100, match: .unmatched), Desk.use("D", 100), Desk.use("E", 10_000, match: .optedOut),
        ]
        let found = try Desk().inputs(
            pool: Desk.pool(gross: "gross: 500", deductions: "[]"), lines, shares: Desk.whole(["A", "B", "C", "E"])
        ).allocate()
        #expect(
            amounts(found) == [
                "A p-A": 100, "B HELD_UNMATCHED": 100, "C HELD_DISPUTE": 100, "domain:a.example HELD_UNMATCHED": 100,
                "D HELD_UNMATCHED": 100,
            ])
        #expect(found.optedOutLines == 1)
        check(found)
    }

    @Test(
        "shares: a part nobody claims is held; of what two societies claim only the overlap; a dispute holds its part alone"
    )
    func shares() throws {
        let table = """
            work\tparty\trole\tppm\tsociety\tmark
            A\twriter\tA\t400000\tSociety\tpartial
            B\tone\tA\t800000\tSociety\tpartial
            B\ttwo\tA\t400000\tOther\tpartial
            C\tx\tA\t600000\tSociety\t
            C\ty\tT\t400000\tSociety\t

            """
        let pool = Desk.pool(
            gross: "gross: 3_000_000", more: "disputes: [{id: Q, work: C, party: x, ppm: 500_000, opened: 2026-05-01}]",
            deductions: "[]")
        let found = try Desk().inputs(
            pool: pool, ["A", "B", "C"].map { Desk.use($0, 5) }, shares: table
        ).allocate()
        #expect(
            amounts(found) == [
                "A writer": 400_000, "A HELD_UNMATCHED": 600_000, "B one": 600_000, "B two": 200_000,
                "B HELD_DISPUTE": 200_000, "C x": 100_000, "C x HELD_DISPUTE": 500_000, "C y": 400_000,
            ])
        check(found)
    }

    @Test("no use that counts: the whole net is held")
    func nothing() throws {
        let found = try Desk().inputs([Desk.use("A", 5, match: .optedOut)], shares: Desk.whole(["A"])).allocate()
        #expect(amounts(found) == ["HELD_UNMATCHED": 875_000])
        check(found)
    }

    @Test(
        "all six methods",
        arguments: [
            ("method: tokens", ["A p-A": 600, "B p-B": 400] as [String: Int64]),
            ("method: documents", ["A p-A": 250, "B p-B": 750]),
            ("method: sqrt_tokens", ["A p-A": 464, "B p-B": 536]),
            ("method: class_weighted\nclass_points: {news: 3, web: 1}", ["A p-A": 692, "B p-B": 308]),
            ("method: user_centric\npayments: {lab: 400, other: 600}", ["A p-A": 400, "B p-B": 600]),
            (
                "method: value_weighted\nscores: {model: m, margin: '5%', works: {A: 1, B: 3}}",
                ["A p-A": 250, "B p-B": 750]
            ),
        ])
    func methods(_ method: String, _ wanted: [String: Int64]) throws {
        let lines = [
            Desk.use("A", 9, epochs: 2, workClass: "news"),
            Desk.use("B", 12, documents: 3, epochs: 1, licensee: "other"),
        ]
        let pool = Desk.pool(gross: "gross: 1000", method: method, deductions: "[]")
        let found = try Desk().inputs(pool: pool, lines, shares: Desk.whole(["A", "B"])).allocate()
        #expect(amounts(found) == wanted)
        check(found)
    }

    @Test("a tariff says what the use comes to, rounded once, and no less than its minimum")
    func tariff() throws {
        for (rate, minimum, wanted) in [("3/7", 0, 857), ("1/1000", 500, 500)] as [(String, Int, Int64)] {
            let pool = Desk.pool(
                gross: "tariff: {id: T, basis: per_1k_tokens, rate: \(rate), minimum: \(minimum)}", deductions: "[]")
            let found = try Desk().inputs(pool: pool, [Desk.use("A", 1_000_000, epochs: 2)], shares: Desk.whole(["A"]))
                .allocate()
            #expect(found.gross == wanted)
        }
    }

    @Test(
        "payments: below the minimum is carried forward, a debt is never paid out, adjustments are lines of their own")
    func payments() throws {
        let pool = Desk.pool(
            gross: "gross: 1000",
            more: """
                minimum_payout: 300
                carried_forward: {p-B: 150, p-C: -900}
                adjustments: [{id: J1, party: p-A, amount: -50, reason: paid twice in 2025}]
                """, deductions: "[]")
        let lines = [Desk.use("A", 700), Desk.use("B", 200), Desk.use("C", 100)]
        let found = try Desk().inputs(pool: pool, lines, shares: Desk.whole(["A", "B", "C"])).allocate()
        let payments = try Payment.all(found)
        #expect(payments.map(\.paid) == [650, 350, 0])
        #expect(payments.map(\.carriedForward) == [0, 0, -800])
        let journal = Journal(found, payments)
        #expect(journal.lines.reduce(Int64(0)) { $0 + $1.credit - $1.debit } == 0)
        #expect(journal.balances.first { $0.account == "pool:P-1" }?.amount == 0)
    }

    private func table(_ allocation: Allocation) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try allocation.writeTable { bytes += $0 }
        return bytes
    }

    @Test("the same files give the same bytes, whatever the order of their lines")
    func order() throws {
        var random = SplitMix(seed: 3)
        let lines = (0..<200).map { Desk.use("W\($0 % 40)", random.next() % 10_000 + 1) }
        let works = (0..<40).map { "W\($0)" }
        let first = try table(Desk().inputs(lines, shares: Desk.whole(works)).allocate())
        for _ in 0..<5 {
            let other = try Desk().inputs(
                lines.shuffled(using: &random), shares: Desk.whole(works.shuffled(using: &random))
            ).allocate()
            #expect(try table(other) == first)
        }
    }
}

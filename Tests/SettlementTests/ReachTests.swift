import Canonical
import Shards
import Testing

@testable import Settlement

@Suite("A mandate pays only for uses within its period and territory")
struct ReachTests {
    /// The mandates of a work, A, each with its society, party, territories, period and part.
    struct Mandate {
        var society = "S"
        var party = "p"
        var territories = "DE"
        var from = "2026-01-01"
        var to = ""
        var ppm = 1_000_000
        var rights = "training"

        func yaml(_ number: Int) -> String {
            """
              - id: M-\(number)
                society: \(society)
                kind: member
                rights: [\(rights)]
                territories: [\(territories)]
                from: \(from)
                \(to.isEmpty ? "" : "to: \(to)")
                tariff: T
                repertoire: [{work: A, covers: [a.example], shares: {\(party): \(ppm)}, partial: \(ppm < 1_000_000)}]

            """
        }
    }

    private static func file(_ mandates: [Mandate]) -> String {
        "mandates:\n" + mandates.enumerated().map { $1.yaml($0 + 1) }.joined()
    }

    /// Who gets what of 1,000 by one use or more of A, by party or else state.
    private static func settle(
        _ mandates: [Mandate], uses: [RecordedUse], rules: SettlementRules = .current
    ) throws -> [String: Int64] {
        let desk = try Desk()
        let lines = uses.enumerated().map { index, use in
            Desk.use("A", 100, territory: use.territory, use: index + 1)
        }
        let (pool, usage, shares) = (
            try desk.put("pool.yaml", Desk.pool(gross: "gross: 1000", deductions: "[]")),
            try desk.put("usage.tsv", String(decoding: Desk.report(lines, uses: uses), as: UTF8.self)),
            try desk.put("mandates.yaml", file(mandates))
        )
        let inputs = try SettlementInputs.read(pool: pool, usage: usage, shares: shares, rules: rules)
        let found = try inputs.allocate()
        let folder = SettlementFolder(desk.folder + "/out")
        _ = try folder.write(found, pool: pool, usage: usage, shares: shares)
        #expect(try folder.recomputeAll().differing.isEmpty)
        #expect(found.lines.reduce(Int64(0)) { $0 + $1.amount } == found.net)
        var amounts: [String: Int64] = [:]
        for line in found.lines {
            amounts[line.party.isEmpty ? "\(line.state.rawValue): \(line.why)" : line.party, default: 0] += line.amount
        }
        return amounts
    }

    private static let spring = Desk.recorded("r1", "2026-03-01", "2026-04-01", territory: "DE")
    private static let autumn = Desk.recorded("r2", "2026-09-01", "2026-10-01", territory: "DE")

    @Test(
        "ended, not begun, of another territory, for another right, renewed, moved to another society",
        arguments: [
            ([Mandate()], ["p": 1000]),
            ([Mandate(to: "2026-04-01")], ["p": 500, Self.lapsed("DE", "2026-09-01", "2026-10-01"): 500]),
            ([Mandate(from: "2026-04-01")], ["p": 500, Self.lapsed("DE", "2026-03-01", "2026-04-01"): 500]),
            (
                [Mandate(to: "2026-03-15")],
                [
                    Self.lapsed("DE", "2026-09-01", "2026-10-01"): 500,
                    "HELD_UNMATCHED: the mandates changed while the use from 2026-03-01 to 2026-04-01 went on": 500,
                ]
            ),
            (
                [Mandate(territories: "FR, CN")],
                [
                    Self.lapsed("DE", "2026-03-01", "2026-04-01"): 500,
                    Self.lapsed("DE", "2026-09-01", "2026-10-01"): 500,
                ]
            ),
            ([Mandate(rights: "rag")], ["HELD_UNMATCHED: no shares of the work are known": 1000]),
            // Renewed within the use, by the same to the same: nothing changed.
            ([Mandate(to: "2026-03-15"), Mandate(from: "2026-03-15")], ["p": 1000]),
            (
                [Mandate(to: "2026-06-01"), Mandate(society: "R", party: "q", from: "2026-06-01")],
                ["p": 500, "q": 500]
            ),
            // Two societies at one time: what both claim is held, there and then alone.
            (
                [Mandate(), Mandate(society: "R", party: "q", from: "2026-06-01")],
                ["p": 500, "HELD_DISPUTE: several societies claim it": 500]
            ),
            ([Mandate(territories: "DE"), Mandate(society: "R", party: "q", territories: "FR")], ["p": 1000]),
        ] as [([Mandate], [String: Int64])])
    func reach(_ mandates: [Mandate], _ wanted: [String: Int64]) throws {
        #expect(try Self.settle(mandates, uses: [Self.spring, Self.autumn]) == wanted)
    }

    private static func lapsed(_ territory: String, _ from: String, _ to: String) -> String {
        "HELD_UNMATCHED: no mandate holds in \(territory) from \(from) to \(to)"
    }

    @Test("by earlier rules every mandate paid for every use, and a pool settled so is recomputed so")
    func earlier() throws {
        let ended = [Mandate(territories: "FR", to: "2026-02-01")]
        #expect(try Self.settle(ended, uses: [Self.spring], rules: .second) == ["p": 1000])
    }

    /// A day of 2026, counted from its first.
    private static func day(_ number: Int) -> String {
        String(Desk.time("2026-01-01").adding(seconds: Int64(number) * 86_400).description.prefix(10))
    }

    @Test(
        "whatever the mandates and uses, day by day: nobody is paid for a day or place that is not his",
        arguments: 1...40)
    func random(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
        var spans: [(mandate: Mandate, from: Int, to: Int, territories: [String])] = []
        for number in 0..<6 {
            let (from, territories) = (below(20), [["DE"], ["FR"], ["DE", "FR"]][below(3)])
            let to = from + 1 + below(30)
            // Each a society of its own, of which no three claim more than the whole together.
            let mandate = Mandate(
                society: "S\(number)", party: "p\(number)", territories: territories.joined(separator: ", "),
                from: Self.day(from), to: Self.day(to), ppm: 1 + below(166_666))
            spans.append((mandate, from, to, territories))
        }
        let uses = (0..<4).map { number in
            (from: below(30), length: 1 + below(4), territory: below(2) == 0 ? "DE" : "FR", record: "r\(number)")
        }
        let found = try Self.settle(
            spans.map(\.mandate),
            uses: uses.map {
                Desk.recorded(
                    $0.record, Self.day($0.from), Self.day($0.from + $0.length), territory: $0.territory)
            })
        // In quarters of millionths of the 1,000.
        var due: [String: Int] = [:]
        for use in uses {
            let days = (use.from..<use.from + use.length).map { day in
                Set(
                    spans.indices.filter {
                        spans[$0].from <= day && day < spans[$0].to && spans[$0].territories.contains(use.territory)
                    })
            }
            guard Set(days).count == 1 else { continue }
            for index in days[0] { due["p\(index)", default: 0] += spans[index].mandate.ppm * 1000 }
        }
        for index in spans.indices {
            let (paid, exact) = (Int(found["p\(index)"] ?? 0) * 4_000_000, due["p\(index)"] ?? 0)
            // A unit for each of the roundings of its uses.
            #expect(abs(paid - exact) <= 4 * 4_000_000, "p\(index): \(found)")
            if exact == 0 { #expect(paid == 0, "p\(index): \(found)") }
        }
    }

    @Test("uses in two territories are shared out by their weights, each to whoever has the work there")
    func territories() throws {
        let mandates = [
            Mandate(party: "p", territories: "DE"), Mandate(society: "R", party: "q", territories: "FR"),
        ]
        let france = Desk.recorded("r3", "2026-03-01", "2026-04-01", territory: "FR")
        #expect(try Self.settle(mandates, uses: [Self.spring, france, Self.autumn]) == ["p": 667, "q": 333])
    }

    @Test("a claim counts everywhere, and a dispute over a share of a renewed mandate is over one of them")
    func filings() throws {
        let desk = try Desk()
        let text = Self.file([Mandate(to: "2026-06-01", ppm: 600_000), Mandate(from: "2026-06-01", ppm: 600_000)])
        var filed = Filings.line(try Filings.Claim(id: "K", work: "A", party: "c", ppm: 400_000, evidence: "e"))
        filed += try Filings.dispute(id: "D", work: "A", party: "p", ppm: 100_000, opened: Desk.time("2026-05-01"))
        func inputs(_ filed: [UInt8]) throws -> SettlementInputs {
            let uses = [Self.spring, Self.autumn]
            let lines = [1, 2].map { Desk.use("A", 100, territory: "DE", use: $0) }
            return try SettlementInputs.read(
                pool: desk.put("pool.yaml", Desk.pool(gross: "gross: 1000", deductions: "[]")),
                usage: desk.put("u.tsv", String(decoding: Desk.report(lines, uses: uses), as: UTF8.self)),
                shares: desk.put("m.yaml", text), filings: desk.put("f.jsonl", String(decoding: filed, as: UTF8.self)))
        }
        let found = try inputs(filed).allocate()
        #expect(found.payable == ["p": 500, "c": 400] && found.sum(.heldDispute) == 100)
        let more = try Filings.dispute(id: "E", work: "A", party: "p", ppm: 600_000, opened: Desk.time("2026-05-01"))
        #expect(throws: SettlementError.self) { try inputs(filed + more).allocate() }
    }

    @Test("a dispute that is dated in the future is refused")
    func future() throws {
        let pool = Desk.pool(more: "disputes: [{id: Q, work: A, party: p-A, ppm: 5, opened: 2026-05-01}]")
        let inputs = try Desk().inputs(pool: pool, [Desk.use("A", 1)], shares: Desk.whole(["A"]))
        try inputs.check(at: Desk.time("2026-05-01"))
        let error = #expect(throws: SettlementError.self) { try inputs.check(at: Desk.time("2026-04-30")) }
        #expect(error?.code == .notYet && error?.reason.contains("dispute Q") == true)
    }
}

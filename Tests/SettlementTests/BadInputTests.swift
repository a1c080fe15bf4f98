import Canonical
import Foundation
import Testing

@testable import Settlement

@Suite("Files that are wrong are refused by file, line and reason, and nothing is shared out by them")
struct BadInputTests {
    private static let shares = Desk.whole(["A"])

    @Test(
        "a usage report that was changed, cut, doubled or put out of order",
        arguments: [
            ("\t7\t1\t", "\t8\t1\t", "SY says otherwise"), ("FOOT\t2", "FOOT\t3", "FOOT should say"),
            ("SU\t2\t", "SU\t3\t", "should be 2"), ("\nFOOT", "\nFOOT\t", "FOOT should say"),
            ("MATCHED", "SURE", "is none of"), ("HEAD", "HEADS", "begins with HEAD"), ("EUR", "EUX", "no currency"),
            ("\tA\tMATCHED", "\t\tMATCHED", "names no work"), ("\tA\tMATCHED", "\tA\tUNMATCHED", "names a work"),
            ("\t7\t1\t", "\t-7\t1\t", "whole numbers"), ("\t7\t1\t", "\t7.5\t1\t", "whole numbers"),
            ("\t7\t1\t", "\t99999999999999999999\t1\t", "whole numbers"), ("\t7\t1\t", "\t7\t0\t", "use of nothing"),
            ("R-1", "R-2", "digest"), ("SY\tT", "SY\tU", "SY"), ("muniment-usage/2", "muniment-usage/9", "HEAD has"),
        ])
    func usage(_ old: String, _ new: String, _ reason: String) throws {
        let desk = try Desk()
        let text = String(decoding: try Desk.report([Desk.use("A", 7), Desk.use("A", 5)]), as: UTF8.self)
        let at = try #require(text.firstRange(of: old))
        let inputs = try SettlementInputs.read(
            pool: desk.put("p.yaml", Desk.pool()),
            usage: desk.put("u.tsv", text.replacingCharacters(in: at, with: new)),
            shares: desk.put("s.tsv", Self.shares))
        #expect(inputs.faults.contains { $0.reason.contains(reason) && $0.line > 0 }, "\(inputs.faults)")
        #expect(throws: SettlementError.self) { try inputs.allocate() }
    }

    @Test("a usage report names works of public registries in their one form, and each check digit is right")
    func identifiers() throws {
        let desk = try Desk()
        func faults(_ work: String) throws -> [String] {
            let inputs = try desk.inputs(
                [Desk.use(work, 7), Desk.use(work, 5)], shares: Desk.whole(["isbn:0306406152"]))
            return inputs.faults.map(\.reason)
        }
        #expect(try faults("isbn:9780306406157").isEmpty)
        #expect(try faults("isbn:0306406152").allSatisfy { $0.contains("to be written as isbn:9780306406157") })
        #expect(try faults("isbn:0306406152").count == 2)
        #expect(try faults("isbn:9780306406158").allSatisfy { $0.contains("is no ISBN") })
        let found = try desk.inputs(
            [Desk.use("isbn:9780306406157", 7)], shares: Desk.whole(["isbn:0306406152"])
        ).allocate()
        #expect(Array(found.lines).map(\.work) == ["isbn:9780306406157"] && found.sum(.payable) == found.net)
    }

    @Test("a dispute, an adjustment and what is carried forward name parties in their one form")
    func partyIdentifiers() throws {
        let pool = try PoolFile.read(
            Desk.pool(
                more: """
                    disputes: [{id: D, work: "iswc:T-034.524.680-1", party: "ipi:000 141 073 38", ppm: 5, opened: 2026-02-01}]
                    carried_forward: {"https://orcid.org/0000-0002-1825-0097": 5}
                    """
            ), file: "p.yaml")
        #expect(pool.carried == ["orcid:0000-0002-1825-0097": 5])
        #expect(pool.disputes[0].work == "iswc:T0345246801" && pool.disputes[0].party == "ipi:00014107338")
        #expect(throws: ConfigError.self) {
            try PoolFile.read(Desk.pool(more: "carried_forward: {\"ipi:00014107339\": 5}"), file: "p.yaml")
        }
    }

    @Test("a report cut at any byte is refused")
    func cut() throws {
        let desk = try Desk()
        let whole = try Desk.report([Desk.use("A", 7)])
        for count in 0..<whole.count {
            let path = try desk.put("u.tsv", String(decoding: whole.prefix(count), as: UTF8.self))
            let (report, reader, _) = try SettlementInputs.readUsage(path)
            #expect(report == nil || !reader.faults.isEmpty, "cut to \(count) octets")
        }
        let (report, reader, _) = try SettlementInputs.readUsage(
            desk.put("u.tsv", String(decoding: whole, as: UTF8.self)))
        #expect(report != nil && reader.faults.isEmpty)
    }

    @Test(
        "shares that do not fit",
        arguments: [
            ("A\tp\tA\t900000\tSociety\t", "not marked as partial"), ("A\tp\tA\t1000001\tSociety\t", "no share"),
            ("A\tp\tA\t0\tSociety\t", "no share"), ("A\tp\tA\t0.5\tSociety\t", "no share"),
            ("A\tp\tA\t600000\tSociety\t\nA\tq\tA\t600000\tSociety\t", "1200000"),
            ("A\tp\tA\t500000\tSociety\t\nA\tp\tA\t500000\tSociety\t", "stands twice"),
            ("A\tp\tA\t1000000\tSociety", "fields"), ("\tp\tA\t1000000\tSociety\t", "are due"),
            ("A\tp\tA\t1000000\tSociety\tsome", "the mark"),
            ("isbn:9780306406158\tp\tA\t1000000\tSociety\t", "is no ISBN"),
            ("A\tisni:0000 0001 2103 2684\tA\t1000000\tSociety\t", "is no ISNI"),
            (
                "iswc:T-034.524.680-1\tp\tA\t600000\tSociety\t\niswc:t0345246801\tq\tA\t600000\tSociety\t",
                "work iswc:T0345246801: the shares of Society come to 1200000"
            ),
        ])
    func shares(_ lines: String, _ reason: String) throws {
        let (table, faults) = ShareTable.read(
            Array("work\tparty\trole\tppm\tsociety\tmark\nB\tb\tA\t1000000\tSociety\t\n\(lines)\n".utf8), file: "s.tsv")
        #expect(faults.contains { $0.reason.contains(reason) && $0.line >= 3 }, "\(faults)")
        #expect(table["B"] != nil, "a good line was lost")
    }

    private static func mandate(_ id: String, _ society: String, _ shares: String, _ work: String = "A") -> String {
        """
          - id: \(id)
            society: \(society)
            kind: member
            rights: [training]
            territories: [DE]
            from: 2026-01-01
            tariff: T
            repertoire: [{work: "\(work)", covers: [a.example], shares: \(shares)}]

        """
    }

    @Test(
        "mandates whose shares do not fit are refused as the licensing refuses them",
        arguments: [
            ([mandate("M-1", "S", "{p: 700_000, q: 400_000}")], "1100000"),
            ([mandate("M-1", "S", "{p: 900_000}")], "not marked as partial"),
            (
                [mandate("M-1", "S", "{p: 1_000_000}"), mandate("M-2", "S", "{q: 1_000_000}")],
                "mandate M-2: S claims 2000000"
            ),
            (
                [mandate("M-1", "S", "{p: 1_000_000}"), mandate("M-1", "S", "{q: 1_000_000}", "B")],
                "mandate M-1 stands twice"
            ),
            (
                [
                    mandate("M-1", "S", "{p: 500_000}, partial: true"),
                    mandate("M-2", "S", "{p: 500_000}, partial: true"),
                ], "p stands twice in work A"
            ),
            ([mandate("M-1", "S", "{p: 1_000_000}").replacing("    tariff: T\n", with: "")], "tariff is missing"),
            (
                [
                    mandate("M-1", "S", "{p: 600_000}, partial: true", "iswc:T-034.524.680-1"),
                    mandate("M-2", "S", "{q: 600_000}, partial: true", "iswc:t0345246801"),
                ], "work iswc:T0345246801"
            ),
        ])
    func mandates(_ mandates: [String], _ reason: String) throws {
        let error = #expect(throws: ConfigError.self) {
            try ShareTable.read(mandates: "mandates:\n" + mandates.joined(), file: "m.yaml")
        }
        #expect(error?.file == "m.yaml" && error?.problem.contains(reason) == true, "\(String(describing: error))")
    }

    @Test("mandates that share a work between them are read, and so are those of two societies that do not agree")
    func soundMandates() throws {
        let text = [
            Self.mandate("M-1", "S", "{p: 600_000}, partial: true"),
            Self.mandate("M-2", "S", "{q: 400_000}, partial: true"), Self.mandate("M-3", "R", "{r: 1_000_000}"),
        ].joined()
        let shares = try ShareTable.read(mandates: "mandates:\n" + text, file: "m.yaml")["A"]?.shares
        #expect(shares?.map(\.ppm) == [600_000, 400_000, 1_000_000])
    }

    @Test(
        "pools that cannot be meant",
        arguments: [
            ("gross: 1_000_000", "gross: -5", "gross"), ("gross: 1_000_000", "gross: 10.50", "gross"),
            ("currency: EUR", "currency: EURO", "currency"), ("to: 2027-01-01", "to: 2026-01-01", ""),
            ("method: tokens", "method: magic", "method"), ("12.5%", "120%", "deductions[0].rate"),
            ("12.5%", "1e1%", "deductions[0].rate"), ("pool: P-1", "pool: P-1\nsecret: 1", "secret"),
            ("method: tokens", "method: class_weighted", ""), ("gross: 1_000_000", "", ""),
            ("method: tokens", "method: user_centric\npayments: {a: 5}", ""),
            ("financial_year_end: 2026-12-31", "financial_year_end: 31.12.2026", "financial_year_end"),
        ])
    func pools(_ old: String, _ new: String, _ key: String) throws {
        let text = Desk.pool()
        let at = try #require(text.firstRange(of: old))
        let error = #expect(throws: ConfigError.self) {
            try PoolFile.read(text.replacingCharacters(in: at, with: new), file: "pool.yaml")
        }
        #expect(error?.file == "pool.yaml" && (key.isEmpty || error?.key == key), "\(String(describing: error))")
    }

    @Test("a pool whose deductions are more than there is, or whose report speaks of another pool, is refused")
    func mismatch() throws {
        let use = [Desk.use("A", 7)]
        let deduction = "[{name: a, amount: 900_000}, {name: b, amount: 200_000}]"
        for (pool, code) in [
            (Desk.pool(deductions: deduction), SettlementError.Code.deductionsOverGross),
            (Desk.pool().replacing("currency: EUR", with: "currency: JPY"), .mismatch),
            (Desk.pool().replacing("society: Society", with: "society: Other"), .mismatch),
            (Desk.pool().replacing("to: 2027-01-01", with: "to: 2026-07-01"), .mismatch),
            (Desk.pool(gross: "tariff: {id: OTHER, basis: flat, rate: 5}"), .mismatch),
            (Desk.pool(more: "disputes: [{id: Q, work: Z, party: z, ppm: 5, opened: 2026-05-01}]"), .mismatch),
        ] {
            let error = #expect(throws: SettlementError.self) {
                try Desk().inputs(pool: pool, use, shares: Self.shares).allocate()
            }
            #expect(error?.code == code, "\(String(describing: error))")
        }
    }
}

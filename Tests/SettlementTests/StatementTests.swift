import Canonical
import Testing

@testable import Settlement

@Suite("Statements tell a party every amount, and are safe to open")
struct StatementTests {
    /// - Parameter claimed: A work of which nothing is known but a claim, whose names are free.
    private func statements(_ works: [String], claimed: String? = nil) throws -> [Statement] {
        let pool = Desk.pool(more: "disputes: [{id: Q, work: A, party: p-A, ppm: 250_000, opened: 2026-05-01}]")
        let desk = try Desk()
        let lines = (works + (claimed.map { [$0] } ?? [])).map { Desk.use($0, 10) }
        let filed = try claimed.map { work in
            Filings.line(try .init(id: "K", work: work, party: "p-" + work, ppm: 1_000_000, evidence: "e"))
        }
        let found = try SettlementInputs.read(
            pool: desk.put("pool.yaml", pool),
            usage: desk.put("usage.tsv", String(decoding: Desk.report(lines), as: UTF8.self)),
            shares: desk.put("shares.tsv", Desk.whole(works)),
            filings: desk.put("filings.jsonl", String(decoding: filed ?? [], as: UTF8.self))
        ).allocate()
        return Statement.all(found, try Payment.all(found))
    }

    @Test("the lines of all parties and what is held add up to the net amount")
    func sums() throws {
        let all = try statements(["A", "B", "C"])
        #expect(all.map(\.payment.party) == ["p-A", "p-B", "p-C"])
        #expect(all.reduce(0) { $0 + $1.payment.allocated + $1.held } == 875_000)
        #expect(all[0].held == 72_917)
        for one in all {
            let json = try JSONReader.read(one.json)
            #expect(
                json["lines"]?.array?.reduce(Int64(0)) { $0 + ($1["amount"]?.integer ?? 0) } == one.payment.allocated
                    + one.held)
        }
    }

    @Test(
        "a formula in a society's name stays text in the table for people",
        arguments: ["=1+1", "+1+1", "-1+1", "@SUM(A1)"])
    func formulas(_ society: String) throws {
        let desk = try Desk()
        let found = try SettlementInputs.read(
            pool: desk.put("pool.yaml", Desk.pool()),
            usage: desk.put("usage.tsv", String(decoding: Desk.report([Desk.use("A", 10)]), as: UTF8.self)),
            shares: desk.put("shares.tsv", "A\tp\tA\t1000000\t\(society)\t\n")
        ).allocate()
        let own = try #require(Statement.all(found, Payment.all(found)).first)
        #expect(String(decoding: own.csv, as: UTF8.self).contains("A,A,'\(society),PAYABLE,,875000,EUR\r\n"))
    }

    @Test(
        "an id that is a formula is refused where tables hold it as it is",
        arguments: ["=1+1", "+1", "-1+1", "@SUM(A1)"])
    func formulaIDs(_ id: String) throws {
        let inputs = try Desk().inputs([Desk.use(id, 10)], shares: Desk.whole(["A"]))
        #expect(inputs.faults.count == 1 && inputs.faults[0].reason.contains("spreadsheets compute"))
        for (work, party) in [(id, "p"), ("A", id)] {
            let line = Filings.line(try .init(id: "K", work: work, party: party, ppm: 5, evidence: "e"))
            #expect(Filings.read(line, file: "f").faults.first?.reason.contains("spreadsheets compute") == true)
            #expect(Filings.read(line, file: "f", rules: .third).faults.isEmpty)
        }
    }

    @Test("markup and marks of tables in names stay text", arguments: ["<script>x</script>", "a,\"b\"", "&amp;"])
    func hostile(_ work: String) throws {
        let own = try #require(try statements(["A"], claimed: work).first { $0.payment.party == "p-" + work })
        let page = String(decoding: own.page, as: UTF8.self)
        #expect(!page.contains("<script") && page.contains(PrintedPage.text(work)))
        let csv = String(decoding: own.csv, as: UTF8.self)
        #expect(!csv.contains("\n=") && csv.split(separator: "\r\n").count == 2)
    }

    @Test("the page asks nothing of anyone else")
    func page() throws {
        for one in try statements(["A", "B"]) {
            let page = String(decoding: one.page, as: UTF8.self)
            #expect(!page.contains("http") && !page.contains("<script") && page.contains("<svg role=\"img\""))
            #expect(page.contains("8750.00 EUR") && page.contains("-1250.00 EUR"))
        }
    }
}

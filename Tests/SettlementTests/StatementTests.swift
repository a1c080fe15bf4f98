import Canonical
import Testing

@testable import Settlement

@Suite("Statements tell a party every amount, and are safe to open")
struct StatementTests {
    private func statements(_ works: [String]) throws -> [Statement] {
        let pool = Desk.pool(more: "disputes: [{id: Q, work: A, party: p-A, ppm: 250_000, opened: 2026-05-01}]")
        let found = try Desk().inputs(
            pool: pool, works.map { Desk.use($0, 10) }, shares: Desk.whole(works)
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

    @Test("markup and formulas in names stay text", arguments: ["<script>x</script>", "=1+1", "a,\"b\"", "&amp;"])
    func hostile(_ work: String) throws {
        let own = try #require(try statements(["A", work]).first { $0.payment.party == "p-" + work })
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

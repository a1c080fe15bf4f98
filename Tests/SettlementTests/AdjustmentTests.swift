import Canonical
import Testing

@testable import Settlement

@Suite("An adjustment takes back no more than is due, has a reason, and stands in the statement")
struct AdjustmentTests {
    /// Of a pool of 1,000 for A and B, equally used, with adjustments as the pool's file has them.
    private func settle(
        _ adjustments: String, carried: String = "{}", rules: SettlementRules = .current
    ) throws -> (Allocation, [Payment]) {
        let desk = try Desk()
        let pool = Desk.pool(
            gross: "gross: 1000", more: "adjustments: \(adjustments)\ncarried_forward: \(carried)", deductions: "[]")
        let inputs = try SettlementInputs.read(
            pool: desk.put("p.yaml", pool),
            usage: desk.put("u.tsv", String(decoding: Desk.report(["A", "B"].map { Desk.use($0, 5) }), as: UTF8.self)),
            shares: desk.put("s.tsv", Desk.whole(["A", "B"])), rules: rules)
        #expect(inputs.faults.isEmpty)
        let found = try inputs.allocate()
        return (found, try Payment.all(found))
    }

    @Test(
        "to the last unit that is due, and not one beyond it",
        arguments: [
            ("[{id: J, party: p-A, amount: -500, reason: r}]", "{}", 0),
            ("[{id: J, party: p-A, amount: -501, reason: r}]", "{}", nil),
            ("[{id: J, party: p-A, amount: -600, reason: r}]", "{p-A: 100}", 0),
            ("[{id: J, party: p-A, amount: -601, reason: r}]", "{p-A: 100}", nil),
            // Several count together.
            ("[{id: J, party: p-A, amount: -900, reason: r}, {id: K, party: p-A, amount: 450, reason: r}]", "{}", 50),
            ("[{id: J, party: p-A, amount: -300, reason: r}, {id: K, party: p-A, amount: -300, reason: r}]", "{}", nil),
            // Who owes already is asked for no more, and what is given lessens it.
            ("[{id: J, party: p-A, amount: -1, reason: r}]", "{p-A: -700}", nil),
            ("[{id: J, party: p-A, amount: 100, reason: r}]", "{p-A: -700}", -100),
            ("[{id: J, party: eve, amount: -1, reason: r}]", "{eve: 0}", nil),
        ] as [(String, String, Int64?)])
    func bounds(_ adjustments: String, _ carried: String, _ total: Int64?) throws {
        guard let total else {
            let error = #expect(throws: SettlementError.self) { try settle(adjustments, carried: carried) }
            #expect(error?.reason.contains("take back no more than that now") == true, "\(String(describing: error))")
            return
        }
        let own = try #require(try settle(adjustments, carried: carried).1.first { $0.party == "p-A" })
        #expect(own.paid + own.carriedForward == total)
    }

    @Test("by earlier rules it was not bounded, and stood in the page alone")
    func earlier() throws {
        let (found, payments) = try settle("[{id: J, party: p-A, amount: -501, reason: r}]", rules: .third)
        #expect(payments[0].carriedForward == -1)
        let own = try #require(Statement.all(found, payments).first)
        #expect(!String(decoding: own.csv, as: UTF8.self).contains("ADJUSTMENT"))
        #expect(try JSONReader.read(own.json)["adjustments"] == nil)
    }

    @Test("one without a reason is refused", arguments: ["", "reason: \"\"", "reason: \"a\\tb\""])
    func reason(_ text: String) {
        #expect(throws: ConfigError.self) {
            try settle("[{id: J, party: p-A, amount: 5\(text.isEmpty ? "" : ", " + text)}]")
        }
    }

    @Test("each is a line of the party's statement, in all its forms, and of nobody else's")
    func statements() throws {
        let (found, payments) = try settle(
            """
            [{id: J1, party: p-A, amount: 70, reason: "=cmd, late claim", held: P-0}, {id: "=J2", party: p-A, amount: -20, reason: twice}]
            """)
        let all = Statement.all(found, payments)
        let csv = String(decoding: all[0].csv, as: UTF8.self).split(separator: "\r\n").map(String.init)
        #expect(csv.count == 4)
        #expect(csv[2] == ",,,ADJUSTMENT,\"J1: =cmd, late claim (held by P-0)\",70,EUR")
        #expect(csv[3] == ",,,ADJUSTMENT,'=J2: twice,-20,EUR")
        let json = try JSONReader.read(all[0].json)
        #expect(json["adjustments"]?.array?.map { $0["amount"]?.integer } == [70, -20])
        #expect(json["adjustments"]?.array?.first?["held"]?.string == "P-0")
        // What stands in the lines comes to what is paid.
        let lines = json["lines"]?.array?.reduce(Int64(0)) { $0 + ($1["amount"]?.integer ?? 0) } ?? 0
        #expect(lines + 70 - 20 == json["paid"]?.integer)
        let page = String(decoding: all[0].page, as: UTF8.self)
        #expect(page.contains("late claim (held by P-0)") && page.contains("-0.20 EUR"))
        #expect(!String(decoding: all[1].csv, as: UTF8.self).contains("ADJUSTMENT"))
        #expect(try JSONReader.read(all[1].json)["adjustments"]?.array?.isEmpty == true)
    }
}

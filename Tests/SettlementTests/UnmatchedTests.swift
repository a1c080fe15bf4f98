import Canonical
import Shards
import Testing

@testable import Settlement

@Suite("What is unmatched is published so that its owners find it, and a claim to it is paid")
struct UnmatchedTests {
    private let lines = [
        Desk.use("A", 100), Desk.use("", 300, match: .unmatched, domain: "blog.example"),
        Desk.use("isbn:9780306406157", 100, match: .candidate),
    ]

    private func settled(_ filings: [UInt8] = [], more: String = "claims_to: claims@society.example") throws
        -> SettlementFolder
    {
        let desk = try Desk()
        let (pool, usage, shares, filed) = (
            try desk.put("pool.yaml", Desk.pool(gross: "gross: 5000", more: more, deductions: "[]")),
            try desk.put("usage.tsv", String(decoding: Desk.report(lines), as: UTF8.self)),
            try desk.put("shares.tsv", Desk.whole(["A"])),
            try desk.put("filings.jsonl", String(decoding: filings, as: UTF8.self))
        )
        let folder = SettlementFolder(desk.folder + "/out")
        let inputs = try SettlementInputs.read(pool: pool, usage: usage, shares: shares, filings: filed)
        _ = try folder.write(inputs.allocate(), pool: pool, usage: usage, shares: shares, filings: filed)
        return folder
    }

    @Test(
        "found by a host, an address at it, an identifier in any spelling, or a part of an id",
        arguments: [
            ("blog.example", ["domain:blog.example"]), ("https://blog.example/2026/x?y", ["domain:blog.example"]),
            ("BLOG", ["domain:blog.example"]), ("ISBN:0-306-40615-2", ["isbn:9780306406157"]),
            ("isbn:9780306406158", []), ("other.example", []), ("", []),
        ])
    func search(_ query: String, _ wanted: [String]) throws {
        let all = try UnmatchedUses(folder: settled().path)
        #expect(all.uses.map(\.amount) == [3000, 1000])
        #expect(all.claimsTo == "claims@society.example" && all.society == "Society")
        #expect(all.heldUntil == "2029-12-31")
        #expect(all.found(by: query).map(\.work) == wanted)
    }

    @Test("the page names what waits, until when and where to claim it, and nothing in it is markup of others")
    func page() throws {
        let folder = try settled(more: "claims_to: \"<b>x</b>\"")
        let page = String(decoding: try OutputFile.read(folder.path + "/unmatched.html"), as: UTF8.self)
        #expect(page.contains("domain:blog.example") && page.contains("30.00 EUR") && page.contains("2029-12-31"))
        #expect(page.contains("&lt;b&gt;x&lt;/b&gt;") && !page.contains("<b>") && !page.contains("<script"))
        try OutputFile.replace(folder.path + "/unmatched.html", with: Array(page.replacing("30.00", with: "3.00").utf8))
        #expect(try folder.recompute().differing.contains("unmatched.html"))
    }

    @Test("a table that was changed is not searched")
    func changed() throws {
        let folder = try settled()
        try OutputFile.replace(folder.path + "/unmatched.tsv", with: Array("work\twhy\tamount\nX\ty\t1\n".utf8))
        let error = #expect(throws: SettlementError.self) { try UnmatchedUses(folder: folder.path) }
        #expect(error?.code == .mismatch)
    }

    @Test("a claim to a host is paid within what nobody else claims, two claims over the whole hold what is in both")
    func claim() throws {
        func claim(_ id: String, _ party: String, _ ppm: UInt64) throws -> [UInt8] {
            Filings.line(
                try Filings.Claim(id: id, work: "domain:blog.example", party: party, ppm: ppm, evidence: "imprint"))
        }
        func amounts(_ filings: [UInt8]) throws -> [String: Int64] {
            let folder = try settled(filings)
            #expect(try folder.recompute().differing.isEmpty)
            var found: [String: Int64] = [:]
            for line in try folder.recompute().allocation.lines where line.work == "domain:blog.example" {
                found["\(line.party) \(line.state.rawValue)", default: 0] += line.amount
            }
            return found
        }
        #expect(try amounts(claim("K", "ann", 1_000_000)) == ["ann PAYABLE": 3000])
        #expect(try amounts(claim("K", "ann", 400_000)) == ["ann PAYABLE": 1200, " HELD_UNMATCHED": 1800])
        let both = try claim("K", "ann", 1_000_000) + claim("L", "ben", 500_000)
        #expect(try amounts(both) == ["ann PAYABLE": 1500, " HELD_DISPUTE": 1500])
    }

    @Test("a work is not named as a host is claimed")
    func mixed() throws {
        let inputs = try Desk().inputs([Desk.use("domain:blog.example", 1)], shares: Desk.whole(["A"]))
        #expect(inputs.faults.count == 1 && inputs.faults[0].reason.contains("no id of a work"))
    }

    @Test("marks of editors: named in a report, whose digest is of other octets; left away elsewhere")
    func marks() throws {
        let desk = try Desk()
        let report = String(decoding: try Desk.report([Desk.use("A", 7)]), as: UTF8.self)
        for (text, reason) in [
            ("\u{FEFF}" + report, "byte order mark"), (report.replacing("\n", with: "\r\n"), "carriage return"),
        ] {
            let (read, reader, _) = try SettlementInputs.readUsage(desk.put("u.tsv", text))
            #expect(read == nil && reader.faults.count == 1 && reader.faults[0].line == 1)
            #expect(reader.faults[0].reason.contains(reason))
        }
        let shares = "\u{FEFF}" + Desk.whole(["A"]).replacing("\n", with: "\r\n")
        let (table, faults) = ShareTable.read(Array(shares.utf8), file: "s.tsv")
        #expect(faults.isEmpty && table["A"]?.shares.map(\.party) == ["p-A"])
        let claim = Filings.line(try Filings.Claim(id: "K", work: "A", party: "b", ppm: 1, evidence: "e"))
        let filed = [0xEF, 0xBB, 0xBF] + claim.dropLast() + [0x0D, 0x0A]
        #expect(Filings.read(filed, file: "f").filings.claims.count == 1)
    }

    @Test("sums beyond 64 bits are exact")
    func wide() throws {
        let lines = (0..<4).map { _ in Desk.use("A", .max, epochs: 1000) } + [Desk.use("B", .max, epochs: 4000)]
        let inputs = try Desk().inputs(lines, shares: Desk.whole(["A", "B"]))
        #expect(inputs.faults.isEmpty)
        #expect(inputs.report?.sums["T"]?.tokens == UInt128(UInt64.max) * 8000)
        let found = try inputs.allocate()
        #expect(found.payable == ["p-A": 437_500, "p-B": 437_500])
        var writer = try UsageWriter(Desk.head) { _ in }
        let most = Desk.use("A", .max, epochs: .max)
        try writer.add(most)
        let error = #expect(throws: SettlementError.self) { try writer.add(most) }
        #expect(error?.code == .overflow)
    }
}

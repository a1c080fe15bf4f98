import Canonical
import Testing

@testable import Settlement

@Suite("What was filed and no use of the period answers to is named")
struct IdleFilingTests {
    private func idle(_ filings: [[UInt8]], pool: String = Desk.pool()) throws -> [String] {
        let desk = try Desk()
        let lines = [
            Desk.use("A", 5), Desk.use("B", 5, match: .candidate, document: "doc-b"),
            Desk.use("", 5, match: .unmatched, domain: "blog.example"), Desk.use("C", 5, match: .optedOut),
        ]
        let filed = filings.map { String(decoding: $0, as: UTF8.self) }.joined()
        let inputs = try SettlementInputs.read(
            pool: desk.put("p.yaml", pool),
            usage: desk.put("u.tsv", String(decoding: Desk.report(lines), as: UTF8.self)),
            shares: desk.put("s.tsv", Desk.whole(["A", "B", "C", "D"])), filings: desk.put("f.jsonl", filed))
        #expect(inputs.faults.isEmpty)
        return inputs.idle.map { "\($0.kind.rawValue) \($0.id) \($0.work) \($0.document)" }
    }

    private static func claim(_ work: String) throws -> [UInt8] {
        Filings.line(try Filings.Claim(id: "K", work: work, party: "eve", ppm: 5, evidence: "e"))
    }

    private static func match(_ work: String, _ document: String) throws -> [UInt8] {
        Filings.line(try Filings.Match(id: "M", work: work, document: document, by: "S", evidence: "e"))
    }

    private static func dispute(_ work: String) throws -> [UInt8] {
        try Filings.dispute(id: "D", work: work, party: "p-\(work)", ppm: 5, opened: Desk.time("2026-05-01"))
    }

    @Test("claims to works and hosts, disputes and matches")
    func kinds() throws {
        for (filing, wanted) in [
            (try Self.claim("A"), []), (try Self.claim("B"), []), (try Self.claim("domain:blog.example"), []),
            (try Self.claim("Z"), ["claim K Z "]), (try Self.claim("C"), ["claim K C "]),
            (try Self.claim("domain:blog.exampel"), ["claim K domain:blog.exampel "]),
            (try Self.claim("blog.example"), ["claim K blog.example "]), (try Self.dispute("A"), []),
            (try Self.dispute("D"), ["dispute D D "]), (try Self.match("B", ""), []),
            (try Self.match("B", "doc-b"), []),
            (try Self.match("B", "doc-x"), ["match M B doc-x"]), (try Self.match("A", ""), ["match M A "]),
            (try Self.match("Z", ""), ["match M Z "]),
        ] as [([UInt8], [String])] {
            #expect(try idle([filing]) == wanted)
        }
    }

    @Test("those of the pool's file too, and of customers that pay each for its own use")
    func pool() throws {
        let more = "disputes: [{id: Q, work: D, party: p-D, ppm: 5, opened: 2026-05-01}]"
        #expect(try idle([], pool: Desk.pool(more: more)) == ["dispute Q D "])
        let customers = Desk.pool(method: "method: user_centric\npayments: {lab: 1_000_000}")
        #expect(try idle([Self.claim("A"), Self.match("A", "d")], pool: customers) == ["match M A d"])
    }
}

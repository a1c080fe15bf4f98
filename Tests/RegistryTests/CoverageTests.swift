import Canonical
import Provenance
import Registry
import Testing
import WebAddress

@Suite("By which of its addresses a capture is covered, and when")
struct CoverageTests {
    let snapshot: Snapshot

    init() throws {
        snapshot = try compile([
            Filing(id: "first", kind: "url", value: "https://a.example.com/1"),
            Filing(id: "last", kind: "url", value: "https://b.org/2"),
            Filing(id: "archived", kind: "domain", value: "old.demo"),
            Filing(id: "own", kind: "url", value: "https://www.b.org/canonical"),
            Filing(id: "foreign", kind: "host", value: "elsewhere.demo"),
        ])
    }

    @Test("Every hop counts, not only the last")
    func hops() {
        let keys = MatchKeys(hops: [url("http://a.example.com/1"), url("https://x.demo/"), url("https://b.org/2")])
        let found = snapshot.match(keys, at: compileTime)
        #expect(found.map(\.objection) == ["first", "last"])
        #expect(found.map(\.key) == ["http://a.example.com/1", "https://b.org/2"])
        #expect(found.allSatisfy { !$0.isUncertain && $0.isBlocking })
    }

    @Test("The URL inside an archive's URL counts")
    func unwrapped() {
        let keys = MatchKeys(
            hops: [url("https://archive.org/web/2020/http://old.demo/")], unwrapped: [url("http://old.demo/")])
        #expect(snapshot.match(keys, at: compileTime).map(\.objection) == ["archived"])
        #expect(snapshot.match(keys, at: compileTime).map(\.isUncertain) == [false])
    }

    @Test("A declared URL is sure on the registrable domain of the last hop and unsure elsewhere")
    func declared() {
        let declared = [url("https://www.b.org/canonical"), url("https://elsewhere.demo/")]
        let keys = MatchKeys(hops: [url("https://elsewhere.org/"), url("https://b.org/x")], declared: declared)
        let found = snapshot.match(keys, at: compileTime)
        #expect(found.map(\.objection) == ["foreign", "own"])
        #expect(found.map(\.isUncertain) == [true, false])
        #expect(found.allSatisfy { $0.isBlocking })
    }

    @Test("A sure match makes an unsure one of the same objection sure")
    func certainty() {
        let page = url("https://elsewhere.demo/a")
        let keys = MatchKeys(hops: [page, url("https://b.org/x")], declared: [url("https://elsewhere.demo/b")])
        let found = snapshot.match(keys, at: compileTime)
        #expect(found.map(\.isUncertain) == [false])
        #expect(found.map(\.key) == [page.text])
    }

    @Test("A public suffix shared by two hosts does not make them one site")
    func suffixIsNoSite() throws {
        let snapshot = try compile([Filing(kind: "host", value: "ann.github.io")])
        let keys = MatchKeys(hops: [url("https://bob.github.io/")], declared: [url("https://ann.github.io/")])
        #expect(snapshot.match(keys, at: compileTime).map(\.isUncertain) == [true])
    }

    @Test("A declared URL without any hop is unsure")
    func noHop() {
        let keys = MatchKeys(declared: [url("https://elsewhere.demo/")])
        #expect(snapshot.match(keys, at: compileTime).map(\.isUncertain) == [true])
    }

    @Test("An interval holds from its first second to the one before its end")
    func interval() throws {
        let snapshot = try compile([Filing(from: "2026-02-01T00:00:00Z", to: "2026-03-01T00:00:00Z")])
        let keys = MatchKeys(hops: [url("https://example.com/")])
        let expected = [
            ("2026-01-31T23:59:59Z", false), ("2026-02-01T00:00:00Z", true), ("2026-02-28T23:59:59Z", true),
            ("2026-03-01T00:00:00Z", false),
        ]
        for (moment, blocks) in expected {
            let found = snapshot.match(keys, at: time(moment))
            #expect(found.map(\.isBlocking) == [blocks], "\(moment)")
            #expect(found.first?.effectiveTo == time("2026-03-01T00:00:00Z"))
        }
    }

    @Test("An objection without an end blocks for good")
    func openInterval() throws {
        let snapshot = try compile([Filing()])
        let found = snapshot.match(MatchKeys(hops: [url("https://example.com/")]), at: time("9999-12-31T23:59:59Z"))
        #expect(found.map(\.isBlocking) == [true])
    }

    @Test(
        "Objections block from receipt until they end, and stay as evidence after", arguments: ObjectionState.allCases)
    func states(_ state: ObjectionState) throws {
        let ended: Set<String> = [
            "LAPSED", "WITHDRAWN", "REJECTED", "EXPIRED", "SUPERSEDED", "LIFTED", "LIFTED_BY_ORDER",
        ]
        let snapshot = try compile([Filing(state: state.rawValue, to: state.hasEnded ? "2026-06-01T00:00:00Z" : nil)])
        let found = snapshot.match(MatchKeys(hops: [url("https://example.com/")]), at: compileTime)
        #expect(found.map(\.state) == [state.rawValue])
        #expect(found.map(\.isBlocking) == [!ended.contains(state.rawValue)])
    }

    @Test("A mere claim blocks a URL, a prefix or a host and nothing wider, and the compile says so")
    func claims() throws {
        let digest = Digest(of: "bytes")
        func filings(_ standing: String) -> [Filing] {
            [
                Filing(id: "domain", kind: "domain", standing: standing), Filing(id: "host", standing: standing),
                Filing(id: "payload", kind: "payload", value: digest.hex, standing: standing),
                Filing(id: "prefix", kind: "prefix", value: "https://example.com/", standing: standing),
                Filing(id: "url", kind: "url", value: "https://example.com/", standing: standing),
            ]
        }
        let keys = MatchKeys(hops: [url("https://example.com/")], payload: digest)
        let claimed = try compile(filings("L0"))
        #expect(claimed.match(keys, at: compileTime).map(\.isBlocking) == [false, true, false, true, true])
        #expect(claimed.summary.lackingStanding == ["domain", "payload"])
        #expect(claimed.summary.description.contains("domain does not block"))
        let proven = try compile(filings("L1"))
        #expect(proven.match(keys, at: compileTime).allSatisfy { $0.isBlocking })
        #expect(proven.summary.notes.isEmpty)
    }
}

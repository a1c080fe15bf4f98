import Provenance
import Testing

@testable import Rights

@Suite("Documents that site files name")
struct SiteRulesTests {
    private static let robots = """
        License: https://ex.com/all.xml
        User-agent: MunimentBot
        License: https://EX.com/ours.xml
        License: https://ex.com/ours.xml
        License: http://ex.com/plain.xml
        License: /relative.xml
        Allow: /
        User-agent: *
        Allow: /
        """

    @Test("Of robots.txt those of the agent's group, once, absolute and https only (RSL 1.0, sections 4.4 and 8)")
    func ours() throws {
        let file = RobotsFile.parse(Array(Self.robots.utf8))
        #expect(file.rslURLs(for: PageFixture.agent).map(\.text) == ["https://ex.com/ours.xml"])
        let other = try #require(ProductToken("OtherBot"))
        #expect(file.rslURLs(for: other).map(\.text) == ["https://ex.com/all.xml"])
    }

    @Test(
        "A file that disallows every path and allows none refuses all",
        arguments: [
            ("User-agent: *\nDisallow: /", true), ("User-agent: *\nDisallow: /*", true),
            ("User-agent: *\nDisallow: *", true), ("User-agent: *\nDisallow: /\nAllow: /a", false),
            ("User-agent: *\nDisallow: /\nAllow:", true), ("User-agent: *\nDisallow: /a", false),
            ("User-agent: *\nDisallow: /$", false), ("User-agent: *\nDisallow:", false),
            ("User-agent: OtherBot\nDisallow: /", false),
            ("User-agent: *\nDisallow: /\n\nUser-agent: MunimentBot\nDisallow: /a", false),
        ])
    func refusesAll(text: String, isAll: Bool) {
        #expect(RobotsFile.parse(Array(text.utf8)).refusesAll(PageFixture.agent) == isAll)
    }

    @Test("Of tdmrep.json the policies of its rules, once")
    func policies() {
        let text = #"""
            [{"location": "/a", "tdm-reservation": 1, "tdm-policy": "https://ex.com/p.json"},
             {"location": "/b", "tdm-reservation": 1, "tdm-policy": "https://ex.com/p.json"},
             {"location": "/c", "tdm-reservation": 1, "tdm-policy": "p.json"}]
            """#
        guard case .rules(let file) = TDMRepFile.parse(Array(text.utf8)) else {
            Issue.record("it could not be read")
            return
        }
        #expect(file.policies.map(\.text) == ["https://ex.com/p.json"])
    }

    @Test("A document that is no longer named is left out, one that is named is there by its URL")
    func named() throws {
        let robots = try PageFixture.file(.robots, Self.robots)
        let named = try PageFixture.file(.rsl, "<rsl/>", asked: "https://ex.com/ours.xml")
        let past = try PageFixture.file(.rsl, "<rsl/>", asked: "https://ex.com/past.xml")
        let policy = try PageFixture.file(.tdmPolicy, "{}", asked: "https://ex.com/p.json")
        let rules = SiteRules([robots, named, past, policy])
        #expect(rules.files == [robots, named])
        #expect(SiteRules([past, named, robots]).files == [robots, named], "in one order, whoever gathered them")
        #expect(rules.rslFiles == ["https://ex.com/ours.xml": named])
        #expect(rules.policyFiles.isEmpty)
    }

    @Test("A document that differs between fetch and use is read for each, one that does not once for both")
    func passes() throws {
        let robots = try PageFixture.file(.robots, Self.robots)
        let then = try PageFixture.file(.rsl, "<rsl/>", asked: "https://ex.com/ours.xml")
        let now = try PageFixture.file(.rsl, "<rsl></rsl>", asked: "https://ex.com/ours.xml")
        func moments(_ atUse: SiteFile) -> [Set<Moment>] {
            SiteEvidence(atFetch: SiteRules([robots, then]), atUse: SiteRules([robots, atUse]))
                .passes(.robots, .rsl).map(\.moments)
        }
        #expect(moments(then) == [[.fetch, .use]])
        #expect(moments(now) == [[.fetch], [.use]])
    }
}

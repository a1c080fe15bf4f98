import Provenance
import Rights
import Testing

@Suite("Reading robots files")
struct RobotsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let file: String
        let path: String
        let allowed: Bool

        init(_ name: String, _ file: String, _ path: String, _ allowed: Bool) {
            (testDescription, self.file, self.path, self.allowed) = (name, file, path, allowed)
        }
    }

    private static let bot = ProductToken("FooBot")!

    static let cases: [Case] = [
        .init("empty file", "", "/x", true),
        .init(
            "own group replaces the one for all", "user-agent: *\ndisallow: /\nuser-agent: foobot\ndisallow: /y", "/x",
            true),
        .init(
            "groups of one agent are merged",
            "User-agent: FooBot\nDisallow: /a\n\nUser-agent: B\n\nUser-agent: FooBot\nDisallow: /b", "/b", false),
        .init("a blank line ends no group", "User-agent: FooBot\n\n\nDisallow: /", "/x", false),
        .init(
            "an unknown record ends no run of agents", "User-agent: FooBot\nSitemap: x\nUser-agent: *\nDisallow: /",
            "/x", false),
        .init("rules before the first agent are nobody's", "Disallow: /\nUser-agent: FooBot\nAllow: /x", "/y", true),
        .init("longest pattern wins", "User-agent: *\nAllow: /page\nDisallow: /*.html", "/page.html", false),
        .init("a tie allows", "User-agent: *\nDisallow: /p\nAllow: /p", "/p", true),
        .init(
            "a space of a refusal is the escaped one of a path", "User-agent: *\nDisallow: /my folder/",
            "/my%20folder/x", false),
        .init(
            "a space of a permission is not, by the stricter reading", "User-agent: *\nDisallow: /\nAllow: /my folder/",
            "/my%20folder/x", false),
        .init("a colon is its escape", "User-agent: *\nDisallow: /wiki/Special%3A", "/wiki/Special:Random", false),
        .init("and the other way", "User-agent: *\nDisallow: /wiki/Special:", "/wiki/Special%3ARandom", false),
        .init(
            "figure 4, an address in a query", "User-agent: *\nDisallow: /foo?baz=https://foo.bar",
            "/foo?baz=https%3A%2F%2Ffoo.bar", false),
        .init("a backslash is the slash that URLs have of it", "User-agent: *\nDisallow: /a\\b", "/a/b/c", false),
        .init("an escaped slash is none in a path", "User-agent: *\nDisallow: /a%2Fb", "/a/b", true),
        .init("a longer permission stands", "User-agent: *\nDisallow: /a%3A\nAllow: /a:b", "/a:bc", true),
        .init(
            "what is escaped on one side alone allows nothing", "User-agent: *\nDisallow: /\nAllow: /a%3Ab", "/a:b",
            false),
        .init("end anchor", "User-agent: *\nDisallow: /a$", "/a/", true),
        .init("a dollar inside is literal", "User-agent: *\nDisallow: /a$b", "/a%24b", false),
        .init("wildcards skip any run", "User-agent: *\nDisallow: /a*b*c$", "/a--b/c-b.c", false),
        .init("leading wildcard", "User-agent: *\nDisallow: *.gif$", "/i/x.gif", false),
        .init("case of paths counts", "User-agent: *\nDisallow: /Fish", "/fish", true),
        .init("query is matched", "User-agent: *\nDisallow: /*?print", "/a?print=1", false),
        .init("comment ends a pattern", "User-agent: *\nDisallow: /a#b", "/a", false),
        .init("missing colon", "user-agent FooBot\ndisallow /", "/x", false),
        .init("misspelt refusal", "User-agent: *\nDissalow: /", "/x", false),
        .init("CR alone ends lines", "User-agent: *\rDisallow: /a\rAllow: /b", "/a", false),
        .init("byte order mark", "\u{FEFF}User-agent: *\nDisallow: /", "/a", false),
        .init("a mark inside the file spoils its line", "User-agent: *\n\u{FEFF}Disallow: /", "/a", true),
        .init("token up to a blank", "User-agent: FooBot Images\nDisallow: /", "/a", false),
        .init("another's token that begins alike", "User-agent: FooBotX\nDisallow: /", "/a", true),
        .init("UTF-8 equals its escapes", "User-agent: *\nDisallow: /ü", "/%C3%BC", false),
        .init("escaped unreserved", "User-agent: *\nDisallow: /%62%61z", "/baz", false),
        .init("escapes that only one reading allows", "User-agent: *\nDisallow: /\nAllow: /%62%61z", "/baz", false),
        .init("empty value refuses nothing", "User-agent: *\nDisallow:", "/a", true),
        .init("robots.txt itself", "User-agent: *\nDisallow: /", "/robots.txt", true),
        .init(
            "Content-Usage splits groups for one reading",
            "User-agent: FooBot\nContent-Usage: train-ai=n\nUser-agent: *\nDisallow: /", "/a", false),
    ]

    @Test("RFC 9309, sections 2.2 and 2.3", arguments: cases)
    func crawl(_ one: Case) {
        let verdict = RobotsFile.parse(Array(one.file.utf8)).verdict(agent: Self.bot, pathAndQuery: one.path)
        #expect(verdict.allowed == one.allowed)
    }

    @Test("The deciding line is quoted with its number and place")
    func record() throws {
        let text = "# hello\r\nUser-agent: *\r\nDisallow: /private/ # keep out\r\n"
        let verdict = RobotsFile.parse(Array(text.utf8)).verdict(agent: Self.bot, pathAndQuery: "/private/x")
        let record = try #require(verdict.record)
        #expect(record.line == 3)
        #expect(String(decoding: record.text, as: UTF8.self) == "Disallow: /private/ # keep out")
        #expect(Array(text.utf8)[record.offset...].starts(with: record.text))
    }

    @Test("Preferences: longest path wins, groupings that differ give the stricter and say so")
    func usage() {
        let text =
            "User-agent: *\nContent-Usage: train-ai=n\nContent-Usage: /ok/ train-ai=y\nUser-agent: FooBot\nAllow: /\n"
        let file = RobotsFile.parse(Array(text.utf8))
        let other = ProductToken("Other")!
        #expect(file.verdict(agent: other, pathAndQuery: "/ok/x").contentUsage.map(\.value) == ["train-ai=y"])
        #expect(file.verdict(agent: other, pathAndQuery: "/x").contentUsage.map(\.value) == ["train-ai=n"])
        #expect(file.verdict(agent: Self.bot, pathAndQuery: "/x").contentUsage.map(\.value) == ["train-ai=n"])
        #expect(file.contentUsageByAIPref(agent: Self.bot, pathAndQuery: "/x").isEmpty)
    }

    @Test("Delay and sitemaps are read; nonsense is not")
    func extras() {
        let file = RobotsFile.parse(
            Array("Sitemap: https://ex.com/s\nUser-agent: *\nCrawl-delay: 2.5\nCrawl-delay: x".utf8))
        #expect(file.sitemaps == ["https://ex.com/s"])
        #expect(file.verdict(agent: Self.bot, pathAndQuery: "/").crawlDelay == 2.5)
    }

    @Test("Hostile patterns cost time linear in their length", .timeLimit(.minutes(10)))
    func hostile() {
        let pattern = String(repeating: "*a", count: 8000) + "b"
        let file = RobotsFile.parse(Array("User-agent: *\nDisallow: /\(pattern)".utf8))
        let path = "/" + String(repeating: "a", count: 30000)
        #expect(file.verdict(agent: Self.bot, pathAndQuery: path).allowed)
    }

    @Test("Only whole lines of the first 500 KiB count")
    func limit() {
        let filler = String(repeating: "# x\n", count: RobotsFile.limit / 4)
        let file = RobotsFile.parse(Array(("User-agent: *\nDisallow: /a\n" + filler + "Disallow: /b\n").utf8))
        #expect(file.isCut)
        #expect(!file.verdict(agent: Self.bot, pathAndQuery: "/a").allowed)
        #expect(file.verdict(agent: Self.bot, pathAndQuery: "/b").allowed)
    }

    @Test("Adding a refusal never allows more", arguments: ["/", "/a", "/a/b", "/x.html", "/*"])
    func monotone(_ path: String) {
        let base = "User-agent: *\nAllow: /a\nDisallow: /*.html\n"
        for rule in ["/", "/a", "/a/", "*", "/*b$", "/x"] {
            let before = RobotsFile.parse(Array(base.utf8)).verdict(agent: Self.bot, pathAndQuery: path).allowed
            let after = RobotsFile.parse(Array((base + "Disallow: \(rule)\n").utf8)).verdict(
                agent: Self.bot, pathAndQuery: path
            ).allowed
            #expect(before || !after)
        }
    }
}

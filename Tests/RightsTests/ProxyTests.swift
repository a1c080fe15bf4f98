import Canonical
import Provenance
import Rights
import Testing

@Suite("Refusals spoken to others")
struct ProxyTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let robots: String
        let core: [String]
        let others: [String]
        var testDescription: String { robots }

        init(_ robots: String, core: [String] = [], others: [String] = []) {
            (self.robots, self.core, self.others) = (robots, core, others)
        }
    }

    static let cases: [Case] = [
        .init("User-agent: GPTBot\nUser-agent: ccbot/2.0\nDisallow: /", core: ["GPTBot", "CCBot"]),
        .init("User-agent: GPTBot\nDisallow: /private/"),
        .init("User-agent: *\nDisallow: /"),
        .init("User-agent: ChatGPT-User\nUser-agent: PerplexityBot\nDisallow: /"),
        .init("User-agent: GPTBot\nAllow: /"),
        .init("User-agent: GPTBot\nContent-Signal: search=yes, ai-train=no\nAllow: /", core: ["GPTBot"]),
        .init("User-agent: CCBot\nContent-Usage: train-ai=n\nAllow: /", core: ["CCBot"]),
        .init("User-agent: GPTBot\nContent-Signal: /private/ ai-train=no\nAllow: /"),
        .init("User-agent: GPTBot\nContent-Signal: ai-train=yes\nAllow: /"),
        .init("User-agent: ChatGPT-User\nContent-Signal: ai-train=no\nAllow: /"),
        .init("User-agent: Kangaroo Bot\nUser-agent: Diffbot\nDisallow: /", others: ["Diffbot", "Kangaroo"]),
        .init("User-agent: Meta-ExternalAgent\nDisallow: /", core: ["meta-externalagent"]),
    ]

    @Test(
        "A core trainer refused by name is evidence; assistants, the group for all and permissions are not",
        arguments: cases)
    func robots(_ one: Case) throws {
        let file = try PageFixture.file(.robots, one.robots)
        let found = try PageFixture(html: prose, files: [file]).reading().signals.filter {
            $0.source == .robotsAIAgents
        }
        #expect(found.filter(\.isTaken).flatMap(\.conditions).sorted() == one.core.sorted())
        #expect(found.filter { !$0.isTaken }.flatMap(\.conditions).sorted() == one.others.sorted())
        if !one.core.isEmpty {
            #expect(found.contains { $0.notes.contains("core-tokens-refused \(one.core.count)") })
        }
    }

    @Test("The Content Signals policy in the comments makes a no an express reservation")
    func express() throws {
        let policy = "# RESTRICTIONS ARE EXPRESS\n# RESERVATIONS OF RIGHTS UNDER ARTICLE 4 OF DIRECTIVE 2019/790\n"
        let line = "User-agent: *\nContent-Signal: ai-train=no, search=yes\n"
        for (body, isExpress) in [(policy + line, true), (line, false), (line + "# 2019/790", false)] {
            let reading = try PageFixture(html: prose, files: [try PageFixture.file(.robots, body)]).reading()
            let deny = try #require(reading.signals.first { $0.source == .contentSignalRobots && $0.value == .deny })
            #expect(deny.notes.contains("art4-express") == isExpress)
        }
    }

    @Test(
        "Legacy AIPREF labels say nothing and are held",
        arguments: ["bots", "all", "tdm", "ai", "genai", "train-genai"])
    func legacy(_ label: String) throws {
        let reading = try PageFixture(html: prose, headers: [("Content-Usage", label + "=n")]).reading()
        let signal = try #require(reading.signals.first { $0.source == .aiprefHeader })
        #expect(signal.value == .invalid)
        #expect(signal.notes.contains("legacy-deny") && signal.notes.contains("restrictive-intent"))
    }

    @Test("An allow line longer than readers read is dropped, a disallow line cut")
    func longLines() throws {
        let long = "/x/" + String(repeating: "a", count: 17_000)
        let file = RobotsFile.parse(Array("User-agent: *\nDisallow: /x/\nAllow: \(long)\n".utf8))
        #expect(!file.verdict(agent: PageFixture.agent, pathAndQuery: long).allowed)
        let cut = RobotsFile.parse(Array("User-agent: *\nDisallow: \(long)/b\n".utf8))
        #expect(!cut.verdict(agent: PageFixture.agent, pathAndQuery: long).allowed)
    }

    struct Raw: Sendable, CustomTestStringConvertible {
        let html: String
        let isSeen: Bool
        var testDescription: String { html }
    }

    static let raws: [Raw] = [
        .init(html: "<!-- <meta name=robots content=noai> -->", isSeen: true),
        .init(html: "<script>'<meta name=robots content=noai>'</script>", isSeen: true),
        .init(html: "<template><meta name=robots content=noai></template>", isSeen: true),
        .init(html: "<meta name=robots content=noai>", isSeen: true),
        .init(html: "<noscript><meta name=robots content=noai></noscript>", isSeen: true),
        .init(html: "<textarea><meta name=robots content=noai></textarea>", isSeen: true),
        .init(html: "<title>x <META name=robots content=NoAI></title>", isSeen: true),
        .init(html: "<xmp><meta name=robots content=noai></xmp>", isSeen: false),
        .init(html: "<h:meta name=robots content=noai/>", isSeen: false),
    ]

    @Test("Meta elements in the bytes that the reading does not have are noted and held", arguments: raws)
    func raw(_ one: Raw) throws {
        let reading = try PageFixture(html: "<p>\(prose)\(one.html)").reading()
        let unseen = reading.signals.filter { $0.notes.contains("seen-in-bytes-only") }
        #expect(unseen.isEmpty == one.isSeen)
        if !one.isSeen { #expect(reading.statesAtUse[.metaRobots] == .unreadable) }
    }

    @Test("Comments without end cost no more than their length")
    func linear() throws {
        let bytes = Array(String(repeating: "<!--<script><style><template><meta ", count: 20_000).utf8)
        let took = try ThreadTime.measure {
            _ = try PageFixture(html: String(decoding: bytes, as: UTF8.self)).reading()
        }
        #expect(took < .seconds(20))
    }

    @Test(
        "unavailable_after in other forms",
        arguments: [
            ("25-Aug-2007 15:00:00 EST", "2007-08-25T20:00:00Z"), ("25 Jun 2010 15:00:00 PST", "2010-06-25T23:00:00Z"),
            ("2025-12-03T13:09:53+01:00", "2025-12-03T12:09:53Z"), ("2025-12-03T13:09Z", "2025-12-03T13:09:00Z"),
            ("20251203T130953Z", "2025-12-03T13:09:53Z"), ("2025/12/03", "2025-12-03T00:00:00Z"),
            ("03/12/2025", "2025-03-12T00:00:00Z"), ("December 3, 2025", "2025-12-03T00:00:00Z"),
            ("Wed Dec  3 13:09:53 2025", "2025-12-03T13:09:53Z"), ("3 Dec 2025 13:09 XYZ", "2025-12-02T23:09:00Z"),
            ("Wed, 03 Dec 25 13:09:53 -0500", "2025-12-03T18:09:53Z"),
            ("2025-12-03T13:09:53.5Z", "2025-12-03T13:09:53Z"),
        ])
    func dates(_ text: String, _ expected: String) {
        #expect(RobotsDate.read(text)?.description == expected)
        let rules = XRobotsTag.parse(["unavailable_after: \(text), noai"])
        #expect(rules.map(\.name) == ["unavailable_after", "noai"])
    }

    @Test(
        "unavailable_after without a time that can be told is no date, and may have passed",
        arguments: [
            "3 Dec 2025 :", "3 Dec 2025 ::", "3 Dec 2025 12:", "3 Dec 2025 :12", "3 Dec", "Dec", ":", "", "2025-13-01",
            "2025-12-03T:", "99 Dec 2025", "3 Dec 99999999999999999999", "2025-12-03T25:00:00Z",
        ])
    func undated(_ text: String) throws {
        #expect(RobotsDate.read(text) == nil)
        let reading = try PageFixture(
            html: prose, headers: [("Content-Type", "text/html"), ("X-Robots-Tag", "unavailable_after: " + text)]
        ).reading()
        let signal = try #require(reading.signals.first { $0.source == .xRobotsTag })
        #expect(signal.value == .invalid && signal.isTaken)
    }

    @Test("x402: what a body asks is recorded with the offer, and is no permission")
    func payment() throws {
        let body =
            #"{"x402Version":1,"error":"pay","accepts":[{"scheme":"exact","network":"base","maxAmountRequired":"10000","asset":"0xA","payTo":"0xB","resource":"https://ex.com/a"}]}"#
        let offer = try #require(PaymentOffer.parse(Array(body.utf8)))
        #expect(offer.requirements.map(\.text) == ["x402 exact 10000 0xA on base for https://ex.com/a"])
        #expect(PaymentOffer.parse(Array("{}".utf8)) == nil)
        let status = AccessStatus(
            status: 403, headers: HeaderList([("crawler-error", "CrawlerForbidden"), ("crawler-price", "USD 0.01")]))
        #expect((status.error, status.finding) == ("CrawlerForbidden", .refused))
        let header = #"License realm="a, error=x", error="invalid_token", error_description="no \"token\"""#
        let challenge = AccessStatus(status: 401, headers: HeaderList([("WWW-Authenticate", header)]))
        #expect((challenge.error, challenge.errorDescription) == ("invalid_token", #"no "token""#))
    }
}

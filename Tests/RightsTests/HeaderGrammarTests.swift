import Canonical
import Rights
import Testing

@Suite("Grammars of headers")
struct HeaderGrammarTests {
    @Test("A rule that stands a hundred thousand times is one")
    func repeated() {
        let line = String(repeating: "noai,", count: 100_000)
        #expect(XRobotsTag.parse([line]).map(\.name) == ["noai"])
        #expect(XRobotsTag.parse([line + "noindex", "noai"]).map(\.name) == ["noai", "noindex", "noai"])
    }

    @Test("X-Robots-Tag: a bot's name scopes what follows it, a date's comma splits nothing")
    func robotsTag() {
        let bot = ProductToken("FooBot")
        #expect(XRobotsTag.rules(["BadBot: noindex, noai, foobot: nofollow"], agent: bot) == ["nofollow"])
        #expect(XRobotsTag.rules(["noai", "other: noindex"], agent: bot) == ["noai"])
        for quoted in ["\"noai\"", "\"noindex, noai\"", "'noai'", "foobot: \"noai\""] {
            #expect(XRobotsTag.rules([quoted], agent: bot).contains("noai"))
        }
        #expect(XRobotsTag.rules(["other: noindex, noai"], agent: nil).isEmpty)
        let dated = XRobotsTag.parse(["unavailable_after: Wed, 03 Dec 2025 13:09:53 GMT, noai"])
        #expect(dated.map(\.name) == ["unavailable_after", "noai"])
        #expect(dated[0].value == "Wed, 03 Dec 2025 13:09:53 GMT")
        #expect(XRobotsTag.parse([":, :, ,;: -:: "]).isEmpty)
    }

    @Test(
        "unavailable_after: RFC 822, RFC 850 and ISO 8601",
        arguments: [
            "Wed, 03 Dec 2025 13:09:53 GMT", "Wednesday, 03-Dec-25 13:09:53 GMT", "2025-12-03T13:09:53Z",
            "2025-12-03 13:09:53", "03 December 2025 13:09:53",
        ])
    func date(_ text: String) {
        #expect(RobotsDate.read(text)?.description == "2025-12-03T13:09:53Z")
    }

    @Test("Link: commas in quotes and targets, several relations, broken ends")
    func link() {
        let links = LinkHeader.parse([
            "<https://a/?x=1,2>; rel=\"license Next\"; title=\"a, <b>\", </c>;rel=up", "<broken",
        ])
        #expect(links.map(\.target) == ["https://a/?x=1,2", "/c"])
        #expect(links[0].relations == ["license", "next"])
        #expect(links[0].parameters["title"] == "a, <b>")
    }

    @Test("Content-Usage: the last of repeated keys counts, lines are one field, a fault spoils all")
    func usage() {
        #expect(AIPref.parse("train-ai=y, train-ai=n")[.trainAI] == .disallowed)
        #expect(AIPref.parse(lines: ["train-ai=n", "search=y"])[.search] == .allowed)
        #expect(!AIPref.parse(lines: ["train-ai=n", "Search=y"]).isParsed)
        #expect(AIPref.combined([.parse("train-ai=y"), .parse("train-ai=n")], .trainAI) == .disallowed)
        #expect(AIPref.combined([.parse("train-ai=y"), .parse("")], .trainAI) == .allowed)
    }

    @Test("Content-Signal: any no wins")
    func contentSignal() {
        let merged = ContentSignal.combined([
            .parse("search=yes, AI-Train=NO"), .parse("ai-train=yes,use=full,use=reference"),
        ])
        #expect(merged == [.search: "yes", .aiTrain: "no", .use: "reference"])
        #expect(ContentSignal.parse("ai-train=maybe").values.isEmpty)
    }

    @Test("Status headers: price, scheme, who blocks")
    func status() {
        let offer = AccessStatus(status: 402, headers: HeaderList([("Crawler-Price", "USD 0.01")]))
        #expect(offer.price?.amount == "0.01")
        let denied = AccessStatus(
            status: 401, headers: HeaderList([("www-authenticate", "License error=\"invalid_token\"")]))
        #expect((denied.scheme, denied.error) == ("License", "invalid_token"))
    }
}

import Testing

@testable import Rights

@Suite("RSL documents: what is allowed in them (RSL 1.0, section 3)")
struct RSLDocumentTests {
    typealias Make = RSLFixture

    static let sound: [String] = [
        Make.licence(""),
        Make.licence(Make.permits("all")),
        Make.licence(Make.permits("search  ai-train\n ai-index") + Make.permits("education", "user")),
        Make.licence(Make.permits("US EU", "geo") + Make.prohibits("FR", "geo")),
        Make.licence(Make.permits("x:speak search")),
        Make.licence("<payment/>"),
        Make.licence("<payment type=\"crawl\"><amount currency=\"USD\">0.015</amount></payment>"),
        Make.licence("<payment><accepts type=\"application/x402+json\"><![CDATA[{\"a\":1}]]></accepts></payment>"),
        Make.licence("<reporting type=\"audit\" profile=\"https://p.example/a\" endpoint=\"https://p.example/e\"/>"),
        Make.licence("<legal type=\"warranty\">ownership authority</legal><legal type=\"attestation\">true</legal>"),
        Make.licence(
            "<legal type=\"contact\">mailto:a@b.example</legal><legal type=\"proof\">urn:x:1 https://p/</legal>"),
        Make.licence("<x:note xmlns:x=\"urn:x\"><x:deny>all</x:deny></x:note>"),
        Make.licence("", url: "https://ex.com/a*"),
        Make.licence("", url: "", ""),
        Make.licence("", url: "/", "server=\"https://l.example/\" encrypted=\"true\" lastmod=\"2026-10-01T00:00:00Z\""),
        Make.licence("", url: "/", "encrypted=\"false\" xml:lang=\"en\""),
        Make.document(
            Make.content(
                "<license/><alternate type=\"text/plain\">/a.md</alternate><schema>/a.json</schema>"
                    + "<copyright type=\"person\" contactEmail=\"a@b\" contactUrl=\"https://a/\">A</copyright>"
                    + "<terms>https://rslstandard.org/rsl/default-terms</terms>")),
        "<?xml version=\"1.0\"?><!-- <!DOCTYPE x> -->" + Make.licence(""),
        "<r:rsl xmlns:r=\"\(Make.namespace)\"><r:content url=\"/\"><r:license/></r:content></r:rsl>",
        Make.document("<x:other xmlns:x=\"urn:x\"/>"),
    ]

    @Test("A sound document is read", arguments: sound)
    func reads(_ text: String) throws {
        #expect(try Make.parse(text).version == .one)
    }

    static let unsound: [String] = [
        "", "no xml", "<rsl>", "<html><body>404</body></html>", "<rsl><content url=\"/\"><license/></content></rsl>",
        "<rsl xmlns=\"http://rslstandard.org/rsl\"><content url=\"/\"><license/></content></rsl>",
        "<!DOCTYPE rsl>" + Make.licence(""),
        "<!-- a --><!doctype rsl [<!ENTITY a \"all\">]>" + Make.licence("<permits type=\"usage\">&a;</permits>"),
        Make.licence(Make.permits("&undefined;")), Make.licence("<permits type=\"usage\">all"),
        Make.document(""), Make.document("<license/>"), Make.document(Make.content("")),
        Make.document("<content><license/></content>"), Make.document("text" + Make.content("<license/>")),
        Make.licence("<permit type=\"usage\">all</permit>"), Make.licence("<permits>all</permits>"),
        Make.licence("<permits type=\"usages\">all</permits>"),
        Make.licence("<permits type=\"usage\" for=\"me\">all</permits>"),
        Make.licence(Make.permits("all") + Make.permits("search")),
        Make.licence(Make.prohibits("US", "geo") + Make.prohibits("CA", "geo")),
        Make.licence(Make.permits("train-ai")), Make.licence(Make.permits("AI-TRAIN")),
        Make.licence(Make.permits("1:a")),
        Make.licence(Make.permits("everyone", "user")), Make.licence(Make.permits("us", "geo")),
        Make.licence(Make.permits("USA", "geo")), Make.licence(Make.permits("search") + "but nothing else"),
        Make.licence("<payment type=\"gift\"/>"), Make.licence("<payment/><payment/>"),
        Make.licence("<payment><amount>1</amount></payment>"),
        Make.licence("<payment><amount currency=\"usd\">1</amount></payment>"),
        Make.licence("<payment><amount currency=\"USD\">1,5</amount></payment>"),
        Make.licence("<payment><amount currency=\"USD\">-1</amount></payment>"),
        Make.licence("<payment><standard/></payment>"), Make.licence("<payment><accepts>{}</accepts></payment>"),
        Make.licence("<payment><custom>/a</custom><custom>/b</custom></payment>"),
        Make.licence("<amount currency=\"USD\">1</amount>"),
        Make.licence("<reporting type=\"audit\"/>"), Make.licence("<reporting profile=\"https://p/\"/>"),
        Make.licence("<reporting type=\"gossip\" profile=\"https://p/\"/>"),
        Make.licence("<reporting type=\"audit\" profile=\"/p\"/>"),
        Make.licence("<reporting type=\"audit\" profile=\"https://p/\" endpoint=\"http://p/\"/>"),
        Make.licence("<legal>x</legal>"), Make.licence("<legal type=\"oath\">x</legal>"),
        Make.licence("<legal type=\"warranty\">best</legal>"), Make.licence("<legal type=\"attestation\">TRUE</legal>"),
        Make.licence("<legal type=\"contact\"/>"), Make.licence("<legal type=\"proof\">a.pdf</legal>"),
        Make.licence("", url: "articles/"), Make.licence("", url: "https://*.ex.com/"),
        Make.licence("", url: "https://"),
        Make.licence("", url: "", "server=\"https://l/\""), Make.licence("", url: "/", "server=\"\""),
        Make.licence("", url: "/", "encrypted=\"true\""),
        Make.licence("", url: "/", "encrypted=\"TRUE\" server=\"https://l/\""),
        Make.licence("", url: "/", "xmlns:r=\"\(Make.namespace)\" r:url=\"/\""),
        Make.document(Make.content("<license/><copyright type=\"state\">A</copyright>")),
        Make.document(Make.content("<license/><schema type=\"text/turtle\">/a</schema>")),
        Make.document(Make.content("<license/><terms>/a</terms><terms>/b</terms>")),
        Make.document(Make.content("<license/>"), "max-age=\"0\""),
        Make.document(Make.content("<license/>"), "max-age=\"-7\""),
        Make.document(Make.content("<license/>"), "max-age=\"7d\""),
        Make.document(Make.content("<license/>"), "max-age=\"\""),
        Make.document(Make.content("<license/>"), "max-age=\"99999999999999999999\""),
        Make.document(Make.content("<license/>"), "version=\"1.0\""),
        Make.licence(
            "<payment type=\"free\"><standard>" + String(repeating: "a", count: 3000) + "</standard></payment>"),
    ]

    @Test("What the format does not allow makes the whole document invalid", arguments: unsound)
    func refuses(_ text: String) {
        #expect(throws: RSLFault.self) { try Make.parse(text) }
    }

    @Test("A fault names its place")
    func place() throws {
        let text = Make.licence("<permit type=\"usage\">all</permit>")
        let fault = #expect(throws: RSLFault.self) { try Make.parse(text) }
        let offset = try #require(fault).offset
        #expect(Array(text.utf8)[offset...].starts(with: "<permit ".utf8))
    }

    @Test("max-age is in days, 30 where it is not given (section 3.2.1)")
    func age() throws {
        #expect(try Make.parse(Make.licence("")).maxAgeDays == 30)
        #expect(try Make.parse(Make.document(Make.content("<license/>"), "max-age=\"7\"")).maxAgeDays == 7)
    }

    @Test("A date that cannot be read is left out, not the rule")
    func date() throws {
        let document = try Make.parse(Make.licence(Make.prohibits("all"), url: "/", "lastmod=\"yesterday\""))
        #expect(document.contents[0].lastModified == nil)
        #expect(document.notes == ["unreadable-date"])
    }

    @Test("The draft of 2025 is known by commas, `inference` or XBT, and read as what it became")
    func draft() throws {
        let lists = try Make.parse(Make.licence(Make.permits("search,ai-train") + Make.prohibits("US, CA", "geo")))
        #expect(lists.version == .draft)
        #expect(lists.usageTokens == ["search", "ai-train"])
        #expect(lists.contents[0].licences[0].prohibits.geo?.tokens == ["US", "CA"])
        #expect(lists.notes == ["rsl-0.9"])
        let paid = try Make.parse(
            Make.licence("<payment type=\"inference\"><amount currency=\"XBT\">1</amount></payment>"))
        #expect(paid.version == .draft)
        #expect(paid.contents[0].licences[0].payment?.kind == .use)
        #expect(throws: RSLFault.self) { try Make.parse(Make.licence(Make.permits("search, train"))) }
    }

    @Test("No bytes crash the parser, and no cut of a document is read as a whole one")
    func cuts() throws {
        let text = Array(
            Make.licence(Make.permits("all") + Make.prohibits("ai-train") + "<payment type=\"crawl\"/>").utf8)
        for length in text.indices { #expect(throws: RSLFault.self) { try RSLDocument.parse(Array(text[..<length])) } }
        var state: UInt64 = 88
        for _ in 0..<500 {
            var bytes = text
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
            }
            do { _ = try RSLDocument.parse(bytes) } catch { #expect(!error.reason.isEmpty) }
        }
    }
}

import Provenance
import Testing

@testable import Rights

@Suite("RSL and TDMRep where their specifications do not look for them: what refuses counts, what grants does not")
struct BesideCarrierTests {
    typealias Make = RSLFixture

    /// What stands somewhere, and the values that are taken of it.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let source: RightsProtocol
        let state: ProtocolState
        let values: [SignalValue]

        init(
            _ name: String, _ text: String, _ source: RightsProtocol, _ state: ProtocolState, _ values: [SignalValue]
        ) {
            (testDescription, self.text, self.source) = (name, text, source)
            (self.state, self.values) = (state, values)
        }
    }

    private func taken(_ reading: RightsReading, _ source: RightsProtocol) -> [SignalValue] {
        reading.signals.filter { $0.source == source && $0.isTaken && ($0.category == .train || $0.category == .tdm) }
            .map(\.value)
    }

    // MARK: Elements in XHTML

    static let deny = Make.licence(Make.prohibits("ai-train"), url: "")
    static let grant = Make.licence(Make.permits("ai-train") + "<payment type=\"free\"/>", url: "")
    static let price = Make.licence(Make.permits("ai-train") + "<payment type=\"crawl\"/>", url: "")

    static func xhtml(_ head: String) -> String {
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:t=\"http://www.w3.org/ns/tdmrep#\" "
            + "xmlns:q=\"\(RSLFixture.namespace)\"><head><title>x</title>\(head)</head><body>\(prose)</body></html>"
    }

    static let pages: [Case] = [
        .init("nothing of either", xhtml(""), .rslEmbedded, .absent, []),
        .init("terms that refuse", xhtml(deny), .rslEmbedded, .stated, [.deny]),
        .init(
            "under another prefix",
            xhtml(
                "<q:rsl><q:content url=\"\"><q:license><q:prohibits type=\"usage\">all</q:prohibits></q:license></q:content></q:rsl>"
            ), .rslEmbedded, .stated, [.deny]),
        .init("terms that grant", xhtml(grant), .rslEmbedded, .stated, []),
        .init("terms for a price", xhtml(price), .rslEmbedded, .stated, [.conditional]),
        .init("terms that are none", xhtml("<q:rsl/>"), .rslEmbedded, .unreadable, [.invalid]),
        .init("terms in a page that is no XML", xhtml(deny + "<br>"), .rslEmbedded, .stated, [.deny]),
        .init(
            "terms cut off", "<html><head><rsl:rsl><rsl:content url='/'></head><body>" + prose, .rslEmbedded,
            .unreadable,
            [.invalid]),
        .init("an element of someone else", xhtml("<rsl-slider></rsl-slider>"), .rslEmbedded, .absent, []),
        .init("a reservation", xhtml("<t:reservation>1</t:reservation>"), .tdmrepEmbedded, .stated, [.deny]),
        .init("a release", xhtml("<t:reservation>0</t:reservation>"), .tdmrepEmbedded, .absent, []),
        .init(
            "a reservation in RDF",
            xhtml(
                "<r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><r:Description r:about=\"\" t:reservation=\"1\"/></r:RDF>"
            ), .tdmrepEmbedded, .stated, [.deny]),
        .init(
            "a reservation in tag soup", "<head><tdm:reservation>1</tdm:reservation></head>" + prose, .tdmrepEmbedded,
            .unreadable, [.invalid]),
        .init(
            "an example of one", "<pre>&lt;tdm:reservation&gt;1&lt;/tdm:reservation&gt;</pre>" + prose, .tdmrepEmbedded,
            .absent, []),
    ]

    @Test("elements of RSL and TDMRep in a page (RSL 1.0, section 4.8)", arguments: pages)
    func page(_ given: Case) throws {
        let found = try PageFixture(html: given.text, headers: [("Content-Type", "application/xhtml+xml")]).reading()
        #expect(taken(found, given.source) == given.values)
        #expect(found.statesAtUse[given.source] == given.state)
    }

    // MARK: Names of documents

    static let address = "https://ex.com/terms.xml"

    static let names: [Case] = [
        .init(
            "a script with an address", "<script type='application/rsl+xml' src='\(address)'></script>", .rslPage,
            .stated, []),
        .init(
            "a link of another relation", "<link rel=alternate type='application/rsl+xml' href='\(address)'>", .rslPage,
            .stated, []),
        .init(
            "a link in British", "<link rel=licence type='application/rsl+xml' href='\(address)'>", .rslPage, .stated,
            []),
        .init("a script of another type", "<script type='text/xml' src='\(address)'></script>", .rslPage, .absent, []),
        .init(
            "a link of another type", "<link rel=alternate type='application/rss+xml' href='\(address)'>", .rslPage,
            .absent, []),
    ]

    @Test("a document that a page names in a way RSL does not know (section 4.6)", arguments: names)
    func named(_ given: Case) throws {
        func reading(_ document: String?) throws -> RightsReading {
            let files = try document.map {
                [
                    try PageFixture.file(.robots, "User-agent: GPTBot\nLicense: \(Self.address)\nAllow: /\n"),
                    try PageFixture.file(.rsl, $0, asked: Self.address),
                ]
            }
            return try PageFixture(html: given.text + prose, files: files ?? []).reading()
        }
        let isNamed = given.state == .stated
        let unknown = try reading(nil)
        #expect(taken(unknown, .rslPage) == (isNamed ? [.unknown] : []))
        #expect(unknown.signals.contains { $0.source == .rslPage && $0.notes.contains("terms-advertised") } == isNamed)
        let refused = try reading(Make.licence(Make.prohibits("ai-train")))
        #expect(taken(refused, .rslPage) == (isNamed ? [.deny] : []))
        let granted = try reading(Make.licence(Make.permits("ai-train") + "<payment type=\"free\"/>"))
        #expect(taken(granted, .rslPage).isEmpty)
    }

    @Test(
        "a Link header of RSL's type and another relation (section 4.5)",
        arguments: [
            ("rel=\"license\"", SignalValue.allow), ("rel=\"licence\"", nil), ("rel=alternate", nil), ("title=x", nil),
        ] as [(String, SignalValue?)])
    func header(_ relation: String, _ granted: SignalValue?) throws {
        let robots = try PageFixture.file(.robots, "User-agent: GPTBot\nLicense: \(Self.address)\nAllow: /\n")
        func reading(_ body: String) throws -> RightsReading {
            let terms = try PageFixture.file(.rsl, Make.licence(body), asked: Self.address)
            return try PageFixture(
                html: prose,
                headers: [
                    ("Content-Type", "text/html"),
                    ("Link", "<\(Self.address)>; \(relation); type=\"application/rsl+xml\""),
                ], files: [robots, terms]
            ).reading()
        }
        #expect(taken(try reading(Make.prohibits("ai-train")), .rslHeader) == [.deny])
        let free = Make.permits("ai-train") + "<payment type=\"free\"/>"
        #expect(taken(try reading(free), .rslHeader) == [granted].compactMap { $0 })
    }

    // MARK: robots.txt

    static let lines: [(name: String, robots: String, refused: Bool, granted: Bool)] = [
        ("License", "User-agent: *\nAllow: /\nLicense: \(address)\n", true, true),
        ("Licence", "User-agent: *\nAllow: /\nLicence: \(address)\n", true, false),
        ("RSL, outside groups", "RSL: \(address)\nUser-agent: *\nAllow: /\n", true, false),
        ("Licenses", "User-agent: *\nAllow: /\nLicenses: \(address)\n", true, false),
        ("Licence without an address", "User-agent: *\nAllow: /\nLicence: MIT\n", false, false),
        ("License of another group", "User-agent: FooBot\nAllow: /\nLicense: \(address)\n", false, false),
    ]

    @Test("lines of robots.txt that mean `License` (section 4.4)", arguments: lines)
    func robots(_ given: (name: String, robots: String, refused: Bool, granted: Bool)) throws {
        func reading(_ body: String) throws -> [SignalValue] {
            let files = [
                try PageFixture.file(.robots, given.robots),
                try PageFixture.file(.rsl, Make.licence(body), asked: Self.address),
            ]
            return taken(try PageFixture(html: prose, files: files).reading(), .rslRobots)
        }
        #expect(try reading(Make.prohibits("ai-train")) == (given.refused ? [.deny] : []), "\(given.name)")
        let free = Make.permits("ai-train") + "<payment type=\"free\"/>"
        #expect(try reading(free) == (given.granted ? [.allow] : []), "\(given.name)")
    }

    @Test(
        "terms in the group of another crawler are there, bind it alone, and are evidence where it is a core trainer",
        arguments: [
            ("GPTBot", Make.prohibits("ai-train"), SignalValue.deny), ("GPTBot", "<payment type=\"crawl\"/>", .unknown),
            ("GPTBot", Make.permits("ai-train") + "<payment type=\"free\"/>", nil),
            ("FooBot", Make.prohibits("all"), nil),
            ("ChatGPT-User", Make.prohibits("all"), nil),
        ] as [(String, String, SignalValue?)])
    func others(_ agent: String, _ licence: String, _ evidence: SignalValue?) throws {
        let robots = "User-agent: \(agent)\nLicense: \(Self.address)\nAllow: /\n\nUser-agent: *\nAllow: /\n"
        let found = try PageFixture(
            html: prose,
            files: [
                try PageFixture.file(.robots, robots),
                try PageFixture.file(.rsl, Make.licence(licence), asked: Self.address),
            ]
        ).reading()
        let terms = found.signals.filter { $0.source == .rslRobots }
        #expect(!terms.isEmpty && terms.allSatisfy { !$0.isTaken && $0.dropped.contains(agent.lowercased()) })
        #expect(found.statesAtUse[.rslRobots] == .stated)
        let proxies = found.signals.filter { $0.source == .robotsAIAgents }
        #expect(proxies.map(\.value) == [evidence].compactMap { $0 })
        #expect(proxies.allSatisfy { $0.isTaken && $0.conditions == [agent] })
        #expect(found.statesAtUse[.robotsAIAgents] == (evidence == nil ? .absent : .stated))
    }

    @Test("terms in the group of a core trainer that nobody fetched leave the same doubt")
    func unfetched() throws {
        let robots = "User-agent: GPTBot\nLicense: \(Self.address)\nAllow: /\n\nUser-agent: *\nAllow: /\n"
        let found = try PageFixture(html: prose, files: [try PageFixture.file(.robots, robots)]).reading()
        #expect(taken(found, .robotsAIAgents) == [.unknown])
    }

    @Test(
        "a grant for http is none for https; a refusal is one for both (section 3.1.1)",
        arguments: [
            ("https://ex.com/", Make.permits("ai-train"), [SignalValue.allow]),
            ("http://ex.com/", Make.permits("ai-train"), []),
            ("http://ex.com/", Make.prohibits("ai-train"), [.deny]),
            ("http://ex.com/", Make.permits("search"), [.deny]),
            ("http://ex.com:8080/", Make.prohibits("ai-train"), []),
        ] as [(String, String, [SignalValue])])
    func scheme(_ url: String, _ licence: String, _ values: [SignalValue]) throws {
        let robots = "User-agent: *\nAllow: /\nLicense: \(Self.address)\n"
        let found = try PageFixture(
            html: prose,
            files: [
                try PageFixture.file(.robots, robots),
                try PageFixture.file(.rsl, Make.licence(licence, url: url), asked: Self.address),
            ]
        ).reading()
        #expect(taken(found, .rslRobots) == values)
    }

    // MARK: Feeds

    static let link = "rel='license' type='application/rsl+xml' href='\(address)'"
    static let feeds: [Case] = [
        .init("Atom, of the feed", XMLFixture.atom + "<link \(link)/></feed>", .rslEmbedded, .stated, [.unknown]),
        .init(
            "Atom, of an entry", XMLFixture.atom + "<entry><link \(link)/></entry></feed>", .rslEmbedded, .stated, []),
        .init(
            "Atom in RSS",
            "<rss version='2.0' xmlns:a='http://www.w3.org/2005/Atom'><channel><a:link \(link)/></channel></rss>",
            .rslEmbedded, .stated, [.unknown]),
        .init("RSS", "<rss version='2.0'><channel><link \(link)/></channel></rss>", .rslEmbedded, .stated, [.unknown]),
        .init(
            "Atom, a licence of another kind", XMLFixture.atom + "<link rel='license' href='\(XMLFixture.by)'/></feed>",
            .rslEmbedded, .absent, []),
    ]

    @Test("a link of a feed that names terms (section 4.7 knows none)", arguments: feeds)
    func feed(_ given: Case) throws {
        let found = try XMLFixture(xml: given.text).reading()
        #expect(taken(found, given.source) == given.values)
        #expect(found.statesAtUse[given.source] == given.state)
    }
}

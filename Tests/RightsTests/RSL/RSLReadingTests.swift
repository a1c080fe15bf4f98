import Provenance
import Testing

@testable import Rights

@Suite("RSL: where it is found, and what becomes of it (RSL 1.0, section 4)")
struct RSLReadingTests {
    typealias Make = RSLFixture

    static let address = "https://ex.com/license.xml"
    static let robots = "User-agent: *\nAllow: /\nLicense: \(address)\n"
    static let deny = Make.licence(Make.prohibits("ai-train"))

    private func reading(
        robots: String? = nil, document: String? = nil, outcome: SiteFileOutcome = .found, link: String? = nil,
        html: String = "", address: String = RSLReadingTests.address
    ) throws -> RightsReading {
        var files: [SiteFile] = []
        if let robots { files.append(try PageFixture.file(.robots, robots)) }
        if document != nil || outcome != .found {
            files.append(try PageFixture.file(.rsl, document ?? "", outcome, asked: address))
        }
        var page = PageFixture(html: html, files: files)
        if let link { page.headers.append(("Link", link)) }
        return try page.reading()
    }

    private func train(_ reading: RightsReading, _ source: RightsProtocol) -> [Signal] {
        reading.signals.filter { $0.source == source && $0.isTaken && $0.category == .train }
    }

    struct Robots: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let robots: String
        var document: String?
        var outcome = SiteFileOutcome.found
        let state: ProtocolState
        let value: SignalValue?

        init(
            _ name: String, _ robots: String, _ document: String? = nil, _ outcome: SiteFileOutcome = .found,
            _ state: ProtocolState, _ value: SignalValue?
        ) {
            (testDescription, self.robots, self.document) = (name, robots, document)
            (self.outcome, self.state, self.value) = (outcome, state, value)
        }
    }

    static let files: [Robots] = [
        .init("no License line", "User-agent: *\nAllow: /", nil, .found, .absent, nil),
        .init("a refusal", robots, deny, .found, .stated, .deny),
        .init("an omission", robots, Make.licence(Make.permits("search")), .found, .stated, .deny),
        .init("a grant", robots, Make.licence(Make.permits("all")), .found, .stated, .allow),
        .init("a price", robots, Make.licence("<payment type=\"crawl\"/>"), .found, .stated, .conditional),
        .init("for other paths", robots, Make.licence(Make.prohibits("all"), url: "/b"), .found, .absent, nil),
        .init("not fetched", robots, nil, .found, .stated, .unknown),
        .init("not there", robots, nil, .absent, .stated, .unknown),
        .init("forbidden", robots, nil, .refused, .stated, .unknown),
        .init("unreachable", robots, nil, .unreachable, .unreadable, .invalid),
        .init("invalid", robots, "<html/>", .found, .unreadable, .invalid),
        .init("relative", "License: /license.xml", nil, .found, .unreadable, .invalid),
        .init("plain http", "License: http://ex.com/license.xml", nil, .found, .unreadable, .invalid),
        .init(
            "of another group", "License: https://ex.com/g.xml\nUser-agent: OtherBot\nLicense: \(address)\nAllow: /",
            nil,
            .found, .stated, .unknown),
    ]

    @Test("robots.txt", arguments: files)
    func site(_ one: Robots) throws {
        let reading = try reading(robots: one.robots, document: one.document, outcome: one.outcome)
        #expect(reading.statesAtUse[.rslRobots] == one.state)
        #expect(reading.statesAtFetch[.rslRobots] == one.state)
        #expect(train(reading, .rslRobots).map(\.value) == (one.value.map { [$0] } ?? []))
        let isAdvertised = one.value == .unknown || one.value == .invalid
        #expect(train(reading, .rslRobots).contains { $0.notes.contains("terms-advertised") } == isAdvertised)
    }

    @Test("Nobody looked at robots.txt: nothing is known; it was out of reach: unreadable")
    func unknown() throws {
        #expect(try reading().statesAtUse[.rslRobots] == .notChecked)
        let lost = PageFixture(files: [try PageFixture.file(.robots, "", .unreachable)])
        #expect(try lost.reading().statesAtUse[.rslRobots] == .unreadable)
    }

    @Test("The lines of our group replace those outside groups (section 4.4.2)")
    func group() throws {
        let robots = "License: https://ex.com/g.xml\nUser-agent: MunimentBot\nAllow: /\nLicense: \(Self.address)\n"
        let reading = try reading(robots: robots, document: Self.deny)
        #expect(train(reading, .rslRobots).map(\.subject) == [Self.address])
        #expect(train(reading, .rslRobots).map(\.value) == [.deny])
    }

    @Test("The quote is the rule that decided, where it stands in the document")
    func quote() throws {
        let reading = try reading(robots: Self.robots, document: "\n" + Self.deny)
        let quote = try #require(train(reading, .rslRobots).first).quote
        #expect(quote.text.hasPrefix("<prohibits type=\"usage\">ai-train</prohibits>"))
        #expect(Array(("\n" + Self.deny).utf8)[quote.offset...].starts(with: quote.bytes))
    }

    @Test("Other uses are told where the document says something else of them")
    func uses() throws {
        let mixed = try reading(robots: Self.robots, document: Make.licence(Make.permits("search ai-train")))
        let found = mixed.signals.filter { $0.source == .rslRobots }
        #expect(found.map(\.category) == [.train, .aiInput])
        #expect(found.map(\.value) == [.allow, .deny])
    }

    static let conditions: [(String, [String])] = [
        (Make.permits("non-commercial education", "user"), ["user=education non-commercial"]),
        (Make.prohibits("commercial", "user"), ["user!=commercial"]),
        (Make.permits("US CA", "geo"), ["geo=CA US"]), (Make.prohibits("DE", "geo"), ["geo!=DE"]),
        (
            "<payment type=\"crawl\"><standard>https://l/</standard><amount currency=\"USD\">0.015</amount></payment>",
            ["payment=crawl 0.015 USD", "process=https://l/"]
        ),
        ("<payment><custom>/ask</custom></payment>", ["process=/ask"]),
        ("<payment><standard>https://l/</standard></payment>", ["payment=unsaid", "process=https://l/"]),
        ("<reporting type=\"audit\" profile=\"https://p/\"/>", ["reporting=audit https://p/"]),
    ]

    @Test("What a grant hangs on becomes conditions", arguments: conditions)
    func conditional(_ body: String, _ conditions: [String]) throws {
        let signal = try #require(
            train(try reading(robots: Self.robots, document: Make.licence(Make.permits("ai-train") + body)), .rslRobots)
                .first)
        #expect(signal.value == .conditional)
        #expect(signal.conditions == conditions)
        for text in signal.conditions { #expect(TermsCondition(text) != nil) }
    }

    @Test("Credit and an open licence are no bar, and alternatives are kept apart")
    func open() throws {
        let licence = "https://creativecommons.org/licenses/by/4.0/"
        for type in ["type=\"attribution\"", ""] {
            let text = Make.licence(
                Make.permits("ai-train") + "<payment \(type)><standard>\(licence)</standard></payment>")
            let signal = try #require(train(try reading(robots: Self.robots, document: text), .rslRobots).first)
            #expect(signal.value == .allow)
            #expect(signal.conditions.last == "standard=" + licence)
        }
        let two = Make.document(
            Make.content(
                "<license>\(Make.permits("ai-train"))\(Make.permits("personal", "user"))</license>"
                    + "<license>\(Make.permits("ai-train"))\(Make.permits("commercial", "user"))<payment type=\"use\"/></license>"
            ))
        let signal = try #require(train(try reading(robots: Self.robots, document: two), .rslRobots).first)
        #expect(signal.conditions == ["user=personal", "or", "user=commercial", "payment=use"])
    }

    struct Link: Sendable, CustomTestStringConvertible {
        let value: String
        let state: ProtocolState
        var testDescription: String { value }

        init(_ value: String, _ state: ProtocolState) { (self.value, self.state) = (value, state) }
    }

    static let links: [Link] = [
        .init("<\(address)>; rel=\"license\"; type=\"application/rsl+xml\"", .stated),
        .init("</a>; rel=\"describedby\", <\(address)>; rel=\"x license\"; type=\"Application/RSL+xml\"", .stated),
        .init("<\(address)>; rel=license", .absent),
        .init("<\(address)>; rel=alternate; type=application/rsl+xml", .stated),
        .init("<\(address)>; rel=license; type=\"application/rsl+xml\"; anchor=\"/b\"", .absent),
        .init("</license.xml>; rel=\"license\"; type=\"application/rsl+xml\"", .unreadable),
    ]

    @Test("Link headers (section 4.5)", arguments: links)
    func header(_ one: Link) throws {
        #expect(try reading(link: one.value).statesAtUse[.rslHeader] == one.state)
    }

    @Test("What a header or page names is read where it is at hand, and holds where it is not")
    func linked() throws {
        let link = "<\(Self.address)>; rel=\"license\"; type=\"application/rsl+xml\""
        let html = "<head><link rel=license type=application/rsl+xml href='\(Self.address)'></head>" + prose
        let known = try reading(robots: Self.robots, document: Self.deny, link: link, html: html)
        #expect(train(known, .rslHeader).map(\.value) == [.deny])
        #expect(train(known, .rslPage).map(\.value) == [.deny])
        let unknown = try reading(link: link, html: html)
        for source in [RightsProtocol.rslHeader, .rslPage] {
            #expect(train(unknown, source).map(\.value) == [.unknown])
            #expect(train(unknown, source)[0].notes == ["terms-advertised", "document-not-fetched"])
        }
        #expect(unknown.licence.outcome == .none)
    }

    static func script(_ text: String) -> String { "<script type=\"application/rsl+xml\">\n\(text)\n</script>" }

    static let pages: [(String, String, ProtocolState, SignalScope?, Bool)] = [
        (
            "in the head", "<head>\(script(Make.licence(Make.prohibits("all"), url: "")))</head>\(prose)", .stated,
            .document, true
        ),
        ("in the body", "<body>\(prose)\(script(deny))</body>", .stated, .document, true),
        ("in the article", "<article>\(prose)\(script(deny))</article>", .stated, .element, true),
        (
            "in a figure", "<article>\(prose)</article><figure><img src=a>\(script(deny))</figure>", .absent, .element,
            false
        ),
        (
            "for another path", "<head>\(script(Make.licence(Make.prohibits("all"), url: "/b")))</head>", .absent,
            .document, false
        ),
        ("broken", "<head>\(script("<rsl"))</head>", .unreadable, .document, true),
        (
            "two contents",
            "<head>\(script(Make.document(Make.content("<license/>") + Make.content("<license/>"))))</head>",
            .unreadable, .document, true
        ),
        ("of another type", "<script type=\"application/xml\">\(deny)</script>", .unreadable, .document, true),
        ("a licence link of another type", "<link rel=license href='https://ex.com/l'>", .absent, nil, false),
        (
            "a relative link", "<link rel=license type='application/rsl+xml' href='/l.xml'>", .unreadable, .document,
            true
        ),
        ("in a template", "<template>\(script(deny))</template>", .absent, nil, false),
    ]

    @Test("Pages (section 4.6)", arguments: pages)
    func page(_ name: String, _ html: String, _ state: ProtocolState, _ scope: SignalScope?, _ isTaken: Bool) throws {
        let reading = try reading(html: html)
        #expect(reading.statesAtUse[.rslPage] == state, "\(name)")
        let found = reading.signals.filter { $0.source == .rslPage && $0.category == .train }
        #expect(found.map(\.scope) == (scope.map { [$0] } ?? []), "\(name)")
        #expect(found.map(\.isTaken) == (scope == nil ? [] : [isTaken]), "\(name)")
    }

    @Test("A script is quoted where it stands in the page")
    func scriptQuote() throws {
        let html = "<head>\(Self.script(Self.deny))</head>" + prose
        let quote = try #require(train(try reading(html: html), .rslPage).first).quote
        #expect(quote.text.hasPrefix("<prohibits"))
        #expect(Array(html.utf8)[quote.offset...].starts(with: quote.bytes))
    }

    @Test("More documents than are read hold")
    func tooMany() throws {
        let html = "<head>" + String(repeating: Self.script(Make.licence("")), count: 17) + "</head>"
        #expect(train(try reading(html: html), .rslPage).contains { $0.notes.contains("too-many-documents") })
    }

    @Test("A page that is missing is unreadable")
    func missing() throws {
        #expect(try PageFixture().reading(isMissing: true).statesAtUse[.rslPage] == .unreadable)
    }

    @Test("A permission in one channel leaves a refusal in another (section 4.9)")
    func channels() throws {
        let html = "<head>\(Self.script(Make.licence(Make.permits("all"), url: "")))</head>" + prose
        let found = try reading(robots: Self.robots, document: Self.deny, html: html)
        #expect(train(found, .rslRobots).map(\.value) == [.deny])
        #expect(train(found, .rslPage).map(\.value) == [.allow])
    }
}

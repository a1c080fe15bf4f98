import Provenance
import Rights
import Testing
import WebAddress

@Suite("RSL grants only what it names, to whom, for what it stands with")
struct RSLGrantTests {
    private static let open = "<permits type=\"usage\">ai-train</permits>"

    private func reading(_ licence: String, url: String = "/", more: String = "") throws -> RightsReading {
        let xml =
            "<rsl xmlns=\"https://rslstandard.org/rsl\"><content url=\"\(url)\"><license>\(licence)</license>\(more)</content></rsl>"
        return try page("<head><script type=\"application/rsl+xml\">\(xml)</script></head>" + prose)
    }

    private func page(_ html: String) throws -> RightsReading { try PageFixture(html: html).reading() }

    private func train(_ found: RightsReading) -> [Signal] {
        found.signals.filter { $0.source == .rslPage && $0.category == .train && $0.isTaken }
    }

    @Test(
        "a licence that lists no uses grants none, and refuses none",
        arguments: [
            "<prohibits type=\"usage\">search</prohibits>", "<legal type=\"contact\">a@ex.com</legal>",
            "<payment type=\"free\"/>",
            "<payment type=\"attribution\"/>",
        ])
    func unlisted(_ licence: String) throws { #expect(train(try reading(licence)).isEmpty) }

    @Test(
        "a prohibition in words nobody knows may be one of training",
        arguments: ["<prohibits type=\"usage\"></prohibits>", "<prohibits type=\"usage\">rsl:ai-train</prohibits>"])
    func vague(_ licence: String) throws {
        let found = train(try reading(licence))
        #expect(found.map(\.value) == [.unknown] && found[0].notes.contains("terms-advertised"))
    }

    @Test(
        "whom a licence leaves out is out, whether it lists uses or not, and wherever it stands; nobody is let in by it",
        arguments: [
            "<permits type=\"user\">non-commercial</permits>", "<prohibits type=\"user\">commercial</prohibits>",
            "<permits type=\"geo\">US</permits>", "<prohibits type=\"user\">government</prohibits>",
            "<reporting type=\"audit\" profile=\"https://p/\"/>",
        ])
    func excluded(_ licence: String) throws {
        for (rule, url) in [(licence, "/"), (Self.open + licence, "https://other.example/a")] {
            let found = train(try reading(rule, url: url))
            #expect(found.map(\.value) == [.conditional])
            #expect(found[0].conditions.count > 1 && found[0].conditions.last?.hasPrefix("process=") == true)
        }
    }

    @Test("a price without a list of uses stays an offer")
    func priced() throws {
        let found = train(try reading("<payment type=\"training\"><amount currency=\"USD\">5</amount></payment>"))
        #expect(found.map(\.value) == [.conditional])
    }

    @Test(
        "a shared licence is a grant only if it asks for credit alone; terms elsewhere and retractions hang on more",
        arguments: [
            (
                "<payment type=\"attribution\"><standard>https://creativecommons.org/licenses/by/4.0/</standard></payment>",
                "", true
            ),
            (
                "<payment type=\"attribution\"><standard>https://creativecommons.org/licenses/by-nc/4.0/</standard></payment>",
                "", false
            ),
            (
                "<payment type=\"free\"><standard>https://creativecommons.org/licenses/by-nd/4.0/</standard></payment>",
                "", false
            ),
            ("<payment type=\"free\"><standard>https://rslcollective.org/license</standard></payment>", "", false),
            ("", "<terms>https://ex.com/terms</terms>", false),
            ("<legal type=\"attestation\">false</legal>", "", false),
            ("<legal type=\"attestation\">true</legal>", "", true), ("", "", true),
        ])
    func standard(_ licence: String, _ more: String, _ isGrant: Bool) throws {
        let found = train(try reading(Self.open + licence, more: more))
        if isGrant {
            #expect(found.map(\.value) == [.allow])
        } else {
            #expect(found.map(\.value) == [.conditional])
            #expect(found[0].conditions.contains { $0.hasPrefix("process=") })
        }
    }

    @Test("terms of another address refuse for the page they stand in, and grant it nothing")
    func elsewhere() throws {
        for url in ["https://other.example/img/logo.png", "https://ex.com/other"] {
            #expect(train(try reading(Self.open, url: url)).isEmpty)
            #expect(
                train(try reading("<prohibits type=\"usage\">ai-train</prohibits>", url: url)).map(\.value) == [.deny])
        }
        #expect(train(try reading(Self.open, url: "")).map(\.value) == [.allow])
    }

    @Test(
        "terms in a footer or another place without the main text refuse, and grant nothing; those of a figure do neither",
        arguments: ["footer", "header", "nav", "aside", "div", "p", "figure"])
    func places(_ element: String) throws {
        func found(_ rule: String) throws -> [Signal] {
            let xml =
                "<rsl xmlns=\"https://rslstandard.org/rsl\"><content url=\"\"><license>\(rule)</license></content></rsl>"
            return train(
                try page(
                    "<body>\(prose)<\(element)><script type=\"application/rsl+xml\">\(xml)</script> Ex</\(element)></body>"
                ))
        }
        let refused = try found("<prohibits type=\"usage\">ai-train</prohibits>")
        #expect(refused.map(\.value) == (element == "figure" ? [] : [.deny]))
        // A paragraph or a division may hold the main text, or part of it.
        if element != "div", element != "p" { #expect(try found(Self.open).isEmpty) }
    }

    @Test(
        "of patterns that reach the same, the prohibition stands",
        arguments: [("/*", "/"), ("/", "/*"), ("*", "/"), ("/a/***", "/a/"), ("https://ex.com/*", "https://ex.com/")])
    func reach(_ permitting: String, _ prohibiting: String) throws {
        let xml =
            "<rsl xmlns=\"https://rslstandard.org/rsl\"><content url=\"\(permitting)\"><license>\(Self.open)</license></content>"
            + "<content url=\"\(prohibiting)\"><license><prohibits type=\"usage\">ai-train</prohibits></license></content></rsl>"
        let document = try RSLDocument.parse(Array(xml.utf8))
        let finding = document.finding(.aiTrain, url: try .init("https://ex.com/a/x"), by: .site)
        #expect(finding.outcome(user: nil, geo: nil) == .prohibited)
    }

    @Test("an address of a part, or of several, is no pattern", arguments: ["/a/#top", "/a /b", "https://ex.com/#x"])
    func parts(_ url: String) {
        let xml = "<rsl xmlns=\"https://rslstandard.org/rsl\"><content url=\"\(url)\"><license/></content></rsl>"
        #expect(throws: (any Error).self) { try RSLDocument.parse(Array(xml.utf8)) }
    }

    @Test(
        "a Link field that means terms and cannot be read is one that was not read",
        arguments: [
            "<https://ex.com/l.xml>; rel='license'; type='application/rsl+xml'",
            "<https://ex.com/l.xml> rel=\"license\" type=\"application/rsl+xml\"",
            "<https://ex.com/l.xml>; rel=\"license\"; type=\"text/rsl+xml\"",
        ])
    func damaged(_ line: String) throws {
        let found = try PageFixture(html: prose, headers: [("Content-Type", "text/html"), ("Link", line)]).reading()
        #expect(found.statesAtUse[.rslHeader] == .unreadable)
    }
}

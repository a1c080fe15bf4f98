import Provenance
import Rights
import Testing

@Suite("Which licence covers the text of a page")
struct LicenceScopeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let html: String
        let outcome: LicenceFinding.Outcome
        var ids: [String] = []

        init(_ name: String, _ html: String, _ outcome: LicenceFinding.Outcome, _ ids: [String] = []) {
            (testDescription, self.html, self.outcome, self.ids) = (name, html, outcome, ids)
        }
    }

    private static let by = "https://creativecommons.org/licenses/by/4.0/"
    private static let nc = "https://creativecommons.org/licenses/by-nc/4.0/"
    private static let sa = "https://creativecommons.org/licenses/by-sa/3.0/de/"

    private static func page(head: String = "", _ body: String, footer: String = "") -> String {
        "<html><head><title>t</title>\(head)</head><body><article><h1>Old papers</h1>\(prose)\(body)</article>"
            + "<footer>\(footer)</footer></body></html>"
    }

    private static func jsonLD(_ text: String) -> String { "<script type=\"application/ld+json\">\(text)</script>" }

    static let cases: [Case] = [
        .init("nothing", page(""), .none),
        .init("head link", page(head: "<link rel=license href='\(by)'>", ""), .covers, ["cc-by"]),
        .init("head link, RSL", page(head: "<link rel=license type='application/rsl+xml' href='\(by)'>", ""), .none),
        .init("footer rel", page("", footer: "<a rel='license' href='\(sa)'>CC</a>"), .covers, ["cc-by-sa"]),
        .init("body rel", page("<p><a rel='license' href='\(by)'>CC BY</a></p>"), .covers, ["cc-by"]),
        .init(
            "figure",
            page("<figure><img src=p.jpg><figcaption><a rel=license href='\(by)'>CC</a></figcaption></figure>"), .none),
        .init("caption class", page("<div class='wp-caption'><a rel=license href='\(by)'>CC BY</a></div>"), .none),
        .init("photo words", page("<p>Photo by Jo Doe, <a href='\(by)'>licensed under CC BY</a></p>"), .none),
        .init("icon words with rel", page("", footer: "Icons by A. B., <a rel=license href='\(by)'>CC BY</a>"), .none),
        .init("theme in footer", page("", footer: "Theme under <a rel=license href='\(by)'>CC BY</a>"), .none),
        .init(
            "text and images",
            page("", footer: "Text and images are licensed under <a rel=license href='\(by)'>CC BY</a>"), .covers,
            ["cc-by"]),
        .init(
            "except photos", page("", footer: "Except for photos, content is licensed under <a href='\(by)'>CC BY</a>"),
            .covers, ["cc-by"]),
        .init(
            "bare, granted", page("<p>This article is licensed under <a href='\(by)'>CC BY 4.0</a>.</p>"), .covers,
            ["cc-by"]),
        .init(
            "bare, other work",
            page("<p>The report of the ministry is available under <a href='\(by)'>CC BY 4.0</a>.</p>"), .none),
        .init("bare, mention", page("<p>Read about <a href='\(by)'>CC BY 4.0</a> one day.</p>"), .none),
        .init("bare, denied", page("<p>This article is not licensed under <a href='\(by)'>CC BY 4.0</a>.</p>"), .none),
        .init("bare in footer", page("", footer: "© 2020 Jo <a href='\(by)'>CC BY</a>"), .unclear, ["cc-by"]),
        .init(
            "content in footer", page("", footer: "Content available under <a href='\(sa)'>CC BY-SA</a>"), .covers,
            ["cc-by-sa"]),
        .init("rdfa about photo", page("<div about='p.jpg'><a rel=license href='\(by)'>x</a></div>"), .none),
        .init("rdfa about page", page("<div about=''><a rel=license href='\(by)'>x</a></div>"), .covers, ["cc-by"]),
        .init(
            "ccREL still image",
            page(
                "<div><a rel=license href='\(by)'>x</a><span property='dct:title' rel='dct:type' href='http://purl.org/dc/dcmitype/StillImage'>W</span></div>"
            ), .none),
        .init("meta", page(head: "<meta name=license content='\(nc)'>", ""), .covers, ["cc-by-nc"]),
        .init(
            "meta copyright with URL", page(head: "<meta name=copyright content='Jo, \(by)'>", ""), .none),
        .init("meta copyright", page(head: "<meta name=copyright content='Jo Doe'>", ""), .none),
        .init(
            "microdata image",
            page(
                "<div itemscope itemtype='https://schema.org/ImageObject'><a itemprop=license href='\(by)'>x</a></div>"),
            .none),
        .init(
            "microdata article",
            page("<div itemscope itemtype='https://schema.org/Article'><link itemprop=license href='\(by)'></div>"),
            .covers, ["cc-by"]),
        .init(
            "JSON-LD article", page(head: jsonLD(#"{"@type":"Article","license":"\#(by)"}"#), ""), .covers, ["cc-by"]),
        .init(
            "JSON-LD graph",
            page(
                head: jsonLD(
                    #"{"@graph":[{"@type":"WebPage","@id":"https://ex.com/a#p","license":{"@id":"\#(by)"}}]}"#), ""),
            .covers, ["cc-by"]),
        .init(
            "JSON-LD image",
            page(head: jsonLD(#"{"@type":"Article","image":{"@type":"ImageObject","license":"\#(by)"}}"#), ""), .none),
        .init(
            "JSON-LD other page",
            page(head: jsonLD(#"{"@type":"Article","url":"https://ex.com/b","license":"\#(by)"}"#), ""), .none),
        .init("JSON-LD sdLicense", page(head: jsonLD(#"{"@type":"Article","sdLicense":"\#(by)"}"#), ""), .none),
        .init("JSON-LD dataset", page(head: jsonLD(#"{"@type":"Dataset","license":"\#(by)"}"#), ""), .none),
        .init(
            "two in the head", page(head: "<link rel=license href='\(by)'><meta name=license content='\(nc)'>", ""),
            .conflict, ["cc-by", "cc-by-nc"]),
        .init(
            "stricter below",
            page(head: "<link rel=license href='\(by)'>", "", footer: "<a rel=license href='\(nc)'>x</a>"), .conflict,
            ["cc-by", "cc-by-nc"]),
        .init(
            "kinder below",
            page(head: "<link rel=license href='\(nc)'>", "", footer: "<a rel=license href='\(by)'>x</a>"), .covers,
            ["cc-by-nc"]),
        .init("terms page", page(head: "<link rel=license href='/terms'>", ""), .unclear, ["unknown"]),
        .init(
            "no version", page(head: "<link rel=license href='https://creativecommons.org/licenses/by/'>", ""),
            .unclear, ["cc-unknown-version"]),
        .init(
            "spoofed host",
            page(head: "<link rel=license href='https://creativecommons.org.evil.com/licenses/by/4.0/'>", ""), .unclear,
            ["unknown"]),
        .init(
            "three licences",
            page(
                "<p><a rel=license href='\(by)'>a</a> <a rel=license href='\(nc)'>b</a> <a rel=license href='\(sa)'>c</a></p>"
            ), .none),
        .init(
            "comment RDF",
            page(
                "<!-- <rdf:RDF xmlns='http://web.resource.org/cc/'><Work rdf:about=''><license rdf:resource='\(by)' /></Work></rdf:RDF> -->"
            ), .covers, ["cc-by"]),
        .init("plain comment", page("<!-- <a rel=license href='\(by)'>x</a> -->"), .none),
        .init("template", page("<template><a rel=license href='\(by)'>x</a></template>"), .none),
        .init(
            "reserved in footer, head licence",
            page(head: "<link rel=license href='\(by)'>", "", footer: "All rights reserved"), .covers, ["cc-by"]),
        .init(
            "reserved beside footer licence", page("", footer: "All rights reserved <a rel=license href='\(by)'>x</a>"),
            .unclear, ["cc-by"]),
    ]

    @Test("Only a statement that speaks for the text covers it", arguments: cases)
    func scope(_ one: Case) throws {
        let finding = try PageFixture(html: one.html).reading().licence
        #expect(finding.outcome == one.outcome, "\(finding)")
        if finding.outcome != .none { #expect(finding.licences.map(\.id).sorted() == one.ids) }
    }

    @Test(
        "Words against copying beside a licence are no part of it, in whatever language",
        arguments: [
            "For personal use only.", "For your personal, non-commercial use.", "You may not copy this text.",
            "No commercial use without permission.", "Copying prohibited.", "Commercial reuse requires a licence.",
            "Reproducción prohibida.", "Перепечатка запрещена.", "Nur für private Zwecke.",
        ])
    func forbidden(_ words: String) throws {
        let licence = "<p>Licensed under <a rel=license href='\(Self.by)'>CC BY</a></p>"
        let finding = try PageFixture(html: Self.page("", footer: "<p>\(words)</p>\(licence)")).reading().licence
        #expect(finding.outcome == .unclear, "\(finding)")
    }

    @Test(
        "A Link header speaks for the response, an RSL one does not", arguments: ["", "; type=\"application/rsl+xml\""])
    func header(_ parameter: String) throws {
        let link = (name: "Link", value: "</x>; rel=next, <\(Self.by)>; rel=\"license\"\(parameter)")
        let reading = try PageFixture(html: Self.page(""), headers: [link]).reading()
        #expect(reading.licence.outcome == (parameter.isEmpty ? .covers : .none))
        #expect(reading.statesAtUse[.licenceHeader] == (parameter.isEmpty ? .stated : .absent))
    }

    @Test("Every statement is kept with its place, its words and the reason it was dropped")
    func evidence() throws {
        let html = Self.page("<figure><a rel=license href='\(Self.by)'>CC</a></figure>")
        let signal = try #require(try PageFixture(html: html).reading().signals.first { $0.category == .licence })
        #expect(signal.dropped.hasPrefix("inside"))
        #expect(signal.conditions == [Self.by])
        #expect(Array(html.utf8)[signal.quote.offset...].starts(with: signal.quote.bytes))
        #expect(signal.quote.text == "<a rel=license href='\(Self.by)'>")
    }

    @Test("Broken JSON-LD that mentions a licence makes the page unreadable, not silent")
    func brokenJSON() throws {
        let html = Self.page(head: Self.jsonLD(#"{"@type":"Article","license":"x" "#), "")
        #expect(try PageFixture(html: html).reading().statesAtUse[.licencePage] == .unreadable)
    }
}

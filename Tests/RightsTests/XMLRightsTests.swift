import Provenance
import Rights
import Testing

@Suite("Rights in XML that is no page: what a statement speaks of decides what it licenses")
struct XMLRightsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let xml: String
        let outcome: LicenceFinding.Outcome
        let carrier: String
        let subject: String

        init(
            _ name: String, _ xml: String, _ outcome: LicenceFinding.Outcome, _ carrier: String,
            about subject: String = ""
        ) {
            (testDescription, self.xml, self.outcome) = (name, xml, outcome)
            (self.carrier, self.subject) = (carrier, subject)
        }
    }

    private static let (rss, atom, by, nc) = (XMLFixture.rss, XMLFixture.atom, XMLFixture.by, XMLFixture.nc)
    private static let rdf = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
    private static let cc = " xmlns:cc='http://creativecommons.org/ns#'>"
    private static let ali = " xmlns:ali='http://www.niso.org/schemas/ali/1.0/'"
    private static let xlink = " xmlns:xlink='http://www.w3.org/1999/xlink'"
    private static let dc = " xmlns:dc='http://purl.org/dc/elements/1.1/'"

    private static func article(_ permissions: String, _ body: String = "") -> String {
        "<article\(ali)\(xlink)><front><article-meta><permissions>\(permissions)</permissions></article-meta></front>"
            + "\(body)</article>"
    }

    private static func record(_ rights: String) -> String {
        "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><GetRecord><record><metadata>"
            + "<oai_dc:dc xmlns:oai_dc='http://www.openarchives.org/OAI/2.0/oai_dc/'\(dc)>"
            + "<dc:identifier>https://ex.com/w</dc:identifier>\(rights)</oai_dc:dc></metadata></record></GetRecord></OAI-PMH>"
    }

    static let feeds: [Case] = [
        .init("RSS channel", "\(rss)><channel><cc:license>\(by)</cc:license></channel></rss>", .covers, "rss"),
        .init(
            "RSS channel by the module's second namespace",
            "<rss xmlns:c='http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html'><channel><c:license>\(by)"
                + "</c:license></channel></rss>", .covers, "rss"),
        .init(
            "RSS item",
            "\(rss)><channel><item><link>https://ex.com/1</link><cc:license>\(by)</cc:license></item></channel></rss>",
            .none, "rss", about: "https://ex.com/1"),
        .init(
            "RSS channel with two licences",
            "\(rss)><channel><cc:license>\(by)</cc:license><cc:license>\(nc)</cc:license></channel></rss>", .conflict,
            "rss"),
        .init(
            "RSS channel that reserves all rights beside",
            "\(rss)><channel><copyright>All rights reserved</copyright><cc:license>\(by)</cc:license></channel></rss>",
            .unclear, "rss"),
        .init(
            "RSS channel with a spoofed host",
            "\(rss)><channel><cc:license>https://creativecommons.org.evil.com/licenses/by/4.0/</cc:license></channel></rss>",
            .unclear, "rss"),
        .init(
            "RSS 1.0 item",
            "\(rdf) xmlns='http://purl.org/rss/1.0/'\(cc)<channel rdf:about='https://ex.com/'/>"
                + "<item rdf:about='https://ex.com/1'><cc:license rdf:resource='\(by)'/></item></rdf:RDF>", .none,
            "rss1",
            about: "https://ex.com/1"),
        .init(
            "RSS 1.0 channel that is this file",
            "\(rdf) xmlns='http://purl.org/rss/1.0/' xmlns:cc='http://web.resource.org/cc/'>"
                + "<channel rdf:about='\(XMLFixture.url)'><cc:license rdf:resource='\(by)'/></channel></rdf:RDF>",
            .covers,
            "rss1"),
        .init("Atom feed is weak", "\(atom)<link rel='license' href='\(by)'/></feed>", .unclear, "atom"),
        .init(
            "Atom entry in a feed",
            "\(atom)<entry><id>tag:1</id><link rel='license' href='\(by)'/></entry></feed>", .none, "atom",
            about: "tag:1"),
        .init(
            "Atom entry as a document",
            "<entry xmlns='http://www.w3.org/2005/Atom'><link rel='license' href='\(by)'/></entry>", .covers, "atom"),
        .init(
            "Atom unspecified (RFC 4946, section 2.1)",
            "<entry xmlns='http://www.w3.org/2005/Atom'>"
                + "<link rel='license' href='http://purl.org/atompub/license#unspecified'/></entry>", .unclear, "atom"),
        .init(
            "MRSS in an item speaks of its media",
            "<rss xmlns:media='http://search.yahoo.com/mrss/'><channel><item><media:content url='https://ex.com/v.mp4'>"
                + "<media:license href='\(by)'>CC</media:license></media:content></item></channel></rss>", .none,
            "mrss",
            about: "https://ex.com/v.mp4"),
        .init(
            "MRSS in a channel speaks of media too",
            "<rss xmlns:media='http://search.yahoo.com/mrss/'><channel><media:license href='\(by)'/></channel></rss>",
            .none, "mrss"),
    ]

    static let others: [Case] = [
        .init(
            "JATS article", article("<license xlink:href='\(by)'><license-p>Open.</license-p></license>"), .covers,
            "jats"),
        .init(
            "JATS licence in the words alone",
            article("<license><license-p>See <ext-link xlink:href='\(by)'>here</ext-link></license-p></license>"),
            .covers,
            "jats"),
        .init(
            "JATS licence that names none", article("<license><license-p>Free.</license-p></license>"), .unclear, "jats"
        ),
        .init(
            "JATS link and words disagree",
            article("<license xlink:href='\(by)'><license-p><ext-link xlink:href='\(nc)'/></license-p></license>"),
            .conflict, "jats"),
        .init(
            "JATS figure",
            article("", "<body><fig id='f1'><permissions><license xlink:href='\(by)'/></permissions></fig></body>"),
            .none,
            "jats", about: "f1"),
        .init(
            "ALI for the accepted manuscript",
            article("<ali:license_ref specific-use='am'>\(by)</ali:license_ref>"), .unclear, "ali"),
        .init(
            "ALI for mining", article("<ali:license_ref applies_to='tdm'>\(by)</ali:license_ref>"), .unclear, "ali"),
        .init(
            "ALI for the figures",
            article("<ali:license_ref content-type='figures'>\(by)</ali:license_ref>"), .unclear, "ali"),
        .init(
            "ALI for the version of record",
            article("<ali:license_ref specific-use='vor' content-type='ccbylicense'>\(by)</ali:license_ref>"), .covers,
            "ali"),
        .init(
            "JATS licence of the data", article("<license xlink:href='\(by)' content-type='data'/>"), .unclear, "jats"),
        .init(
            "ALI in force", article("<ali:license_ref start_date='2020-01-01'>\(by)</ali:license_ref>"), .covers, "ali"),
        .init("ALI to come", article("<ali:license_ref start_date='2027-01-01'>\(by)</ali:license_ref>"), .none, "ali"),
        .init(
            "ALI with a date that is none", article("<ali:license_ref start_date='soon'>\(by)</ali:license_ref>"),
            .none,
            "ali"),
        .init(
            "OAI record", record("<dc:rights>\(by)</dc:rights>"), .none, "oai-pmh", about: "https://ex.com/w"),
        .init(
            "sitemap image",
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
                + "xmlns:i='http://www.google.com/schemas/sitemap-image/1.1'><url><loc>https://ex.com/</loc><i:image>"
                + "<i:loc>https://ex.com/a.jpg</i:loc><i:license>\(by)</i:license></i:image></url></urlset>", .none,
            "sitemap", about: "https://ex.com/a.jpg"),
        .init(
            "RDF about the document",
            "\(rdf)\(cc)<rdf:Description rdf:about=''><cc:license rdf:resource='\(by)'/></rdf:Description></rdf:RDF>",
            .covers, "rdf-xml"),
        .init(
            "RDF about another resource",
            "\(rdf)\(cc)<cc:Work rdf:about='https://ex.com/x'><cc:license rdf:resource='\(by)'/></cc:Work></rdf:RDF>",
            .none,
            "rdf-xml", about: "https://ex.com/x"),
        .init(
            "RDF about nothing under another base (XML Base)",
            "\(rdf) xml:base='https://other.example/'\(cc)<cc:Work rdf:about=''><cc:license rdf:resource='\(by)'/></cc:Work>"
                + "</rdf:RDF>", .none, "rdf-xml"),
        .init(
            "RDF about a thing without a name",
            "\(rdf)\(cc)<cc:Work><cc:license rdf:resource='\(by)'/></cc:Work></rdf:RDF>", .none, "rdf-xml"),
        .init(
            "EPUB package",
            "<package xmlns='http://www.idpf.org/2007/opf'><metadata\(dc)><dc:rights>\(by)</dc:rights></metadata></package>",
            .covers, "opf"),
        .init(
            "Dublin Core in a vocabulary nobody knows", "<x xmlns='urn:x'\(dc)><dc:rights>\(by)</dc:rights></x>", .none,
            "dc"),
    ]

    @Test(
        "Words of a feed's own rights reserve; those of an item, and other words, do not",
        arguments: [
            (
                XMLFixture.rss
                    + "><channel><copyright>Text and data mining is expressly reserved.</copyright></channel></rss>",
                true
            ),
            (XMLFixture.atom + "<rights>Use for training AI models is prohibited.</rights></feed>", true),
            (XMLFixture.atom + "<rights>© 2026 A. All rights reserved.</rights></feed>", false),
            (XMLFixture.atom + "<title>Use for training AI models is prohibited.</title></feed>", false),
        ])
    func words(_ xml: String, _ isReserved: Bool) throws {
        let found = try XMLFixture(xml: xml).reading()
        #expect(
            found.signals.contains { $0.source == .naturalLanguage && $0.value == .deny && $0.isTaken } == isReserved)
        // The comments of robots.txt, which nobody fetched, may reserve too.
        #expect(found.statesAtUse[.naturalLanguage] == (isReserved ? .stated : .notChecked))
    }

    @Test("Statements keep carrier and subject, and only the document's own license it", arguments: feeds + others)
    func scope(_ one: Case) throws {
        let reading = try XMLFixture(xml: one.xml).reading()
        #expect(reading.licence.outcome == one.outcome, "\(reading.licence)")
        let signal = try #require(reading.signals.first { $0.source == .licenceFeed && $0.carrier == one.carrier })
        #expect(signal.subject == one.subject)
        if one.outcome == .none { #expect(!signal.isTaken) }
        #expect(Array(one.xml.utf8)[max(signal.quote.offset, 0)...].starts(with: signal.quote.bytes))
    }

    @Test("A document that is not whole licenses nothing, whatever stands before the fault", arguments: feeds + others)
    func broken(_ one: Case) throws {
        let reading = try XMLFixture(xml: one.xml + "<").reading()
        #expect(reading.licence.outcome == .none)
        #expect(reading.statesAtUse[.licenceFeed] == .unreadable)
        #expect(reading.statesAtUse[.tdmrepEmbedded] == .unreadable)
    }

    @Test("What only HTML carries is absent in XML, and unreadable in XHTML that came as XML")
    func pageStates() throws {
        let feed = try XMLFixture(xml: "<rss><channel/></rss>").reading()
        for source in [RightsProtocol.tdmrepMeta, .metaRobots, .licencePage, .licenceFeed] {
            #expect(feed.statesAtUse[source] == .absent)
        }
        let page = try XMLFixture(xml: "<html xmlns='http://www.w3.org/1999/xhtml'/>").reading()
        #expect(page.statesAtUse[.metaRobots] == .unreadable)
    }

    @Test("Headers speak for XML as for a page")
    func headers() throws {
        let fixture = XMLFixture(xml: "<rss><channel/></rss>", headers: [("tdm-reservation", "1")])
        #expect(
            try fixture.reading().signals.contains { $0.source == .tdmrepHeader && $0.value == .deny && $0.isTaken })
    }
}

import Provenance
import Rights
import Testing

@Suite("Hostile XML: no crash, no hang, no softening")
struct HostileXMLTests {
    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    static let bodies: [String] = [
        "", "<", "<rss", "<rss/>", "\u{0}\u{0}", "<a>&x;</a>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", repeated("<a>", 5000),
        "<rdf:RDF>" + repeated("<rdf:Description rdf:about=''>", 200),
        "<feed xmlns='http://www.w3.org/2005/Atom'>" + repeated("<link rel='license' href='x'/>", 9000) + "</feed>",
        repeated("<record xmlns='http://www.openarchives.org/OAI/2.0/'>", 100),
    ]

    @Test("Any bytes give a reading in which what is not whole is unreadable", arguments: bodies)
    func comesBack(_ xml: String) throws {
        let reading = try XMLFixture(xml: xml, headers: [("tdm-reservation", "1")]).reading()
        #expect(reading.licence.outcome != .covers)
        #expect(reading.signals.contains { $0.source == .tdmrepHeader && $0.value == .deny && $0.isTaken })
    }

    @Test("More statements than are kept make the document unreadable, not silent")
    func tooMany() throws {
        let items = Self.repeated("<item><cc:license>\(XMLFixture.by)</cc:license></item>", 5000)
        let xml = "\(XMLFixture.rss)><channel><cc:license>\(XMLFixture.by)</cc:license>\(items)</channel></rss>"
        let reading = try XMLFixture(xml: xml).reading()
        #expect(reading.statesAtUse[.licenceFeed] == .unreadable)
        #expect(reading.licence.outcome == .none)
    }

    @Test("Four times the items take about four times as long")
    func isLinear() throws {
        func time(_ count: Int) throws -> Duration {
            let item = "<item><link>https://ex.com/1</link><dc:rights>All of it, by the author</dc:rights></item>"
            let xml =
                "<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>\(Self.repeated(item, count))</channel></rss>"
            let fixture = XMLFixture(xml: xml)
            return try ThreadTime.measure { _ = try fixture.reading() }
        }
        _ = try time(100)
        let (small, large) = (try time(1000), try time(4000))
        #expect(large < small * 12 + .milliseconds(50))
    }

    @Test("Adding a refusal never softens", arguments: ["1", "yes", "0"])
    func refusal(_ value: String) throws {
        let head = "<package xmlns='http://www.idpf.org/2007/opf'><metadata><meta property='tdm:reservation'>1</meta>"
        let reading = try XMLFixture(
            xml: head + "<meta property='tdm:reservation'>\(value)</meta></metadata></package>"
        )
        .reading()
        #expect(reading.signals.contains { $0.source == .tdmrepEmbedded && $0.value == .deny && $0.isTaken })
    }
}

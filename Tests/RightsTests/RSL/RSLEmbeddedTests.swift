import Markup
import Provenance
import Testing
import WebAddress

@testable import Rights

@Suite("RSL inside other files (RSL 1.0, sections 4.7 and 4.8)")
struct RSLEmbeddedTests {
    private static func feed(_ item: String, rest: String = "") -> String {
        "<rss xmlns:rsl=\"\(RSLFixture.namespace)\"><channel><item><title>A</title>\(item)</item>\(rest)</channel></rss>"
    }

    private func signals(_ text: String) throws -> [Signal] {
        let xml = XMLReader.read(Array(text.utf8))
        let url = try CanonicalURL("https://ex.com/a")
        return RSLDiscovery.elements(in: xml).flatMap { index in
            RSLEmbedded.signals(in: xml, at: index, carrier: "rss", scope: .document, url: url, space: .payload)
                .filter { $0.category == .train }
        }
    }

    static let content = """
        <rsl:content url="https://ex.com/a"><rsl:license><rsl:prohibits type="usage">ai-train</rsl:prohibits>\
        </rsl:license></rsl:content>
        """

    @Test("An item's content speaks for it, quoted where it stands")
    func item() throws {
        let text = Self.feed(Self.content)
        let signal = try #require(try signals(text).first)
        #expect(signal.source == .rslEmbedded)
        #expect(signal.value == .deny)
        #expect(signal.subject == "https://ex.com/a")
        #expect(Array(text.utf8)[signal.quote.offset...].starts(with: signal.quote.bytes))
        #expect(try signals(Self.feed("<rsl:rsl>\(Self.content)</rsl:rsl>")).map(\.value) == [.deny])
    }

    static let unreadable = [
        "<rsl:rsl>\(content)\(content)</rsl:rsl>", "<rsl:license/>", "<rsl:content><rsl:license/></rsl:content>",
        "<rsl:content url=\"\"><rsl:licence/></rsl:content>",
    ]

    @Test("What is no sound content is invalid, and holds", arguments: unreadable)
    func invalid(_ item: String) throws {
        let found = try signals(Self.feed(item))
        #expect(found.map(\.value) == [.invalid])
        #expect(found.first?.notes.first == "terms-advertised")
    }

    @Test("In a broken file a refusal is believed and a permission is not")
    func broken() throws {
        let open = Self.content.replacing("prohibits", with: "permits")
        #expect(try signals(Self.feed(Self.content, rest: "<item>")).map(\.value) == [.deny])
        #expect(try signals(Self.feed(open)).map(\.value) == [.allow])
        #expect(try signals(Self.feed(open, rest: "<item>")).map(\.value) == [.invalid])
    }

    private func reading(_ text: String) throws -> RightsReading {
        let url = try CanonicalURL("https://ex.com/feed")
        let response = ResponseInput(url: url, hops: [], status: 200, headers: [], fetched: PageFixture.now)
        return RightsReader(agent: PageFixture.agent, tables: try ProjectTables.read())
            .read(response, xml: XMLReader.read(Array(text.utf8)), site: SiteEvidence(atFetch: nil, atUse: nil))
    }

    static let open = content.replacing("prohibits", with: "permits").replacing("ai-train", with: "all")

    static let captures: [(String, ProtocolState, [SignalValue])] = [
        (feed(""), .absent, []), (feed(content), .stated, [.deny]), (feed(open), .absent, []),
        (feed(content + open), .stated, [.deny]), (feed("", rest: "<item>"), .unreadable, []),
        (feed("<rsl:content/>"), .absent, []),
        (
            feed("").replacing("<channel>", with: "<channel>" + open), .stated, [.allow]
        ),
        (feed("").replacing("<channel>", with: "<channel><rsl:content/>"), .unreadable, [.invalid]),
    ]

    @Test("A capture of XML: a refusal counts wherever it stands, a permission for the whole only", arguments: captures)
    func capture(_ text: String, _ state: ProtocolState, _ values: [SignalValue]) throws {
        let reading = try reading(text)
        #expect(reading.statesAtUse[.rslEmbedded] == state)
        let found = reading.signals.filter { $0.source == .rslEmbedded && $0.isTaken && $0.category == .train }
        #expect(found.map(\.value) == values)
    }

    @Test("Items that say the same are told once, and many that differ hold")
    func many() throws {
        let same = try reading(Self.feed(String(repeating: Self.content, count: 500)))
        #expect(same.signals.filter { $0.source == .rslEmbedded && $0.category == .train }.count == 1)
        let codes = (0..<100).map { number in
            "<rsl:content url='https://ex.com/\(number)'><rsl:license><rsl:payment><rsl:custom>/\(number)</rsl:custom>"
                + "</rsl:payment></rsl:license></rsl:content>"
        }
        let many = try reading(Self.feed(codes.joined()))
        #expect(many.signals.contains { $0.isTaken && $0.notes.contains("too-many-documents") })
    }
}

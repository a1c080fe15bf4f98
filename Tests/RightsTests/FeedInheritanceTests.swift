import Provenance
import Rights
import Testing

@Suite("What an item takes over from its feed (RFC 4287, section 4.2.10; RFC 4946, section 2.4)")
struct FeedInheritanceTests {
    private static let (rss, atom, by, nc) = (XMLFixture.rss, XMLFixture.atom, XMLFixture.by, XMLFixture.nc)

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let xml: String
        let level: XMLHolder.Level
        let meaning: XMLStatement.Meaning?
    }

    static let cases: [Case] = [
        Case(
            testDescription: "an item's licence overrides the channel's",
            xml:
                "\(rss)><channel><cc:license>\(nc)</cc:license><item><cc:license>\(by)</cc:license></item></channel></rss>",
            level: .item, meaning: .licence(by)),
        Case(
            testDescription: "an item without its own has the channel's",
            xml: "\(rss)><channel><cc:license>\(nc)</cc:license><item/></channel></rss>", level: .item,
            meaning: .licence(nc)),
        Case(
            testDescription: "an entry asks its source before its feed",
            xml:
                "\(atom)<link rel='license' href='\(by)'/><entry><source><link rel='license' href='\(nc)'/></source></entry>"
                + "</feed>",
            level: .entry, meaning: .licence(nc)),
        Case(
            testDescription: "an unspecified licence takes nothing over",
            xml: "\(atom)<link rel='license' href='\(by)'/><entry>"
                + "<link rel='license' href='http://purl.org/atompub/license#unspecified'/></entry></feed>",
            level: .entry, meaning: .unspecified),
        Case(testDescription: "nothing said", xml: "\(atom)<entry/></feed>", level: .entry, meaning: nil),
    ]

    @Test("Own statements come first, then the source's, then the feed's", arguments: cases)
    func takesOver(_ one: Case) throws {
        let rights = try XMLFixture(xml: one.xml).rights()
        let holder = try #require(rights.holders.firstIndex { $0.level == one.level })
        let found = rights.effective(holder) { if case .words = $0.meaning { false } else { true } }
        #expect(found.map(\.meaning) == [one.meaning].compactMap { $0 })
    }

    @Test("Feed rights reach an entry without its own, and no other")
    func words() throws {
        let rights = try XMLFixture(
            xml: "\(Self.atom)<rights>Copyright X</rights><entry/><entry><rights>Copyright Y</rights></entry></feed>"
        ).rights()
        let entries = rights.holders.indices.filter { rights.holders[$0].level == .entry }
        let words = entries.map { rights.effective($0) { _ in true }.map(\.meaning) }
        #expect(words == [[.words("Copyright X")], [.words("Copyright Y")]])
    }

    @Test(
        "COAR and OpenAIRE terms are kinds of access and no licence",
        arguments: [
            ("http://purl.org/coar/access_right/c_abf2", AccessRight.open),
            ("http://purl.org/coar/access_right/c_16ec", .restricted),
            ("http://purl.org/coar/access_right/c_f1cf", .embargoed),
            ("http://purl.org/coar/access_right/c_14cb", .metadataOnly),
            ("info:eu-repo/semantics/openAccess", .open),
        ])
    func access(_ term: String, _ right: AccessRight) throws {
        let xml =
            "<record xmlns='http://www.openarchives.org/OAI/2.0/' xmlns:t='http://purl.org/dc/terms/'>"
            + "<t:accessRights>\(term)</t:accessRights></record>"
        #expect(try XMLFixture(xml: xml).rights().statements.map(\.meaning) == [.access(right)])
        #expect(try XMLFixture(xml: xml).reading().licence.outcome == .none)
    }

    @Test(
        "Free access has its days (NISO RP-22)",
        arguments: [
            ("", true), ("start_date='2026-11-23'", true), ("end_date='2026-11-23'", true),
            ("start_date='2026-11-24'", false), ("end_date='2026-11-22'", false), ("end_date='never'", false),
        ])
    func freeToRead(_ dates: String, _ isInForce: Bool) throws {
        let xml = "<article xmlns:a='http://www.niso.org/schemas/ali/1.0/'><a:free_to_read \(dates)/></article>"
        #expect(try XMLFixture(xml: xml).rights().statements.map(\.isInForce) == [isInForce])
    }
}

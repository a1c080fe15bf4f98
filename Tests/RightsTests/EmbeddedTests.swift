import Embedded
import Provenance
import Rights
import Testing
import WebAddress

@Suite("Embedded metadata")
struct EmbeddedMetadataTests {
    private func reading(
        _ properties: String, isCut: Bool = false, headers: [(name: String, value: String)] = []
    ) throws -> RightsReading {
        let xmp =
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            + "<r:Description r:about='' xmlns:p='http://ns.useplus.org/ldf/xmp/1.0/' "
            + "xmlns:m='http://ns.adobe.com/xap/1.0/rights/' xmlns:d='http://purl.org/dc/elements/1.1/' "
            + "xmlns:c='http://creativecommons.org/ns#' xmlns:t='http://www.w3.org/ns/tdmrep/'>\(properties)"
            + "</r:Description></r:RDF></x:xmpmeta>"
        let body = Array((isCut ? String(xmp.dropLast(30)) : xmp).utf8)
        let response = ResponseInput(
            url: try CanonicalURL("https://ex.com/a.xmp"), hops: [], status: 200, headers: headers,
            fetched: PageFixture.now)
        let reader = RightsReader(agent: PageFixture.agent, tables: try ProjectTables.read())
        return reader.read(
            response, embedded: EmbeddedParts.find(in: body, mediaType: "application/xmp+xml"),
            site: try quiet)
    }

    /// A site whose robots.txt says nothing in words.
    private var quiet: SiteEvidence {
        get throws {
            let rules = SiteRules([try PageFixture.file(.robots, "User-agent: *\nAllow: /\n")])
            return SiteEvidence(atFetch: rules, atUse: rules)
        }
    }

    @Test("PLUS: prohibitions refuse, what is unspecified states nothing, what is not in the vocabulary frees nothing")
    func mining() throws {
        for (value, wanted, state) in [
            ("http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED", SignalValue.deny, ProtocolState.stated),
            ("DMI-PROHIBITED-SOMETHING-NEW", .deny, .stated), ("Prohibited for AI/ML training", .deny, .stated),
            ("DMI-PROHIBITED-SEECONSTRAINT", .deny, .stated), ("DMI-ALLOWED", .allow, .stated),
            ("DMI-UNSPECIFIED", .unknown, .absent), ("no", .invalid, .unreadable),
        ] {
            let found = try reading("<p:DataMining>\(value)</p:DataMining>")
            let signal = try #require(found.signals.first { $0.source == .embeddedXMP })
            #expect(signal.value == wanted, "\(value)")
            #expect(found.statesAtUse[.embeddedXMP] == state, "\(value)")
            #expect(signal.quote.text.contains(value))
        }
    }

    @Test("A packet that ends too early still refuses, and frees nothing")
    func cut() throws {
        let refused = try reading("<p:DataMining>DMI-PROHIBITED</p:DataMining>", isCut: true)
        #expect(refused.statesAtUse[.embeddedXMP] == .stated)
        let freed = try reading(
            "<t:reservation>0</t:reservation><c:license r:resource='https://creativecommons.org/licenses/by/4.0/'/>",
            isCut: true)
        #expect(freed.statesAtUse[.tdmrepEmbedded] == .unreadable)
        #expect(freed.licence.outcome == .none)
        #expect(!freed.signals.contains { $0.isTaken && $0.value == .allow && $0.source != .robots })
    }

    @Test("A reservation in the file comes after the header's, and absence resets nothing")
    func reservation() throws {
        let header = [(name: "tdm-reservation", value: "1")]
        let freed = try reading("<t:reservation>0</t:reservation>", headers: header)
        #expect(freed.signals.contains { $0.source == .tdmrepHeader && !$0.isTaken })
        let silent = try reading("<t:other>0</t:other>", headers: header)
        #expect(silent.statesAtUse[.tdmrepEmbedded] == .absent)
        #expect(silent.signals.contains { $0.source == .tdmrepHeader && $0.isTaken && $0.value == .deny })
    }

    @Test(
        "A licence in XMP covers the file; a mark that contradicts the words is a conflict; reserved words leave it unclear"
    )
    func licence() throws {
        let licence = "<m:WebStatement>https://creativecommons.org/licenses/by/4.0/</m:WebStatement>"
        #expect(try reading(licence).licence.outcome == .covers)
        #expect(try reading("<m:Marked>False</m:Marked><d:rights>© A</d:rights>").licence.outcome == .conflict)
        #expect(try reading(licence + "<d:rights>All rights reserved</d:rights>").licence.outcome == .unclear)
        #expect(try reading("<m:WebStatement>https://ex.com/terms</m:WebStatement>").licence.outcome == .none)
    }

    @Test(
        "Words of XMP reserve, in any language of the property; other words do not",
        arguments: [
            ("<m:UsageTerms>Use for training AI models is prohibited.</m:UsageTerms>", true),
            (
                "<d:rights><r:Alt><r:li>© A</r:li><r:li>Text und Data Mining ist vorbehalten.</r:li></r:Alt></d:rights>",
                true
            ),
            ("<d:rights>All rights reserved</d:rights>", false), ("<d:rights>© A, who writes of AI</d:rights>", false),
        ])
    func words(_ properties: String, _ isReserved: Bool) throws {
        let found = try reading(properties)
        #expect(
            found.signals.contains { $0.source == .naturalLanguage && $0.value == .deny && $0.isTaken } == isReserved)
        #expect(found.statesAtUse[.naturalLanguage] == (isReserved ? .stated : .absent))
    }

    @Test("The words of a book were not searched, those of a picture are its metadata")
    func unsearched() throws {
        for (type, state) in [("application/pdf", ProtocolState.notChecked), ("image/png", .absent)] {
            let body =
                type == "image/png" ? [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] : Array("%PDF-1.7\n".utf8)
            let response = ResponseInput(
                url: try CanonicalURL("https://ex.com/a"), hops: [], status: 200, headers: [], fetched: PageFixture.now)
            let found = RightsReader(agent: PageFixture.agent, tables: try ProjectTables.read()).read(
                response, embedded: EmbeddedParts.find(in: body, mediaType: type), site: try quiet)
            #expect(found.statesAtUse[.naturalLanguage] == state)
        }
    }

    @Test("A manifest that a header names was not checked")
    func link() throws {
        let found = try reading("", headers: [(name: "Link", value: "<a.c2pa>; rel=\"c2pa-manifest\"")])
        #expect(found.statesAtUse[.embeddedC2PA] == .notChecked)
    }

    @Test("Terms that a file's own headers announce are read, as a page's are")
    func termsInHeaders() throws {
        let link = (name: "Link", value: "<https://ex.com/rsl.xml>; rel=license; type=\"application/rsl+xml\"")
        #expect(try reading("").statesAtUse[.rslHeader] == .absent)
        let announced = try reading("", headers: [link])
        #expect(announced.statesAtUse[.rslHeader] != .absent)
        #expect(announced.signals.contains { $0.source == .rslHeader && $0.notes.contains("terms-advertised") })
    }
}

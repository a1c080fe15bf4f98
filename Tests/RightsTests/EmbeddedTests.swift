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
            site: SiteEvidence(atFetch: nil, atUse: nil))
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
        #expect(!freed.signals.contains { $0.isTaken && $0.value == .allow })
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

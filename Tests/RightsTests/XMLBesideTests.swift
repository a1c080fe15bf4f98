import Provenance
import Testing

@testable import Rights

@Suite("Words beside a licence's address, and XMP that is served as RDF")
struct XMLBesideTests {
    static func jats(_ words: String, type: String = "", ali: Bool = false, to url: String = XMLFixture.by) -> String {
        let attribute = ali ? "" : "xlink:href='\(url)'"
        let reference = ali ? "<ali:license_ref>\(url)</ali:license_ref>" : ""
        return
            "<article xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:ali='http://www.niso.org/schemas/ali/1.0/'><front><article-meta><permissions>"
            + "<license license-type='\(type)' \(attribute)>\(reference)<license-p>\(words)</license-p></license></permissions></article-meta></front></article>"
    }

    @Test(
        "JATS: an address counts where its words ask for no more (JATS 1.3, license, license-p)",
        arguments: [
            (jats("Creative Commons Attribution 4.0 License."), LicenceFinding.Outcome.covers),
            (jats("Permits use for commercial and non-commercial purposes."), .covers),
            (jats("Open.", type: "open-access"), .covers), (jats("Open.", type: "cc-by"), .covers),
            (jats("Creative Commons Attribution-NonCommercial 4.0 License."), .conflict),
            (jats("CC BY-NC-ND"), .conflict), (jats("For non-commercial use only."), .conflict),
            (jats("Open.", type: "cc-by-nc"), .conflict), (jats("Open.", type: "CC BY-ND"), .conflict),
            (jats("ShareAlike.", ali: true), .conflict), (jats("For non-commercial use only.", ali: true), .conflict),
            (jats("For non-commercial use only.", type: "cc-by-nc", to: XMLFixture.nc), .covers),
            (jats("NonCommercial-NoDerivs.", to: XMLFixture.nc), .conflict),
        ])
    func words(_ xml: String, _ outcome: LicenceFinding.Outcome) throws {
        #expect(try XMLFixture(xml: xml).reading().licence.outcome == outcome)
    }

    static func packet(_ properties: String, wrapped: Bool = true) -> String {
        let rdf =
            "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:Description r:about='' xmlns:plus='http://ns.useplus.org/ldf/xmp/1.0/' xmlns:x='http://ns.adobe.com/xap/1.0/rights/' xmlns:dc='http://purl.org/dc/elements/1.1/' \(properties)/></r:RDF>"
        return wrapped ? "<m:xmpmeta xmlns:m='adobe:ns:meta/'>\(rdf)</m:xmpmeta>" : rdf
    }

    @Test(
        "an XMP packet that is served as application/rdf+xml (XMP Specification, part 3, 1.2.3: sidecars)",
        arguments: [
            (packet("plus:DataMining='DMI-PROHIBITED'"), ProtocolState.stated, [SignalValue.deny]),
            (packet("plus:DataMining='DMI-PROHIBITED'", wrapped: false), .stated, [.deny]),
            (packet("plus:DataMining='DMI-ALLOWED'"), .stated, [.allow]),
            (packet("plus:DataMining='DMI-NOBODY-KNOWS'"), .unreadable, [.invalid]),
            (packet("dc:rights='© Ann'", wrapped: false), .notChecked, []), (packet(""), .absent, []),
        ])
    func sidecar(_ xml: String, _ state: ProtocolState, _ values: [SignalValue]) throws {
        let found = try XMLFixture(xml: xml, headers: [("Content-Type", "application/rdf+xml")]).reading()
        #expect(found.statesAtUse[.embeddedXMP] == state)
        let mining = found.signals.filter { $0.source == .embeddedXMP && $0.category == .tdm && $0.isTaken }
        #expect(mining.map(\.value) == values)
    }

    @Test("a sidecar that is marked free of rights and claims them is a conflict")
    func contradiction() throws {
        let xml = Self.packet(
            "x:Marked='False' dc:rights='© Ann. All rights reserved.' x:WebStatement='\(XMLFixture.by)'")
        #expect(try XMLFixture(xml: xml).reading().licence.outcome != .covers)
    }
}

import Provenance
import Rights
import Testing

@Suite("Words that reserve, and names that are meant, in feeds, records and packages")
struct XMLWordsTests {
    private static let words = "No part may be used for text and data mining or AI training."
    private static let dc = "xmlns:dc='http://purl.org/dc/elements/1.1/'"
    private static let oai =
        "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><GetRecord><record><metadata><oai_dc:dc xmlns:oai_dc='http://www.openarchives.org/OAI/2.0/oai_dc/' \(dc)>"
    private static let endOAI = "</oai_dc:dc></metadata></record></GetRecord></OAI-PMH>"

    static let documents: [(String, ProtocolState)] = [
        ("<rss version='2.0'><channel><copyright>\(words)</copyright></channel></rss>", .stated),
        ("<rss version='2.0' \(dc)><channel><item><dc:rights>\(words)</dc:rights></item></channel></rss>", .stated),
        ("<feed xmlns='http://www.w3.org/2005/Atom'><entry><rights>\(words)</rights></entry></feed>", .stated),
        (oai + "<dc:rights>\(words)</dc:rights>" + endOAI, .stated),
        (oai + "<dc:rights xml:lang='de'>Text und Data Mining untersagt</dc:rights>" + endOAI, .stated),
        (oai + "<dc:rights>All rights reserved</dc:rights>" + endOAI, .notChecked),
        (oai + "<dc:description>\(words)</dc:description>" + endOAI, .notChecked),
        ("<feed xmlns='http://www.w3.org/2005/Atom'><entry><summary>\(words)</summary></entry></feed>", .notChecked),
        (
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><source><rights>\(words)</rights></source></entry></feed>",
            .notChecked
        ),
    ]

    @Test("what an item reserves counts for the document that holds it", arguments: documents)
    func state(_ xml: String, _ state: ProtocolState) throws {
        #expect(try XMLFixture(xml: xml).reading().statesAtUse[.naturalLanguage] == state)
    }

    @Test(
        "a package names the reservation as pages do",
        arguments: [
            ("<meta name='tdm-reservation' content='1'/>", ProtocolState.unreadable),
            ("<meta property='tdm_reservation'>1</meta>", .unreadable),
            ("<meta name='tdm:reservation' content='1'/>", .stated),
            ("<meta name='tdm-reservation' content='0'/>", .absent), ("<meta name='cover' content='1'/>", .absent),
        ])
    func package(_ meta: String, _ state: ProtocolState) throws {
        let xml = "<package xmlns='http://www.idpf.org/2007/opf' version='2.0'><metadata>\(meta)</metadata></package>"
        #expect(try XMLFixture(xml: xml).reading().statesAtUse[.tdmrepEmbedded] == state)
    }
}

internal import Markup
internal import Provenance
internal import Rights

/// XML that is no page, whole and as frames round one carrier.
enum XMLTargets {
    static let all: [FuzzTarget] = [
        FuzzTarget(name: "xml") { _ = read($0) }, .choice("xml-carriers", carriers), refusalStands,
    ]

    private static let carriers: [@Sendable ([UInt8]) -> Void] = [
        framed(
            "<rss xmlns:c='http://backend.userland.com/creativeCommonsRssModule'><channel>", "</channel></rss>"),
        framed("<feed xmlns='http://www.w3.org/2005/Atom'>", "</feed>"),
        framed("<article><front><article-meta><permissions>", "</permissions></article-meta></front></article>"),
        framed("<package prefix='tdm: http://www.w3.org/ns/tdmrep#'><metadata>", "</metadata></package>"),
        framed("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>", "</rdf:RDF>"),
        framed("<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><GetRecord>", "</GetRecord></OAI-PMH>"),
    ]

    private static func read(_ bytes: [UInt8]) -> RightsReading {
        Bench.shared.reader.read(
            Bench.shared.response(), xml: XMLReader.read(bytes), site: SiteEvidence(atFetch: nil, atUse: nil))
    }

    private static func framed(_ before: String, _ after: String) -> @Sendable ([UInt8]) -> Void {
        { bytes in _ = read(Array(before.utf8) + bytes + Array(after.utf8)) }
    }

    /// What follows a reservation in a package never takes it back.
    private static let refusalStands = FuzzTarget(name: "xml-refusal-stands") { bytes in
        let head = Array("<package><metadata><meta property='tdm:reservation'>1</meta>".utf8)
        let reading = read(head + bytes)
        let isDenied = reading.signals.contains { $0.source == .tdmrepEmbedded && $0.value == .deny && $0.isTaken }
        precondition(isDenied || reading.statesAtUse[.tdmrepEmbedded] == .unreadable, "a refusal was lost")
    }
}

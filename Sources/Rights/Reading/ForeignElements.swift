internal import Markup
internal import Provenance

/// Elements of RSL and TDMRep in a page, where they stand as in any other XML.
///
/// A page has carriers of its own for both (RSL 1.0, section 4.6; TDMRep, the section on HTML): these are none of them, and
/// XHTML is XML. What refuses there was meant to, and counts; what permits does not. Where the markup is no XML, nobody can
/// tell what such elements say. Source: RSL 1.0, section 4.8; XHTML 1.0, section 3.1.2; read 2026-11-30.
enum ForeignElements {
    private static let permits = "no carrier of a page, and no refusal"

    /// Adds to ``RightsProtocol/rslEmbedded`` and ``RightsProtocol/tdmrepEmbedded``.
    static func read(_ page: PageInput, _ response: ResponseInput, into draft: inout ReadingDraft) {
        guard !page.foreignTags.isEmpty || isXML(page, response) && namesVocabulary(page) else { return }
        let xml = XMLReader.read(page.source, transportCharset: "utf-8")
        let scan = XMLScan(
            XMLInput(xml, url: page.url, at: response.fetched, licences: page.licences, space: page.quoteSpace))
        var found = ReadingDraft()
        scan.readReservation(into: &found)
        RSLEmbedded.read(
            xml, carrier: "xhtml", url: page.url, space: page.quoteSpace, grantsNothing: permits,
            isDocument: { _ in true }, into: &found)
        let kept = found.signals.map { $0.value == .allow && $0.isTaken ? $0.dropped(permits) : $0 }
        let unread = unread(page, kept)
        for source in [RightsProtocol.rslEmbedded, .tdmrepEmbedded] {
            let own = (kept + unread).filter { $0.source == source }
            draft.add(own, as: source, isPartial: xml.fault != nil)
        }
    }

    /// A tag that stands in the bytes and in no element that could be read.
    private static func unread(_ page: PageInput, _ kept: [Signal]) -> [Signal] {
        [(RightsProtocol.rslEmbedded, UInt8(ascii: "r")), (.tdmrepEmbedded, UInt8(ascii: "t"))].compactMap {
            (source, letter) -> Signal? in
            guard !kept.contains(where: { $0.source == source }),
                let place = page.foreignTags.first(where: { page.source[$0 + 1] | 0x20 == letter })
            else { return nil }
            let isTerms = source == .rslEmbedded
            return Signal(
                source, carrier: "xhtml", scope: .document, category: isTerms ? .train : .tdm, value: .invalid,
                quote: Quote(page.source[place..<min(place + 200, page.source.count)], in: page.quoteSpace, at: place),
                notes: [isTerms ? RSLStatement.Origin.advertised : "restrictive-intent", "not-readable-as-xml"])
        }
    }

    private static func isXML(_ page: PageInput, _ response: ResponseInput) -> Bool {
        response.headers.all("content-type").contains { ByteText.contains(Array($0.utf8)[...], "xml") }
            || ByteText.hasPrefix(page.source.prefix(8).drop { $0 >= 0x80 }, "<?xml")
    }

    private static func namesVocabulary(_ page: PageInput) -> Bool {
        let bytes = page.source.prefix(RawMarks.limit)
        return ByteText.contains(bytes, "rslstandard.org/rsl") || ByteText.contains(bytes, "w3.org/ns/tdmrep")
    }
}

internal import Markup
internal import Provenance

extension XMLScan {
    /// Adds the terms that the document carries as RSL, and the state of their protocol.
    func readTerms(into draft: inout ReadingDraft) {
        RSLEmbedded.read(
            input.xml, carrier: termsCarrier, url: input.url, space: input.space, shift: input.shift,
            isDocument: { holders[holder(of: $0)].isDocument }, into: &draft)
    }

    private var termsCarrier: String {
        guard let root = input.xml.root?.name else { return "xml" }
        if OpenPackage.isPackage(root) { return "opf" }
        switch root.local {
        case "rss", "RDF": return "rss"
        case "feed": return "atom"
        default: return "xml"
        }
    }
}

internal import Markup
internal import Provenance

extension XMLScan {
    /// Adds the terms that the document carries as RSL, and the state of their protocol.
    func readTerms(into draft: inout ReadingDraft) {
        RSLEmbedded.read(
            input.xml, carrier: termsCarrier, url: input.url, space: input.space, shift: input.shift,
            isDocument: { holders[holder(of: $0)].isDocument }, into: &draft)
        readNamedTerms(into: &draft)
    }

    /// Terms that a link of the feed names: no carrier of RSL, which has `Link` headers for feeds, and meant as one. They are
    /// not fetched for it, so that what they say is not known.
    private func readNamedTerms(into draft: inout ReadingDraft) {
        guard !namedTerms.isEmpty else { return }
        var found: [Signal] = []
        for (target, element) in namedTerms.prefix(RSLDiscovery.limit) {
            let isOwn = holders[holder(of: element)].isDocument
            let origin = RSLStatement.Origin(
                source: .rslEmbedded, carrier: termsCarrier, scope: isOwn ? .document : .asset, subject: target,
                dropped: isOwn ? "" : "subject is another resource")
            found.append(origin.advertised(.unknown, "document-not-fetched", quote: input.quote(element)))
        }
        draft.signals += found
        if draft.use[.rslEmbedded] == .absent { draft.set(.rslEmbedded, .stated) }
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

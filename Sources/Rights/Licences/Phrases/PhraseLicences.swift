internal import Extraction
internal import Markup
internal import Provenance

/// Licences named in running text, and what else only a walk over all nodes finds: forms with `rel=license`, badges.
///
/// Names count at the beginning and the end of the main text and outside it: in between, pages speak of other works.
enum PhraseLicences {
    /// Runs of main text that are read from its beginning and from its end.
    static let front = 12
    static let back = 24
    /// Statements in running text that are kept of one page.
    static let limit = 32

    static func read(_ page: PageInput, into draft: inout ReadingDraft) {
        var places = Places()
        var badged: Set<Int>?
        page.page.nodes.withUnsafeBufferPointer { nodes in
            for index in nodes.indices where !nodes[index].inTemplate {
                switch (nodes[index].kind, nodes[index].tag) {
                case (.text, _): if nodes[index].count >= 3 { places.add(index, page) }
                case (.element, .img): Badge.read(index, page, linked: &badged, into: &draft)
                case (.element, .form): LinkLicences.readForm(index, page, into: &draft)
                default: break
                }
            }
        }
        guard page.blocks != nil else { return }
        let linked = draft.licences
        for node in places.all {
            for phrase in phrases(of: node, page) where !isSaid(phrase, at: node, by: linked, page) {
                draft.licences.append(candidate(phrase, node, page))
                if draft.licences.count - linked.count >= limit { return }
            }
        }
    }

    private struct Places {
        var main: [Int] = []
        var others: [Int] = []

        mutating func add(_ node: Int, _ page: PageInput) {
            switch page.blocks?.label(of: node) {
            case .main: main.append(node)
            case .footer, .boilerplate, .aside, .header: others.append(node)
            default: break
            }
        }

        var all: [Int] {
            main.count <= front + back ? main + others : Array(main.prefix(front)) + Array(main.suffix(back)) + others
        }
    }

    private static func phrases(of node: Int, _ page: PageInput) -> [LicencePhrase] {
        let range = page.page.range(ofText: node)
        return LicencePhrase.all(in: page.page.buffer, from: range.lowerBound, to: range.upperBound, page.licences)
    }

    /// Whether a link says the same: round the name, in its block, or for the page.
    private static func isSaid(
        _ phrase: LicencePhrase, at node: Int, by links: [LicenceCandidate], _ page: PageInput
    ) -> Bool {
        guard !links.isEmpty else { return false }
        let unit = phrase.named.unit
        let block = LicenceWords.block(of: node, page.page)
        let asksNothing = phrase.named.entry.map { $0.licence == "unknown-open" && $0.terms.prohibits.isEmpty } ?? false
        return links.contains { link in
            // A wish to be named, in the words beside a licence that asks for it.
            if asksNothing, link.dropped.isEmpty, link.named.isKnown, link.node >= 0 {
                return LicenceWords.block(of: link.node, page.page) == block
            }
            guard link.named.unit == unit || unit == nil && link.named.unit != nil || !link.named.isKnown else {
                return link.node >= 0 && link.node < node && node < Int(page.page.nodes[link.node].end)
            }
            return link.dropped.isEmpty || link.node >= 0 && LicenceWords.block(of: link.node, page.page) == block
        }
    }

    private static func candidate(_ phrase: LicencePhrase, _ node: Int, _ page: PageInput) -> LicenceCandidate {
        let text = page.page.range(ofText: node)
        let name = page.page.string(
            text.lowerBound + phrase.range.lowerBound..<text.lowerBound + phrase.range.upperBound)
        var candidate = LicenceCandidate(
            name, named: phrase.named, carrier: .text, node: node, quote: page.quote(text: node), rank: .phrase)
        LicenceScope.place(&candidate, page, phrase: phrase.range)
        candidate.rank = .phrase
        return candidate
    }
}

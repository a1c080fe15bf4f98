internal import Extraction
internal import Markup
internal import Provenance

/// Finds the link by which a page declares its terms (`rel=terms-of-service`), which may reserve anything and were not read.
///
/// Links that merely look like it stand on two pages of three, and the page itself shows them to whoever asks.
/// Source: IANA link relations, `terms-of-service` (RFC 6903, section 5), by its registration, read 2026-11-24.
enum TermsLink {
    /// Links looked at, from the end of the page, where terms are linked.
    private static let mostLinks = 60

    /// A note without effect; nil if the page links to no terms.
    static func find(_ page: PageInput) -> Signal? {
        guard let node = declared(page), let href = page.page.attribute(.href, of: node) else {
            return nil
        }
        // The reference as written, at the place of its tag.
        let quote = Quote(
            page.page.bytes(href), in: page.quoteSpace, at: Int(page.page.nodes[node].offset))
        return Signal(
            .naturalLanguage, carrier: "link", scope: .site, category: .tdm, value: .unknown, quote: quote,
            dropped: "the terms were not read")
    }

    private static func declared(_ page: PageInput) -> Int? {
        (page.page.links + page.page.anchors.suffix(mostLinks)).map(Int.init).first { node in
            guard let rel = page.page.attribute(.rel, of: node) else { return false }
            return page.page.hasToken(rel, "terms-of-service") && page.page.has(.href, of: node)
        }
    }
}

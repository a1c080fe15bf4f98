internal import Extraction
internal import Markup
internal import Provenance

/// Finds the link of a page to terms, which may reserve anything and were not read.
enum TermsLink {
    /// Links looked at, from the end of the page, where terms are linked.
    private static let mostLinks = 60

    /// A note without effect; nil if the page links to no terms.
    static func find(_ page: PageInput, _ table: ReservationTable) -> Signal? {
        guard let node = declared(page) ?? linked(page, table), let href = page.page.attribute(.href, of: node) else {
            return nil
        }
        // Two pages of three have one, so that it is kept short: the reference as written, at the place of its tag.
        let quote = Quote(
            page.page.bytes(href), in: page.space == .payload ? .payload : .utf8, at: Int(page.page.nodes[node].offset))
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

    private static func linked(_ page: PageInput, _ table: ReservationTable) -> Int? {
        page.page.anchors.suffix(mostLinks).reversed().map(Int.init).first { node in
            guard page.blocks?.label(of: node) != .main, let href = page.page.attribute(.href, of: node) else {
                return false
            }
            return table.isLegal(
                path: page.page.bytes(href).prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
        }
    }
}

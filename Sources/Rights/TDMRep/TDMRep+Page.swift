public import Markup

extension TDMRep {
    /// What the meta elements of a page say. They cover the page's own markup, and no file it links to or shows.
    public static func meta(in page: PageReading) -> TDMReservation {
        TDMReservation(reservations: values("tdm-reservation", page), policies: values("tdm-policy", page))
    }

    private static func values(_ name: StaticString, _ page: PageReading) -> [String] {
        page.metas.compactMap { index in
            let node = Int(index)
            guard let range = page.attribute(.name, of: node) ?? page.attribute(.property, of: node),
                page.equals(page.trimmed(range), ignoringCase: name)
            else { return nil }
            return page.value(.content, of: node)
        }
    }
}

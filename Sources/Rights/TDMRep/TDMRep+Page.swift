public import Markup

extension TDMRep {
    /// What the meta elements of a page say. They cover the page's own markup, and no file it links to or shows.
    public static func meta(in page: PageReading) -> TDMReservation {
        let reservations = values("tdm-reservation", page).filter { counts($0.content, of: $0.node, page) }
        return TDMReservation(
            reservations: reservations.map(\.content), policies: values("tdm-policy", page).map(\.content))
    }

    /// Whether a reservation of a meta element is heard. What frees must be named as the protocol has it and stand in the head: anybody may write into a body, a
    /// reader's comment among them. Pages without a head of their own have their metas at the top.
    static func counts(_ content: String, of node: Int, _ page: PageReading) -> Bool {
        let parent = Int(page.nodes[node].parent)
        if ByteText.trimmed(content) != "0" { return true }
        guard page.has(.name, of: node) || page.has(.property, of: node) else { return false }
        return page.nodes[node].inHead || parent < 0 || page.nodes[parent].tag == .html
    }

    private static func values(_ name: StaticString, _ page: PageReading) -> [(content: String, node: Int)] {
        page.metas.compactMap { index in
            let node = Int(index)
            guard let range = page.attribute(.name, of: node) ?? page.attribute(.property, of: node),
                page.equals(page.trimmed(range), ignoringCase: name)
            else { return nil }
            return page.value(.content, of: node).map { ($0, node) }
        }
    }
}

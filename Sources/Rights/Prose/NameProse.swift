internal import Markup
internal import Provenance

/// Reads what a page says of text and data mining where it names and describes itself: its title, its descriptions, and the
/// titles and labels of elements.
///
/// A title may be a headline about reservations: it must say whose text it means, or say no and nothing else. Whether a label
/// speaks for the page nobody can tell. What they reserve holds, and what they grant is nothing.
enum NameProse {
    /// The first reservation; nil if there is none.
    static func signal(_ page: PageInput, _ table: ReservationTable) -> Signal? {
        (title(page, table) ?? description(page, table) ?? label(page, table)).map(UnseenProse.held)
    }

    private static func title(_ page: PageInput, _ table: ReservationTable) -> Quote? {
        guard page.page.titleNode >= 0, let title = page.page.title.map({ Array($0.utf8) }),
            reserves(title, title.indices, table)
        else { return nil }
        return page.quote(Int(page.page.titleNode))
    }

    private static let names = ["description", "og:description", "twitter:description", "og:title"]

    /// Whether a name is one of those, in any case: told from its last letters, as most names are others.
    private static func isDescription(_ name: ArraySlice<UInt8>) -> Bool {
        guard let last = name.last, last | 0x20 == UInt8(ascii: "n") || last | 0x20 == UInt8(ascii: "e") else {
            return false
        }
        return names.contains { $0.utf8.count == name.count && ByteText.equals(name, $0) }
    }

    private static func description(_ page: PageInput, _ table: ReservationTable) -> Quote? {
        for node in page.page.metas {
            guard
                let name = page.page.attribute(.name, of: Int(node)) ?? page.page.attribute(.property, of: Int(node)),
                isDescription(page.page.bytes(page.page.trimmed(name))),
                let content = page.page.attribute(.content, of: Int(node)),
                reserves(page.page.buffer, content, table)
            else { continue }
            return page.quote(Int(node))
        }
        return nil
    }

    /// Of attributes of all elements, those that are shown or read out beside the text.
    private static func label(_ page: PageInput, _ table: ReservationTable) -> Quote? {
        for attribute in page.page.attributes where attribute.name == .title || attribute.name == .ariaLabel {
            guard reserves(page.page.buffer, attribute.value, table) else { continue }
            let node = page.page.nodes.indices.first { index in
                page.page.attributes(of: index).contains { $0.value == attribute.value }
            }
            return node.map { page.quote($0) }
        }
        return nil
    }

    private static func reserves(_ bytes: [UInt8], _ place: Range<Int>, _ table: ReservationTable) -> Bool {
        place.count <= UnseenProse.longest && UnseenProse.reserves(bytes, place, table, allowsBare: false)
    }
}

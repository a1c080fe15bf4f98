internal import Markup
internal import Provenance

/// Licences and free access that microdata states.
///
/// Source: HTML Standard, section 5, read 2026-11-23. A property belongs to the nearest item round its element.
enum Microdata {
    /// One value of a property.
    struct Property {
        let node: Int
        let value: String
        /// Type names without prefix.
        let types: [String]
        /// The item that has the property; -1 if there is none.
        let item: Int
        /// The item is no part of another one that is no page.
        let isTopLevel: Bool
    }

    /// The values of the properties of a name, in the order of the page.
    static func properties(_ name: String, _ page: PageInput) -> [Property] {
        page.page.microdata.compactMap { index -> Property? in
            guard let names = page.page.attribute(.itemprop, of: Int(index)),
                page.page.tokens(names).contains(where: { $0.count >= name.utf8.count && local($0, page) == name })
            else { return nil }
            return property(of: Int(index), page)
        }
    }

    private static func local(_ token: Range<Int>, _ page: PageInput) -> String {
        JSONLD.local(page.page.string(token))
    }

    /// What an element with a property says; nil for one that is in a template.
    static func property(of node: Int, _ page: PageInput) -> Property? {
        guard !page.page.nodes[node].inTemplate else { return nil }
        let item = item(around: node, page)
        return Property(
            node: node, value: value(node, page), types: types(item, page), item: item,
            isTopLevel: isTopLevel(item, page))
    }

    static func readLicences(_ page: PageInput, into draft: inout ReadingDraft) {
        for property in properties("license", page) where !property.value.isEmpty {
            let (url, named) = page.licence(property.value)
            var candidate = LicenceCandidate(
                url, named: named, carrier: .microdata, node: property.node, quote: page.quote(property.node),
                rank: .declared)
            if let type = property.types.first { candidate.subject = type }
            if !isPage(property, page) { candidate.dropAsThing(of: property.types) }
            LicenceScope.doubt(&candidate, page)
            draft.licences.append(candidate)
        }
    }

    /// Whether the item is the page or its text.
    static func isPage(_ property: Property, _ page: PageInput) -> Bool {
        guard property.isTopLevel, WorkType.isText(property.types) else { return false }
        guard let id = page.page.value(.itemid, of: property.item) else { return true }
        return page.isThisPage(id)
    }

    private static func item(around node: Int, _ page: PageInput) -> Int {
        var at = Int(page.page.nodes[node].parent)
        while at >= 0, !page.page.has(.itemscope, of: at) { at = Int(page.page.nodes[at].parent) }
        return at
    }

    private static func isTopLevel(_ item: Int, _ page: PageInput) -> Bool {
        guard item >= 0, let property = page.page.value(.itemprop, of: item) else { return true }
        return ["mainEntity", "mainEntityOfPage"].contains(JSONLD.local(property))
    }

    private static func types(_ item: Int, _ page: PageInput) -> [String] {
        guard item >= 0, let types = page.page.value(.itemtype, of: item) else { return [] }
        return types.split(whereSeparator: \.isWhitespace).map { WorkType.local(String($0)) }
    }

    private static func value(_ node: Int, _ page: PageInput) -> String {
        for name in [AttributeName.content, .href, .src] {
            if let value = page.page.value(name, of: node) { return ByteText.trimmed(value) }
        }
        return ByteText.string(ByteText.trimmed(page.text(of: node)[...]))
    }
}

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

    /// What a property says under each of its names.
    static func told(_ names: Range<Int>, by property: Property, _ page: PageInput) -> [DescribedWork.Property] {
        let node = property.node
        let types = page.page.has(.itemscope, of: node) ? types(node, page) : []
        return page.page.tokens(names).map { token in
            DescribedWork.Property(name: local(token, page), text: String(property.value.prefix(400)), types: types)
        }
    }

    static func readLicences(_ page: PageInput, into draft: inout ReadingDraft) {
        for property in properties("license", page)
        where !property.value.isEmpty && draft.licences.count < LicenceScope.most {
            let (url, named) = page.licence(property.value)
            var candidate = LicenceCandidate(
                url, named: named, carrier: .microdata, node: property.node, quote: page.quote(property.node),
                rank: .declared)
            if let type = property.types.first { candidate.subject = type }
            page.items.judge(&candidate, of: property, page)
            candidate.doubt(worded: StatedValue.fault(in: property.value, named, page))
            LicenceScope.doubt(&candidate, page)
            let item = property.item < 0 ? property.node : property.item
            LicenceScope.doubtUntied(&candidate, item..<max(Int(page.page.nodes[item].end), item + 1), page)
            draft.licences.append(candidate)
        }
    }

    /// Whether the item may be the page or its text.
    static func isPage(_ property: Property, _ page: PageInput) -> Bool {
        guard property.isTopLevel, WorkType.mayBeText(property.types) else { return false }
        guard let id = page.page.value(.itemid, of: property.item) else { return true }
        return page.isThisPage(id)
    }

    /// The types of the thing that a link stands in, if it is one that has licences of its own; nil if it is the page or
    /// a frame of it.
    ///
    /// Source: HTML Standard, 5.2.5: what stands in an item is said of it, where it is a property.
    static func thing(around node: Int, _ page: PageInput) -> [String]? {
        guard !page.page.microdata.isEmpty else { return nil }
        let names = page.page.attribute(.itemprop, of: node).map { page.page.tokens($0).map { local($0, page) } } ?? []
        var item = item(around: node, page)
        if names.contains("license"), item >= 0, !WorkType.isText(types(item, page)) { return types(item, page) }
        while item >= 0 {
            let types = types(item, page)
            if types.contains(where: { !WorkType.text.contains($0) && !WorkType.frames.contains($0) }) { return types }
            item = Self.item(around: item, page)
        }
        return nil
    }

    /// The type of the text of others that a node stands in; nil if it stands in none, or in a page of several texts.
    static func textOfOthers(around node: Int, _ page: PageInput) -> String? {
        guard !page.page.microdata.isEmpty else { return nil }
        var item = item(around: node, page)
        while item >= 0 {
            let type = types(item, page).first { WorkType.ofOthers.contains($0) && !$0.hasSuffix("age") }
            if let type { return type }
            item = Self.item(around: item, page)
        }
        return nil
    }

    static func item(around node: Int, _ page: PageInput) -> Int {
        var at = Int(page.page.nodes[node].parent)
        while at >= 0, !page.page.has(.itemscope, of: at) { at = Int(page.page.nodes[at].parent) }
        return at
    }

    static func isTopLevel(_ item: Int, _ page: PageInput) -> Bool {
        guard item >= 0, let property = page.page.value(.itemprop, of: item) else { return true }
        return ["mainEntity", "mainEntityOfPage"].contains(JSONLD.local(property))
    }

    static func types(_ item: Int, _ page: PageInput) -> [String] {
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

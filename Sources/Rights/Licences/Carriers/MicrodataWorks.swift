internal import Markup

/// The texts that the microdata of a page describes at its top, and which of them is the page's own.
struct MicrodataWorks {
    /// Texts looked at; a page of more has no text of its own.
    private static let limit = 16

    /// What the items call themselves, by item.
    private var names: [Int: [String]] = [:]
    /// The items at the top that are texts and no pages, in order.
    private var texts: [Int] = []
    /// What is said of each item.
    private var properties: [Int: [DescribedWork.Property]] = [:]
    /// What speaks against each item that has a licence: asked once, an item may have many.
    private var faults: [Int: String?] = [:]
    /// The same for links in an item that are no properties of it.
    private var faultsOfLinks: [Int: String?] = [:]

    init(_ page: PageInput) {
        for name in ["url", "mainEntityOfPage"] {
            for property in Microdata.properties(name, page)
            where !property.value.isEmpty && !property.value.hasPrefix("#") {
                names[property.item, default: []].append(property.value)
            }
        }
        for index in page.page.microdata {
            guard let names = page.page.attribute(.itemprop, of: Int(index)),
                let property = Microdata.property(of: Int(index), page)
            else { continue }
            properties[property.item, default: []] += Microdata.told(names, by: property, page)
        }
        for index in page.page.microdata where texts.count <= Self.limit && Self.isText(Int(index), page) {
            texts.append(Int(index))
        }
    }

    /// Drops a licence of what is not the page or its one text.
    mutating func judge(_ candidate: inout LicenceCandidate, of property: Microdata.Property, _ page: PageInput) {
        let names = names[property.item] ?? []
        let isNamed = !names.isEmpty || page.page.has(.itemid, of: max(property.item, 0))
        guard Microdata.isPage(property, page), WorkType.isText(property.types),
            names.isEmpty || names.contains(where: page.isThisPage)
        else { return candidate.dropAsThing(of: property.types) }
        if !isNamed, texts.contains(where: { !Self.isAround($0, property.item, page) }) {
            candidate.drop(.part, "one of several works, and nothing says that it is the page's")
        }
        guard candidate.dropped.isEmpty else { return }
        candidate.doubt(described: fault(of: property, isTied: isNamed, page))
    }

    /// What is said of the item round a link, against its being the text of the page and open to all; nil if nothing is, or it
    /// stands in no item that is a text.
    mutating func fault(round node: Int, _ named: NamedLicence, _ page: PageInput) -> String? {
        var item = Microdata.item(around: node, page)
        while item >= 0, !WorkType.isText(Microdata.types(item, page)) { item = Microdata.item(around: item, page) }
        guard item >= 0 else { return nil }
        if let known = faultsOfLinks[item] { return known }
        let work = DescribedWork(
            types: Microdata.types(item, page), properties: properties[item] ?? [], isTied: true, licences: [named])
        let fault = work.saidOfIt(page)
        faultsOfLinks[item] = .some(fault)
        return fault
    }

    private mutating func fault(of property: Microdata.Property, isTied: Bool, _ page: PageInput) -> String? {
        if let known = faults[property.item] { return known }
        let told = properties[property.item] ?? []
        let work = DescribedWork(
            types: property.types, properties: told, isTied: isTied,
            licences: Set(told.filter { $0.name == "license" }.map { page.licence($0.text).named }))
        let fault = work.fault(page)
        faults[property.item] = .some(fault)
        return fault
    }

    private static func isText(_ node: Int, _ page: PageInput) -> Bool {
        guard page.page.has(.itemscope, of: node), !page.page.nodes[node].inTemplate, Microdata.isTopLevel(node, page)
        else { return false }
        let types = Microdata.types(node, page)
        return WorkType.isText(types) && !types.contains { $0.hasSuffix("age") }
    }

    /// Whether one item is the other, holds it, or stands in it.
    private static func isAround(_ one: Int, _ other: Int, _ page: PageInput) -> Bool {
        let nodes = page.page.nodes
        return one <= other && other < max(Int(nodes[one].end), one + 1)
            || other <= one && one < max(Int(nodes[other].end), other + 1)
    }
}

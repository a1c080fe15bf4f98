internal import Canonical

/// What structured data say of a work besides its type: that it is another thing than the text of the page, or that it is
/// not free for everybody.
///
/// Source: schema.org of 2026-08-20, read 2026-11-30. Which properties and values tell that is `data` of
/// `config/signals/statements.yaml`.
struct DescribedWork {
    /// One property of it.
    struct Property {
        /// Without prefix.
        let name: String
        /// Empty for an object without a URL or a name.
        let text: String
        /// Types of an object, without prefix.
        var types: [String] = []
    }

    let types: [String]
    let properties: [Property]
    /// Whether it, or what holds it, names the page as its own.
    let isTied: Bool
    /// What its licences name.
    let licences: Set<NamedLicence>

    /// Why its licence cannot be taken for the page's; nil if nothing speaks against it.
    func fault(_ page: PageInput) -> String? {
        if let type = types.first(where: WorkType.ofOthers.contains) { return "it is a " + type }
        if !isTied, let type = types.first(where: WorkType.partial.contains), !isNamedAsPage(page) {
            return "a \(type), and nothing says that it is the page"
        }
        if let name = foreignName(page) { return "it is called: " + name }
        return properties.lazy.compactMap { fault($0, page) }.first
    }

    /// Characters of a description in which it says what it describes: `A photograph of …`.
    private static let opening = 40
    private static let names: Set<String> = ["name", "headline"]

    private func isNamedAsPage(_ page: PageInput) -> Bool {
        properties.contains { Self.names.contains($0.name) && page.ownNames.isTitleOrPart($0.text) }
    }

    /// A name that is not the page's: of something that the page is not said to be, or of a picture or the like.
    private func foreignName(_ page: PageInput) -> String? {
        let names = properties.filter { Self.names.contains($0.name) && !$0.text.isEmpty }.map(\.text)
        guard !names.isEmpty, !names.contains(where: page.ownNames.isTitleOrPart) else { return nil }
        return isTied ? names.first { Self.asset(in: $0) != nil } : names.first
    }

    /// What stands in an address behind the host.
    private static func path(_ address: String) -> Substring {
        guard let host = address.firstRange(of: "://")?.upperBound else { return address[...] }
        return address[host...].drop { $0 != "/" }
    }

    private static func asset(in text: String) -> String? {
        LicenceWords.words(text.prefix(400).utf8).first { LicenceVocabulary.assets.has($0) }.map { String($0) }
    }

    private func fault(_ property: Property, _ page: PageInput) -> String? {
        let (table, text) = (page.licences.statements.data, ByteText.trimmed(property.text))
        func told() -> String { property.name + ": " + text.prefix(80) }
        switch property.name {
        case "encodingFormat", "fileFormat": return table.isText(format: text) ? nil : told()
        case "additionalType":
            return WorkType.text.contains(WorkType.local(text)) ? nil : told()
        case "genre", "creditText", "learningResourceType": return Self.asset(in: text).map { _ in told() }
        case "@id":
            guard let mark = text.firstIndex(of: "#") else { return nil }
            return table.isThing(text[mark...]) ? told() : nil
        case "contentUrl", "embedUrl": return page.isThisPage(text) ? nil : told()
        case "isPartOf":
            return property.types.allSatisfy(WorkType.mayHold) && !table.isThing(Self.path(text)) ? nil : told()
        case "mainEntity": return property.types.contains(where: WorkType.shown.contains) ? told() : nil
        case "description", "alternateName", "alternativeHeadline":
            return isTied ? nil : Self.asset(in: String(text.prefix(Self.opening))).map { _ in told() }
        case "creativeWorkStatus": return table.isDone(status: text) ? nil : told()
        case "conditionsOfAccess", "isAccessibleForFree":
            return Paywall.flag(text) == true || table.isOpen(access: text) ? nil : told()
        case "usageInfo", "acquireLicensePage":
            let named = page.licence(text).named
            return named.isKnown && licences.contains(named) ? nil : told()
        case "copyrightNotice": return page.licences.statements.forbids(Array(text.utf8)[...]) ? told() : nil
        case "rights", "dc:rights", "dcterms:rights":
            return page.licences.statements.reserves(text) || page.licences.statements.forbids(Array(text.utf8)[...])
                ? told() : nil
        case let name: return table.things.contains(name) || table.limits.contains(name) ? told() : nil
        }
    }
}

extension DescribedWork {
    /// - Parameter licences: What the node's licences name.
    init(_ node: JSONLD.Node, isTied: Bool, licences: Set<NamedLicence>) {
        let properties = (node.value.members ?? []).flatMap { member in
            (member.value.array ?? [member.value]).map { value in
                Property(name: JSONLD.local(member.key), text: Self.text(value), types: JSONLD.types(value))
            }
        }
        self.init(types: node.types, properties: properties, isTied: isTied, licences: licences)
    }

    private static func text(_ value: JSONValue) -> String {
        if let bool = value.bool { return bool ? "true" : "false" }
        if let number = value.integer { return String(number) }
        return JSONLD.text(value) ?? value["name"]?.string ?? ""
    }
}

internal import Canonical
internal import Provenance

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
        return saidOfIt(page)
    }

    /// What a property says against its being the text of the page and open to all; nil if none does.
    func saidOfIt(_ page: PageInput) -> String? {
        if let mode = closedMode { return "accessMode: " + mode }
        let table = page.licences.statements.holders
        let keys = properties.map { HolderTable.key($0.name) }
        let own = zip(keys, properties).filter { table.own.contains($0.0) }.map(\.1.text)
        // Its own people are looked up for the first property that names any.
        var (holders, count): (ForeignHolder?, Int) = (nil, 0)
        for (key, property) in zip(keys, properties) {
            if let fault = fault(property, page) { return fault }
            guard table.holders.contains(key) || table.notices.contains(key) else { continue }
            count += 1
            guard count <= Self.most else { return "more holders than are read" }
            let known = holders ?? ForeignHolder(page, beside: Array(own.prefix(Self.most)))
            holders = known
            let isForeign =
                table.holders.contains(key)
                ? known.isForeign(holder: property.text) : known.isForeign(notice: property.text)
            if isForeign { return property.name + ": " + property.text.prefix(80) }
        }
        return nil
    }

    /// How it is taken in, where it is not read.
    private var closedMode: String? {
        let modes = properties.filter { $0.name == "accessMode" }.map { ByteText.lowercased($0.text) }
        return modes.contains { $0.contains("text") } ? nil : modes.first
    }

    /// Holders and people of one work that are looked at.
    private static let most = 64
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
            let isElsewhere =
                text.contains("://") && property.types.contains(where: WorkType.sites.contains)
                && !ForeignHolder(page).isOwnSite(text)
            return property.types.allSatisfy(WorkType.mayHold) && !table.isThing(Self.path(text)) && !isElsewhere
                ? nil : told()
        case "mainEntity": return property.types.contains(where: WorkType.shown.contains) ? told() : nil
        case "description" where page.licences.statements.reserves(text),
            "abstract" where page.licences.statements.reserves(text):
            return told()
        // A price that is not told is one.
        case "offers": return text.isEmpty || text.contains { ("1"..."9").contains($0) } ? told() : nil
        case "potentialAction": return property.types.contains("BuyAction") ? told() : nil
        case "audience":
            return LicenceWords.words(text.utf8).contains {
                page.licences.statements.holders.closed.contains(String($0))
            } ? told() : nil
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
        case let name:
            return table.things.contains(name) || table.limits.contains(name) ? told() : other(property, page)
        }
    }

    /// Properties of other vocabularies and of nobody's that tell who may have it, or more of its licence.
    private func other(_ property: Property, _ page: PageInput) -> String? {
        let (key, text) = (HolderTable.key(property.name), ByteText.trimmed(property.text))
        let isClosed =
            page.licences.statements.holders.access.contains(key)
            && !(AccessRight.read(text)?.value == .allow || page.licences.statements.data.isOpen(access: text))
        if isClosed { return property.name + ": " + text.prefix(80) }
        guard key.hasPrefix("licen"), !RDFa.licenceNames.contains(property.name) else {
            return nil
        }
        let named = page.licence(text).named
        return named.isKnown && licences.contains(named) ? nil : property.name + ": " + text.prefix(80)
    }
}

extension DescribedWork {
    /// - Parameter licences: What the node's licences name.
    init(_ node: JSONLD.Node, isTied: Bool, licences: Set<NamedLicence>) {
        let properties = (node.value.members ?? []).flatMap { member in
            (member.value.array ?? [member.value]).map { value in
                let name = JSONLD.local(member.key)
                return Property(name: name, text: Self.text(value, of: name), types: JSONLD.types(value))
            }
        }
        self.init(types: node.types, properties: properties, isTied: isTied, licences: licences)
    }

    private static func text(_ value: JSONValue, of property: String) -> String {
        switch property {
        case "offers":
            return ["price", "lowPrice", "highPrice", "priceSpecification"]
                .compactMap { value[$0].map { ByteText.string($0.canonicalBytes[...]) } }.joined(separator: " ")
        case "audience": return value["audienceType"]?.string ?? value["name"]?.string ?? value.string ?? ""
        case "isPartOf", "mainEntity", "license", "url", "usageInfo", "acquireLicensePage", "contentUrl", "embedUrl",
            "additionalType", "encodingFormat", "fileFormat":
            return text(value)
        // Whom a value names is told by a name, where it has one.
        default: return named(value) ?? text(value)
        }
    }

    private static func named(_ value: JSONValue) -> String? {
        if let name = value["name"]?.string ?? value["legalName"]?.string, !name.isEmpty { return name }
        let parts = ["givenName", "familyName"].compactMap { value[$0]?.string }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private static func text(_ value: JSONValue) -> String {
        if let bool = value.bool { return bool ? "true" : "false" }
        if let number = value.integer { return String(number) }
        return JSONLD.text(value) ?? value["name"]?.string ?? ""
    }
}

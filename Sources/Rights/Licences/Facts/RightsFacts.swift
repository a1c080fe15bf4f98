internal import Canonical
internal import Markup
internal import Provenance

/// Reads what structured data says of rights, and records it with its meaning.
enum RightsFacts {
    /// Statements kept of one page.
    static let limit = 32

    /// Every fact of a page, in the order of carriers: JSON-LD, microdata, RDFa.
    static func all(_ page: PageInput) -> [RightsFact] { jsonLD(page) + microdata(page) + rdfa(page) }

    /// Records all but licences and access, which have readers of their own.
    ///
    /// - Returns: All of them.
    static func read(_ page: PageInput, into draft: inout ReadingDraft) -> [RightsFact] {
        guard !page.documents.isEmpty || !page.page.microdata.isEmpty || !page.page.rdfa.isEmpty else { return [] }
        var seen: Set<RightsFact> = []
        let all = all(page)
        for fact in all {
            guard let meaning = RightsFact.meanings[fact.property], !meaning.isEmpty, seen.count < limit,
                seen.insert(fact).inserted
            else { continue }
            draft.add(signal(fact, meaning, page))
        }
        return all
    }

    private static func signal(_ fact: RightsFact, _ meaning: String, _ page: PageInput) -> Signal {
        let isScript = fact.carrier == .jsonLD
        return Signal(
            .licencePage, carrier: fact.carrier.rawValue, scope: fact.isPage ? .document : .asset,
            subject: fact.types.first ?? "", category: fact.property == "conditionsOfAccess" ? .access : .licence,
            value: .unknown, conditions: [fact.property, String(text(fact.value).prefix(240))],
            quote: isScript ? page.quote(script: fact.node, from: "\"" + fact.property + "\"") : page.quote(fact.node),
            notes: ["meaning=" + meaning], dropped: "no statement of a licence for the text")
    }

    private static func text(_ value: JSONValue) -> String {
        JSONLD.text(value) ?? value["name"]?.string ?? String(decoding: value.canonicalBytes, as: UTF8.self)
    }

    private static func jsonLD(_ page: PageInput) -> [RightsFact] {
        page.documents.flatMap { script -> [RightsFact] in
            script.nodes.flatMap { node in facts(node, script.node, page) }
        }
    }

    private static func facts(_ node: JSONLD.Node, _ script: Int, _ page: PageInput) -> [RightsFact] {
        let members = (node.value.members ?? []).map { (name: JSONLD.local($0.key), value: $0.value) }
            .filter { RightsFact.isFact($0.name) }
        guard !members.isEmpty else { return [] }
        // Once a node: an object may hold as many of them as its script is long.
        let isPage = JSONLDLicences.isPage(node, page)
        return members.flatMap { member in
            (member.value.array ?? [member.value]).map { value in
                RightsFact(
                    property: member.name, value: value, carrier: .jsonLD, types: node.types, isPage: isPage,
                    node: script)
            }
        }
    }

    private static func microdata(_ page: PageInput) -> [RightsFact] {
        page.page.microdata.flatMap { index -> [RightsFact] in
            let node = Int(index)
            guard let range = page.page.attribute(.itemprop, of: node) else { return [] }
            let names = names(range, page)
            guard !names.isEmpty, let property = Microdata.property(of: node, page) else { return [] }
            let isPage = Microdata.isPage(property, page)
            return names.map { name in
                RightsFact(
                    property: name, value: .string(property.value), carrier: .microdata, types: property.types,
                    isPage: isPage, node: node)
            }
        }
    }

    private static func rdfa(_ page: PageInput) -> [RightsFact] {
        page.page.rdfa.flatMap { index -> [RightsFact] in
            let node = Int(index)
            guard !page.page.nodes[node].inTemplate, let range = page.page.attribute(.property, of: node) else {
                return []
            }
            return names(range, page).map { name in
                let subject = RDFa.subject(of: node, page)
                let type: [String] = if case .other(let name) = subject { [name] } else { [] }
                // Words in an attribute are no address, whatever an address would be made of them.
                let value = page.page.value(.content, of: node) ?? RDFaLicences.target(node, page)?.url ?? ""
                return RightsFact(
                    property: name, value: .string(value), carrier: .rdfa, types: type,
                    isPage: type.isEmpty, node: node)
            }
        }
    }

    /// The properties among the names of an attribute that say something of rights, told from their first letter where they
    /// are of another kind.
    private static func names(_ range: Range<Int>, _ page: PageInput) -> [String] {
        page.page.tokens(range).compactMap { token in
            guard token.count >= 7, let last = page.page.bytes(token).last, "eeodstsrn".utf8.contains(last) else {
                return nil
            }
            let written = page.page.string(token)
            let name = dublinCore(written) ?? JSONLD.local(written)
            return RightsFact.isFact(name) ? name : nil
        }
    }

    /// The name of a property of Dublin Core, by its usual prefixes; nil of any other.
    private static func dublinCore(_ name: String) -> String? {
        guard name.utf8.first == UInt8(ascii: "d") || name.utf8.first == UInt8(ascii: "h") else { return nil }
        let prefix = ["dc:", "dct:", "dcterms:", "http://purl.org/dc/terms/", "http://purl.org/dc/elements/1.1/"]
            .first(where: name.hasPrefix)
        return prefix.map { String(name.dropFirst($0.utf8.count)) }
    }
}

internal import Markup
internal import Provenance

/// Licences that RDFa states on elements other than `link`, `a` and `area` with `rel=license`.
enum RDFaLicences {
    static func read(_ page: PageInput, into draft: inout ReadingDraft) {
        for index in page.page.rdfa {
            let node = Int(index)
            guard !page.page.nodes[node].inTemplate, let range = page.page.attribute(.property, of: node),
                mayState(page.page.bytes(range))
            else { continue }
            let property = page.page.string(range)
            if property.split(separator: " ").contains("cc:attributionName"), draft.attribution.isEmpty {
                draft.attribution = ByteText.string(ByteText.trimmed(page.text(of: node)[...]))
            }
            // A link with both is read by its rel; a meta by its property.
            guard RDFa.namesLicence(property), page.page.nodes[node].tag != .meta, !hasLicenceRel(node, page),
                let target = target(node, page)
            else { continue }
            var candidate = LicenceCandidate(
                target.url, named: target.named, carrier: .rdfa, node: node, quote: page.quote(node),
                rank: .body)
            LicenceScope.apply(RDFa.subject(of: node, page), to: &candidate)
            LicenceScope.doubt(&candidate, page)
            draft.licences.append(candidate)
        }
    }

    /// Most properties are a meta's of other vocabularies, and are not made into text.
    private static func mayState(_ property: ArraySlice<UInt8>) -> Bool {
        ByteText.contains(property, "licen") || ByteText.contains(property, "cc:attributionname")
    }

    /// The type a ccREL block gives its work (`dct:type` = StillImage …) by the element that holds the block.
    static func workTypes(_ page: PageInput) -> [Int: String] {
        var types: [Int: String] = [:]
        for index in page.page.rdfa {
            let node = Int(index)
            guard let range = page.page.attribute(.rel, of: node), ByteText.contains(page.page.bytes(range), ":type"),
                let rel = page.page.value(.rel, of: node), let href = page.page.value(.href, of: node),
                rel.split(separator: " ").contains(where: { ["dct:type", "dc:type", "dcterms:type"].contains($0) }),
                let kind = href.split(separator: "/").last, href.contains("dcmitype")
            else { continue }
            types[Int(page.page.nodes[node].parent)] = String(kind)
        }
        return types
    }

    private static func hasLicenceRel(_ node: Int, _ page: PageInput) -> Bool {
        page.page.value(.rel, of: node).map(RDFa.namesLicence) ?? false
    }

    /// What the statement on an element points at, or its text.
    static func target(_ node: Int, _ page: PageInput) -> (url: String, named: NamedLicence)? {
        for name in [AttributeName.resource, .href, .content, .src] {
            if let value = page.page.value(name, of: node) {
                let direct = page.licences.named(url: value)
                return direct == .unknown ? page.relativeLicence(value) : (value, direct)
            }
        }
        let text = ByteText.string(ByteText.trimmed(page.text(of: node)[...]))
        return text.isEmpty ? nil : (text, page.licences.named(value: text))
    }
}

internal import Markup
internal import Provenance

/// Licences that RDFa states on elements other than `link`, `a` and `area` with `rel=license`.
enum RDFaLicences {
    static func read(_ page: PageInput, into draft: inout ReadingDraft) {
        for index in page.page.rdfa where draft.licences.count < LicenceScope.most {
            let node = Int(index)
            guard !page.page.nodes[node].inTemplate, let property = page.page.attribute(.property, of: node) else {
                continue
            }
            if draft.attribution.isEmpty, names(attribution: property, page) {
                draft.attribution = ByteText.string(ByteText.trimmed(page.text(of: node)[...]))
            }
            // A link with both is read by its rel; a meta by its property.
            guard RDFa.namesLicence(.property, of: node, page.page), page.page.nodes[node].tag != .meta,
                !RDFa.namesLicence(.rel, of: node, page.page), let target = target(node, page)
            else { continue }
            var candidate = LicenceCandidate(
                target.url, named: target.named, carrier: .rdfa, node: node, quote: page.quote(node),
                rank: .body)
            LicenceScope.apply(RDFa.subject(of: node, page), to: &candidate)
            LicenceScope.doubt(&candidate, page)
            LicenceScope.doubtDescribed(&candidate, page)
            candidate.doubt(worded: StatedValue.fault(in: target.url, target.named, page))
            draft.licences.append(candidate)
        }
    }

    private static func names(attribution property: Range<Int>, _ page: PageInput) -> Bool {
        // Most properties are a meta's of other vocabularies, and are not made into text.
        ByteText.contains(page.page.bytes(property), "cc:attributionname")
            && page.page.string(property).split(separator: " ").contains("cc:attributionName")
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

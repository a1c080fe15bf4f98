internal import Canonical
internal import Provenance

/// Licences that JSON-LD states.
///
/// `sdLicense` licenses the structured data alone and `acquireLicensePage` sells: ``RightsFacts`` records them.
enum JSONLDLicences {
    static func read(_ page: PageInput, into draft: inout ReadingDraft) {
        for script in page.documents {
            UnreadJSONLD.read(script, page, into: &draft)
            for node in script.nodes { read(node, script.node, page, &draft) }
        }
    }

    /// Whether a node speaks of this page and no other resource.
    static func isPage(_ node: JSONLD.Node, _ page: PageInput) -> Bool {
        guard node.isTopLevel, WorkType.isText(node.types) else { return false }
        let names = ["url", "mainEntityOfPage", "@id"].flatMap { JSONLD.values($0, of: node.value) }
            .compactMap(JSONLD.text).filter { $0.contains("/") || $0.hasPrefix("#") || $0.isEmpty }
        return names.isEmpty || names.contains(where: page.isThisPage)
    }

    private static func read(_ node: JSONLD.Node, _ script: Int, _ page: PageInput, _ draft: inout ReadingDraft) {
        let isPage = isPage(node, page)
        if isPage { credit(node, &draft) }
        for value in JSONLD.licences(of: node.value) {
            guard let text = JSONLD.text(value), !text.isEmpty else { continue }
            let (url, named) = page.licence(text)
            var candidate = LicenceCandidate(
                url, named: named, carrier: .jsonLD, node: script,
                quote: page.quote(script: script, from: "\"license\""),
                rank: .declared)
            if let type = node.types.first { candidate.subject = type }
            if isPage {
                candidate.notes = ["subject=" + candidate.subject]
            } else {
                candidate.dropAsThing(of: node.types)
            }
            draft.licences.append(candidate)
        }
    }

    private static func credit(_ node: JSONLD.Node, _ draft: inout ReadingDraft) {
        for property in ["creditText", "author", "creator", "copyrightHolder"] where draft.attribution.isEmpty {
            let names = JSONLD.values(property, of: node.value).compactMap { $0.string ?? $0["name"]?.string }
            draft.attribution = names.joined(separator: ", ")
        }
    }
}

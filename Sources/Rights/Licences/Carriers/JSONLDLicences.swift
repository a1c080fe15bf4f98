internal import Canonical
internal import Markup
internal import Provenance

/// Licences that JSON-LD states.
///
/// `sdLicense` licenses the structured data alone and `acquireLicensePage` sells: ``RightsFacts`` records them.
enum JSONLDLicences {
    static func read(_ page: PageInput, into draft: inout ReadingDraft) {
        var works: JSONLDWorks?
        for script in page.documents {
            UnreadJSONLD.read(script, page, into: &draft)
            for node in script.nodes {
                if draft.attribution.isEmpty, isPage(node, page) { credit(node, &draft) }
                read(node, script.node, &works, page, &draft)
            }
        }
    }

    /// Whether a node may speak of this page and names no other resource.
    ///
    /// What licenses the page must also be a text and be alone in it: ``JSONLDWorks``.
    static func isPage(_ node: JSONLD.Node, _ page: PageInput) -> Bool {
        guard node.isTopLevel, WorkType.mayBeText(node.types) else { return false }
        let names = ["url", "mainEntityOfPage", "@id"].flatMap { JSONLD.values($0, of: node.value) }
            .compactMap(JSONLD.text).filter { $0.contains("/") || $0.hasPrefix("#") || $0.isEmpty }
        return names.isEmpty || names.contains(where: page.isThisPage)
    }

    /// - Parameter works: The works of the page, looked up for the first licence.
    private static func read(
        _ node: JSONLD.Node, _ script: Int, _ works: inout JSONLDWorks?, _ page: PageInput, _ draft: inout ReadingDraft
    ) {
        let values = JSONLD.licences(of: node.value)
        guard !values.isEmpty else { return }
        let known = works ?? JSONLDWorks(page)
        works = known
        // Once a node: an object may state as many licences as its script is long.
        let verdict = known.verdict(on: node, page)
        let isTied = known.isTied(node, page)
        let doubt = verdict == .page && !isTied ? place(of: script, page) : nil
        let stated = values.flatMap { Self.stated($0, page) }
        let work = DescribedWork(node, isTied: isTied, licences: Set(stated.map(\.named)))
        let fault = verdict == .page ? work.fault(page) : nil
        for (url, named, more) in stated {
            var candidate = LicenceCandidate(
                url, named: named, carrier: .jsonLD, node: script,
                quote: page.quote(script: script, from: "\"license\""),
                rank: .declared)
            if let type = node.types.first { candidate.subject = type }
            JSONLDWorks.apply(verdict, to: &candidate, of: node.types)
            if verdict == .page { candidate.doubt(worded: more) }
            candidate.doubt(described: fault)
            doubt?(&candidate)
            draft.licences.append(candidate)
        }
    }

    /// What one value of a licence names, and why it says more than that; an object that names nothing is a licence of which
    /// nobody can tell which it is.
    private static func stated(_ value: JSONValue, _ page: PageInput) -> [(
        url: String, named: NamedLicence, more: String?
    )] {
        if let items = (value["@list"] ?? value["@set"])?.array, value.members?.count == 1 {
            return items.flatMap { stated($0, page) }
        }
        guard let members = value.members else {
            guard let text = value.string, !text.isEmpty else { return [] }
            let (url, named) = page.licence(text)
            return [(url, named, StatedValue.fault(in: text, named, page))]
        }
        guard !members.isEmpty else { return [] }
        let text = JSONLD.text(value) ?? ""
        let (url, named) = page.licence(text.isEmpty ? LicenceObject.name(value) : text)
        // One that names none is not doubted: it contradicts the others.
        return [(url, named, named.isKnown ? LicenceObject.fault(value, named, page) : nil)]
    }

    /// What stands in a figure or a quotation is said of that, and what stands amid the text of anything, unless it names
    /// the page.
    private static func place(of script: Int, _ page: PageInput) -> (inout LicenceCandidate) -> Void {
        var probe = LicenceCandidate(
            "", named: .unknown, carrier: .jsonLD, node: script, quote: page.quote(script), rank: .declared)
        probe.inHead = page.page.nodes[script].inHead
        LicenceScope.doubt(&probe, page)
        LicenceScope.doubtUntied(&probe, script..<script + 1, page)
        let placed = probe
        return { candidate in
            guard !placed.dropped.isEmpty, candidate.dropped.isEmpty else { return }
            candidate.drop(placed.kind, placed.dropped)
            candidate.isDoubtful = placed.isDoubtful
        }
    }

    private static func credit(_ node: JSONLD.Node, _ draft: inout ReadingDraft) {
        for property in ["creditText", "author", "creator", "copyrightHolder"] where draft.attribution.isEmpty {
            let names = JSONLD.values(property, of: node.value).compactMap { $0.string ?? $0["name"]?.string }
            draft.attribution = names.joined(separator: ", ")
        }
    }
}

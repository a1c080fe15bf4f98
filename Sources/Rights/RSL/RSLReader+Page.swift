internal import Extraction
internal import Markup
internal import Provenance

extension RSLReader {
    /// Documents that a page links to or holds (sections 4.6.1 and 4.6.2).
    static func readPage(_ page: PageInput, site: SiteEvidence, into draft: inout ReadingDraft) {
        let typed = RSLDiscovery.typedLinks(in: page.page)
        let links = typed.filter { RSLDiscovery.isLicence($0, page.page) }
        let scripts = RSLDiscovery.scripts(in: page.page)
        let oddities = RSLDiscovery.oddities(in: page.page, typed: typed) + metas(page)
        guard !links.isEmpty || !scripts.isEmpty || !oddities.isEmpty || !page.rawTerms.isEmpty else {
            return draft.set(.rslPage, page.absent)
        }
        var found = page.rawTerms.prefix(RSLDiscovery.limit).map { place in
            RSLStatement.Origin(source: .rslPage, carrier: "script", scope: .document).advertised(
                .invalid, "unreadable: in a script of another type",
                quote: Quote(page.source[place], in: page.quoteSpace, at: place.lowerBound))
        }
        for node in links.prefix(RSLDiscovery.limit) {
            let target = ByteText.trimmed(page.page.value(.href, of: node) ?? "")
            var origin = origin(of: node, "link", page)
            origin.subject = target
            found += linked(target, origin, page.quote(node), page.url, site)
        }
        for node in scripts.prefix(RSLDiscovery.limit) { found += inline(node, page) }
        for (node, target) in oddities.prefix(RSLDiscovery.limit) {
            var origin = origin(of: node, "\(page.page.nodes[node].tag)", page)
            (origin.subject, origin.grantsNothing) = (target, oddlyNamed)
            found += linked(target, origin, page.quote(node), page.url, site)
        }
        if max(links.count, scripts.count, oddities.count) > RSLDiscovery.limit {
            let origin = RSLStatement.Origin(source: .rslPage, carrier: "link", scope: .document)
            found.append(origin.advertised(.unknown, "too-many-documents", quote: .nothing))
        }
        draft.add(found, as: .rslPage)
        if ReadingDraft.state(of: found) == .absent { draft.set(.rslPage, page.absent) }
    }

    /// Meta elements by whose name terms are meant, with what they name.
    private static func metas(_ page: PageInput) -> [(node: Int, target: String)] {
        page.allMetas.filter { $0.name.utf8.first == UInt8(ascii: "r") }
            .filter { NearName.meant(by: $0.name.utf8, among: [.terms]) != nil && !$0.content.isEmpty }
            .map { ($0.node, $0.content) }
    }

    /// Why terms that are named in a way RSL does not know grant nothing.
    static let oddlyNamed = "named in a way that RSL does not know"

    /// A statement in the head speaks for the page, one elsewhere for the element it stands in: for the page only if
    /// that element holds main text, or nobody knows what it holds.
    private static func origin(of node: Int, _ carrier: String, _ page: PageInput) -> RSLStatement.Origin {
        var origin = RSLStatement.Origin(source: .rslPage, carrier: carrier, scope: .document)
        guard let element = RSLDiscovery.element(of: node, page.page) else { return origin }
        let holdsMain = page.blocks.map { blocks in
            !blocks.hasMain || blocks.labels[element..<Int(page.page.nodes[element].end)].contains(.main)
        }
        origin = RSLStatement.Origin(source: .rslPage, carrier: carrier, scope: .element)
        if holdsMain == false {
            if holdsThing(element, page) {
                origin.dropped = "inside \(page.page.nodes[element].tag)"
            } else {
                // A footer speaks for its site as its words do, and never grants what stands outside it.
                origin.grantsNothing = "inside \(page.page.nodes[element].tag)"
            }
        }
        return origin
    }

    /// Whether an element, or one it stands in, holds a thing of its own: a figure, an item of a list, a quotation.
    private static func holdsThing(_ element: Int, _ page: PageInput) -> Bool {
        var at = element
        while at >= 0 {
            switch page.page.nodes[at].tag {
            case .figure, .figcaption, .picture, .video, .audio, .li, .td, .article, .blockquote, .img: return true
            default: at = Int(page.page.nodes[at].parent)
            }
        }
        return false
    }

    private static func inline(_ node: Int, _ page: PageInput) -> [Signal] {
        var origin = origin(of: node, "script", page)
        do throws(RSLFault) {
            let (document, start) = try RSLDiscovery.document(inScript: node, page.page)
            origin.subject = document.contents[0].url
            let isElsewhere = document.finding(.aiTrain, url: page.url, by: .link).answer == .unlicensed
            if isElsewhere, !origin.subject.isEmpty { origin.grantsNothing = "speaks of another address" }
            return RSLStatement(
                document: document, url: page.url, association: .placement, origin: origin, space: page.quoteSpace,
                shift: start
            ).signals()
        } catch {
            return [origin.advertised(.invalid, "unreadable: " + error.reason, quote: page.quote(node))]
        }
    }
}

internal import Extraction
internal import Markup
internal import Provenance
internal import WebAddress

/// Decides of a licence statement whether it speaks for the text of the page or for something on it.
///
/// Every rule only takes candidates away or lowers them: what is not sure to speak for the page does not.
enum LicenceScope {
    /// Where the statement stands, which sets its rank and may drop it.
    ///
    /// - Parameter phrase: Of a name in running text, its bytes in the text of the node.
    static func place(_ candidate: inout LicenceCandidate, _ page: PageInput, phrase: Range<Int>? = nil) {
        let place = LicencePlace(of: candidate.node, page)
        candidate.inHead = page.page.nodes[candidate.node].inHead
        candidate.inFooter = place.isFooter
        if candidate.inHead {
            candidate.rank = .declared
            if place.isDoubtful { drop(&candidate, place) }
            return
        }
        candidate.rank = place.isFooter ? .footer : .body
        if place.otherSubject != nil {
            drop(&candidate, place)
        } else if candidate.carrier != .link {
            LicenceWords(round: candidate.node, phrase, page).judge(
                &candidate, isInList: place.isInList && !place.isFooter)
        }
    }

    /// Drops structured data in an element that is not shown or stands beside the text, or whose words deny it; they set no rank.
    static func doubt(_ candidate: inout LicenceCandidate, _ page: PageInput) {
        let place = LicencePlace(of: candidate.node, page)
        if place.isDoubtful { drop(&candidate, place) }
        switch page.page.nodes[candidate.node].tag {
        case .link, .meta: return
        default: LicenceWords(round: candidate.node, nil, page).judgeStructured(&candidate)
        }
    }

    private static func drop(_ candidate: inout LicenceCandidate, _ place: LicencePlace) {
        guard candidate.dropped.isEmpty, let reason = place.otherSubject else { return }
        candidate.drop(place.otherKind, reason)
        candidate.isDoubtful = place.isDoubtful
    }

    static func apply(_ subject: RDFa.Subject, to candidate: inout LicenceCandidate) {
        switch subject {
        case .unsaid: return
        case .page: if candidate.dropped.isEmpty, candidate.carrier != .bareAnchor { candidate.rank = .declared }
        case .other(let name):
            candidate.isDocument = false
            candidate.subject = name
            candidate.drop(.otherResource, "subject is another resource")
            candidate.carrier = .rdfa
        }
    }

    /// Rules that look at all statements together.
    static func judgeTogether(_ candidates: inout [LicenceCandidate], _ page: PageInput) {
        let units = Set(candidates.compactMap { $0.carrier == .bareAnchor || !$0.inHead ? $0.named.unit : nil })
        let isOwnHost = ["creativecommons.org", "www.creativecommons.org"].contains(page.url.host)
        for index in candidates.indices where candidates[index].dropped.isEmpty {
            let candidate = candidates[index]
            if isOwnHost {
                candidates[index].drop(.none, "a page of Creative Commons about its licences")
            } else if candidate.entry?.training == .software {
                candidates[index].drop(.asset, "a licence of software")
            } else if units.count >= 3, candidate.rank > .declared {
                candidates[index].drop(.none, "the page speaks of \(units.count) licences")
            }
        }
        dropLists(&candidates, page)
        dropTeasers(&candidates, page)
    }

    /// A licence in an article beside the longest one of the page is that article's, as is one in an article within it.
    private static func dropTeasers(_ candidates: inout [LicenceCandidate], _ page: PageInput) {
        let open = candidates.indices.filter { candidates[$0].dropped.isEmpty && candidates[$0].node >= 0 }
        let articles = open.map { LicencePlace(of: candidates[$0].node, page).article }
        guard articles.contains(where: { $0 >= 0 }) else { return }
        let nodes = page.page.nodes
        func length(_ node: Int) -> Int { Int(nodes[node].end) - node }
        let longest = nodes.indices.filter { nodes[$0].tag == .article && nodes[$0].isElement }.max {
            length($0) < length($1)
        }
        guard let longest else { return }
        for (index, article) in zip(open, articles) where article >= 0 && article != longest {
            let isWithin = longest < article && article < Int(nodes[longest].end)
            if isWithin, length(article) * 2 >= length(longest) { continue }
            candidates[index].drop(.part, "in an article beside the main one")
        }
    }

    /// Several licences in the items of lists or tables of the text, or in several articles, are those of the items.
    private static func dropLists(_ candidates: inout [LicenceCandidate], _ page: PageInput) {
        let open = candidates.indices.filter { index in
            let candidate = candidates[index]
            return candidate.dropped.isEmpty && candidate.rank >= .body && candidate.node >= 0 && !candidate.inFooter
        }
        guard open.count > 1 else { return }
        let places = open.map { LicencePlace(of: candidates[$0].node, page) }
        let listed = zip(open, places).filter { $1.isInList }.map(\.0)
        if listed.count > 1 { for index in listed { candidates[index].drop(.part, "one of several in a list") } }
        guard Set(places.map(\.article).filter { $0 >= 0 }).count > 1 else { return }
        for (index, place) in zip(open, places) where place.article >= 0 {
            candidates[index].drop(.part, "one of several articles of a page")
        }
    }
}

internal import Extraction
internal import Markup
internal import Provenance
internal import WebAddress

/// Decides of a licence statement whether it speaks for the text of the page or for something on it.
///
/// Every rule only takes candidates away or lowers them: what is not sure to speak for the page does not.
enum LicenceScope {
    /// Statements of one page that are read: each is judged by the words round it, which may be as many as the page has. A page
    /// with more is a list of works, and none of them speaks for it.
    static let most = 512

    /// Doubts all statements of a page that has more than are read.
    static func doubtCrowd(_ candidates: inout [LicenceCandidate], from first: Int) {
        guard candidates.count - first >= most else { return }
        for index in first..<candidates.count { candidates[index].doubt("more statements than are read") }
    }

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
            if let type = WorkTypeBeside.other(candidate.node, page) {
                candidate.doubt("subject is " + type, WorkType.kind(type))
            }
            LicenceWords(round: candidate.node, phrase, at: place, page).judge(
                &candidate, isInList: place.isInList && !place.isFooter)
        }
    }

    /// Drops structured data in an element that is not shown or stands beside the text, or whose words deny it; they set no rank.
    static func doubt(_ candidate: inout LicenceCandidate, _ page: PageInput) {
        let place = LicencePlace(of: candidate.node, page)
        let tag = page.page.nodes[candidate.node].tag
        // A script stands anywhere, and so do links and metas of the head; in a figure they are the figure's.
        if place.isDoubtful ? tag != .script : !candidate.inHead { drop(&candidate, place) }
        if tag != .link, tag != .meta, tag != .script {
            LicenceWords(round: candidate.node, nil, at: place, page).judgeStructured(&candidate)
        }
    }

    /// Drops what nobody is shown and stands in a part of the page that is somebody else's or beside the text: the markup was
    /// copied there with what it is of.
    static func doubtPlace(_ candidate: inout LicenceCandidate, _ page: PageInput) {
        guard !page.page.nodes[candidate.node].inHead else { return }
        drop(&candidate, LicencePlace(of: candidate.node, page))
    }

    /// Doubts data that stand amid the text, or beside what they may be said of, if nothing ties them to the page.
    ///
    /// - Parameter item: The nodes of the thing that they are said of.
    static func doubtUntied(_ candidate: inout LicenceCandidate, _ item: Range<Int>, _ page: PageInput) {
        guard !page.page.nodes[item.lowerBound].inHead else { return }
        if page.running.surrounds(item) {
            candidate.doubt("amid the text, and nothing says that it is the page's", .part)
        } else if page.running.isBeside(item), MediumBeside.stands(item.lowerBound, page) {
            candidate.drop(.figure, "it stands beside a picture, film, frame or quotation")
        }
    }

    /// Doubts a link in an item of microdata, or with a subject of RDFa, of which properties tell that it is another's, another
    /// thing or not for everybody.
    static func doubtDescribed(_ candidate: inout LicenceCandidate, _ page: PageInput) {
        guard candidate.dropped.isEmpty else { return }
        let (node, named) = (candidate.node, candidate.named)
        candidate.doubt(
            described: (page.page.microdata.isEmpty ? nil : page.items.fault(round: node, named, page))
                ?? RDFaWork.fault(round: node, named, page))
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
            if candidate.carrier != .bareAnchor { candidate.carrier = .rdfa }
        }
    }

    /// A link that is a property as well is one statement: what takes the property from the page takes the link.
    private static func judgeTwice(_ candidates: inout [LicenceCandidate]) {
        for index in candidates.indices where candidates[index].carrier == .bareAnchor {
            let property = candidates.first { other in
                other.node == candidates[index].node && !other.dropped.isEmpty
                    && (other.carrier == .microdata || other.carrier == .rdfa)
            }
            guard let property, candidates[index].dropped.isEmpty else { continue }
            candidates[index].drop(property.kind, property.dropped)
            (candidates[index].isDocument, candidates[index].isDoubtful) = (property.isDocument, property.isDoubtful)
        }
    }

    /// Rules that look at all statements together.
    static func judgeTogether(_ candidates: inout [LicenceCandidate], _ page: PageInput) {
        judgeTwice(&candidates)
        let units = Set(candidates.compactMap { $0.carrier == .bareAnchor || !$0.inHead ? $0.named.unit : nil })
        var shown: String??
        let isOwnHost = ["creativecommons.org", "www.creativecommons.org"].contains(page.url.host)
        for index in candidates.indices where candidates[index].dropped.isEmpty {
            let candidate = candidates[index]
            if isOwnHost {
                candidates[index].drop(.none, "a page of Creative Commons about its licences")
            } else if candidate.entry?.training == .software {
                candidates[index].drop(.asset, "a licence of software")
            } else if shows(candidate, &shown, page) {
                candidates[index].doubt("the page shows another thing: " + (shown.flatMap(\.self) ?? ""), .asset)
            } else if units.count >= 3, candidate.rank > .declared {
                candidates[index].drop(.none, "the page speaks of \(units.count) licences")
            }
        }
        dropBadges(&candidates, page)
        dropLists(&candidates, page)
        dropTeasers(&candidates, page)
    }

    /// Whether a licence that nobody sees is one of what the page shows: a film, a record of data.
    ///
    /// - Parameter shown: What it shows, looked up for the first such licence.
    private static func shows(_ candidate: LicenceCandidate, _ shown: inout String??, _ page: PageInput) -> Bool {
        guard [.link, .meta, .header, .comment].contains(candidate.carrier) else { return false }
        let thing = shown ?? ShownThing.name(page)
        shown = .some(thing)
        return thing != nil
    }

    /// Nodes up to which a badge and the words that go with it stand apart.
    private static let nearBadge = 48

    /// A badge goes with the words beside it: what takes these away takes it too.
    private static func dropBadges(_ candidates: inout [LicenceCandidate], _ page: PageInput) {
        var before: (index: Int, node: Int)?
        let links = candidates.indices.filter { candidates[$0].node >= 0 && !candidates[$0].inHead }
            .sorted { candidates[$0].node < candidates[$1].node }
        for index in links where page.page.nodes[candidates[index].node].tag == .a {
            let node = candidates[index].node
            let isBadge = !page.text(of: node, limit: 64).contains { !ByteText.isSpace($0) }
            if let badge = before, !isBadge {
                before = nil
                guard node - badge.node <= nearBadge,
                    candidates[badge.index].named.unit == candidates[index].named.unit,
                    !candidates[index].dropped.isEmpty
                else { continue }
                let words = candidates[index]
                candidates[badge.index].drop(words.kind, "the words beside it: " + words.dropped)
                candidates[badge.index].isDoubtful = words.isDoubtful
            } else if isBadge, candidates[index].dropped.isEmpty {
                before = (index, node)
            }
        }
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

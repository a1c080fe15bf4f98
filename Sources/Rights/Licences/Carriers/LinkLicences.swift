internal import Markup
internal import Provenance

/// Licences that `link`, `a` and `area` elements name.
enum LinkLicences {
    static func read(_ page: PageInput, into draft: inout ReadingDraft) {
        for index in page.page.links { read(Int(index), .link, page, &draft) }
        for index in page.page.anchors where draft.licences.count < LicenceScope.most {
            let node = Int(index)
            read(node, page.page.nodes[node].tag == .area ? .area : .anchor, page, &draft)
        }
    }

    private static func read(
        _ node: Int, _ carrier: LicenceCandidate.Carrier, _ page: PageInput, _ draft: inout ReadingDraft
    ) {
        guard let href = page.page.attribute(.href, of: node) else { return }
        let isRel = RDFa.namesLicence(.rel, of: node, page.page)
        guard isRel || (carrier != .link && mayBeLicence(page.page.trimmed(href), page)) else { return }
        guard !isRSL(node, page) else { return }
        let text = ByteText.trimmed(page.page.string(href))
        guard !text.isEmpty else { return }
        let (absolute, named) = licence(text, page)
        var candidate = LicenceCandidate(
            absolute, named: named, carrier: isRel ? carrier : .bareAnchor, node: node, quote: page.quote(node),
            rank: .body)
        // A bare link to a page that is no licence says nothing of one; neither does one to a licence of software.
        if !isRel, named == .otherPage || named == .unknown { return }
        if carrier != .link { Badge.compare(&candidate, page) }
        LicenceScope.place(&candidate, page)
        LicenceScope.apply(RDFa.subject(of: node, page), to: &candidate)
        if namesOtherUse(node, page) { candidate.doubt(otherUse) }
        if let thing = Microdata.thing(around: node, page) { candidate.dropAsThing(of: thing) }
        LicenceScope.doubtDescribed(&candidate, page)
        if isRel, let word = label(of: node, carrier, named, page) ?? object(of: node, page) {
            candidate.doubt("it is called: " + word, .asset)
        }
        if carrier == .link { candidate.doubt(described: page.metaFault) }
        if let type = Microdata.textOfOthers(around: node, page) { candidate.doubt("inside a " + type, .part) }
        draft.licences.append(candidate)
        if let other = contradiction(candidate, page) { draft.licences.append(other) }
        if carrier != .link, let other = Badge.stricter(than: candidate, page) { draft.licences.append(other) }
    }

    /// The licence that a link's own words or title name, if it is another than the one it leads to: it says two things.
    private static func contradiction(_ link: LicenceCandidate, _ page: PageInput) -> LicenceCandidate? {
        guard let unit = link.named.unit else { return nil }
        let words = [ByteText.string(page.text(of: link.node)[...]), page.page.value(.title, of: link.node) ?? ""]
        for text in words {
            guard let named = LicencePhrase.whole(text, page.licences)?.named, let other = named.unit, !other.isEmpty,
                other != unit
            else { continue }
            var second = link
            second.named = named
            second.notes.append("label-disagrees=" + other)
            return second
        }
        return nil
    }

    /// What a link's title says besides the licence, and of one that nobody sees its class, id and other relations; nil if that
    /// is nothing of another thing.
    private static func label(
        of node: Int, _ carrier: LicenceCandidate.Carrier, _ named: NamedLicence, _ page: PageInput
    ) -> String? {
        let title = page.page.value(.title, of: node) ?? ""
        if let word = LicenceWords.words(title.utf8).first(where: LicenceVocabulary.assets.has) { return String(word) }
        guard carrier == .link else { return nil }
        if !title.isEmpty, let fault = StatedValue.fault(ofWords: title, named, page) { return fault }
        if let rel = page.page.value(.rel, of: node),
            let other = rel.split(separator: " ").map({ ByteText.lowercased(String($0)) }).first(where: others.contains)
        {
            return other
        }
        return [AttributeName.class, .id].lazy.compactMap { page.page.attribute($0, of: node) }
            .flatMap { LicencePlace.words(page.page.bytes($0)) }
            .first { LicenceVocabulary.assets.has($0[...]) || page.licences.statements.frames.kind(of: $0) != nil }
    }

    /// What a link is a licence for by the label it is read out with, or by the words of the pictures in it: `for photos`. The name
    /// of a picture may say that it is one.
    private static func object(of node: Int, _ page: PageInput) -> String? {
        let reading = page.page
        let end = min(max(Int(reading.nodes[node].end), node + 1), node + 16)
        var labels = [reading.value(.ariaLabel, of: node)]
        for index in node..<end where reading.nodes[index].isElement && reading.nodes[index].tag == .img {
            labels.append(reading.value(.alt, of: index))
        }
        for case let label? in labels {
            let words = LicenceWords.words(label.prefix(512).utf8)
            let found = words.indices.first { index in
                LicenceVocabulary.assets.has(words[index])
                    && words[max(0, index - 2)..<index].contains { prepositions.contains(String($0)) }
            }
            if let found { return String(words[found]) }
        }
        return nil
    }

    private static let prepositions: Set<String> = ["for", "of", "für", "der", "pour", "des", "de", "para", "per"]

    /// Relations of a link that leads to a copy of the page, a part of it or a resource, whose licence it may be.
    private static let others: Set<String> = ["alternate", "stylesheet", "icon", "preload", "enclosure"]

    /// Whether a link is a property that is of no licence of the page: of the structured data alone, or where one is to be had.
    ///
    /// Source: schema.org 30, `sdLicense` and `acquireLicensePage`, read 2026-11-30.
    private static func namesOtherUse(_ node: Int, _ page: PageInput) -> Bool {
        [AttributeName.itemprop, .property].contains { name in
            guard let names = page.page.attribute(name, of: node) else { return false }
            return page.page.tokens(names).contains { token in
                otherUses.contains(ByteText.lowercased(JSONLD.local(page.page.string(token))))
            }
        }
    }

    static let otherUse = "a property of another meaning"
    private static let otherUses: Set<String> = ["sdlicense", "acquirelicensepage"]

    /// A form that leads to a licence says so as a link does (HTML Standard, 4.6.7.9).
    static func readForm(_ node: Int, _ page: PageInput, into draft: inout ReadingDraft) {
        guard RDFa.namesLicence(.rel, of: node, page.page), let action = page.page.value(.action, of: node) else {
            return
        }
        let (url, named) = licence(ByteText.trimmed(action), page)
        var candidate = LicenceCandidate(
            url, named: named, carrier: .form, node: node, quote: page.quote(node), rank: .body)
        LicenceScope.place(&candidate, page)
        draft.licences.append(candidate)
    }

    private static func isRSL(_ node: Int, _ page: PageInput) -> Bool {
        guard let type = page.page.attribute(.type, of: node) else { return false }
        return page.page.equals(page.page.trimmed(type), ignoringCase: "application/rsl+xml")
    }

    private static func licence(_ text: String, _ page: PageInput) -> (String, NamedLicence) {
        let direct = page.licences.named(url: text)
        guard direct == .unknown else { return (text, direct) }
        return page.relativeLicence(text)
    }

    /// Whether a reference leads to a host that publishes licences, told from its first bytes: most links of a page are
    /// settled here.
    private static func mayBeLicence(_ range: Range<Int>, _ page: PageInput) -> Bool {
        page.page.buffer.withUnsafeBufferPointer { buffer in
            var scanner = NameScanner(bytes: UnsafeBufferPointer(rebasing: buffer[range]), at: 0)
            if scanner.skips("http") {
                _ = scanner.skips("s")
                guard scanner.skips(":") else { return false }
            }
            let isAbsolute = scanner.skips("//")
            _ = scanner.skips("www.")
            if scanner.skips("creativecommons.org") { return true }
            guard isAbsolute else { return false }
            return page.licences.mayKnow(hostIn: scanner.bytes[scanner.at...])
        }
    }
}

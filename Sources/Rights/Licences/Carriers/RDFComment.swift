internal import Canonical
internal import Markup
internal import Provenance

/// Licences in RDF inside an HTML comment, as Creative Commons asked for from 2003 to 2008.
enum RDFComment {
    /// - Returns: Whether a comment speaks of licences and cannot be read.
    @discardableResult
    static func read(_ page: PageInput, into draft: inout ReadingDraft) -> Bool {
        var isUnread = false
        for index in page.page.comments {
            let node = Int(index)
            let text = page.page.bytes(page.page.range(ofText: node))
            guard let start = start(of: text) else { continue }
            let xml = XMLReader.read(Array(text[start...]), transportCharset: "utf-8", limits: limits)
            let scan = XMLScan(
                XMLInput(
                    xml, url: page.url, at: .init(seconds: 0), licences: page.licences,
                    space: page.quoteSpace,
                    shift: Int(page.page.nodes[node].offset)))
            if xml.fault != nil { isUnread = true }
            // Words before it may say that it holds no longer, or of what: who copies the markup writes none.
            let isLed = text[..<start].contains { ByteText.isLetter($0) || $0 >= 0x80 }
            for statement in scan.statements { add(statement, scan, node, isLed: isLed, page, &draft) }
        }
        return isUnread
    }

    private static func add(
        _ statement: XMLStatement, _ scan: XMLScan, _ node: Int, isLed: Bool, _ page: PageInput,
        _ draft: inout ReadingDraft
    ) {
        guard case .licence(let url) = statement.meaning, statement.carrier == .rdfXML else { return }
        let holder = scan.holders[statement.holder]
        let text = page.page.bytes(page.page.range(ofText: node))
        let quote = Quote(text, in: page.quoteSpace, at: Int(page.page.nodes[node].offset))
        var candidate = LicenceCandidate(
            url, named: page.licences.named(value: url), carrier: .comment, node: node, quote: quote, rank: .declared)
        let isNamed = !holder.subject.isEmpty && page.isThisPage(holder.subject) && !RDFa.namesPart(holder.subject)
        let isPage = holder.isDocument || isNamed
        LicenceScope.apply(isPage ? .page : .other(holder.subject), to: &candidate)
        candidate.rank = .declared
        LicenceScope.doubtPlace(&candidate, page)
        if isLed { candidate.doubt("words before it in its comment") }
        if candidate.dropped.isEmpty { candidate.doubt(described: fault(of: holder, scan, page)) }
        // What could not be read to its end may take back what it grants.
        if candidate.dropped.isEmpty, scan.input.xml.fault != nil { candidate.drop(.none, "the RDF is not whole") }
        draft.licences.append(candidate)
    }

    /// What the RDF says of the work against its being the text of the page, or its author's.
    private static func fault(of holder: XMLHolder, _ scan: XMLScan, _ page: PageInput) -> String? {
        let elements =
            holder.element
            + 1..<max(min(scan.input.element(holder.element).end, holder.element + 256), holder.element + 1)
        func values(_ names: Set<String>) -> [String] {
            elements.filter { names.contains(scan.input.element($0).name.local) }.map { scan.value(of: $0) }
                .filter { !$0.isEmpty }
        }
        let kinds = values(["type", "format", "title", "description"]).map { value in
            // Of an address the last part tells what it is.
            value.contains("://") ? WorkType.local(value) : value
        }
        let other = kinds.first { kind in
            LicencePlace.words(Array(kind.utf8.prefix(200))[...]).contains { LicenceVocabulary.assets.has($0[...]) }
        }
        if let other { return other }
        let foreign = ForeignHolder(page, beside: values(["creator"]))
        return values(["rights"]).first { text in
            guard page.licences.named(value: text) == .unknown else { return false }
            return page.licences.statements.reserves(text) || foreign.isForeign(holder: text)
        }
    }

    private static let limits: XMLLimits = {
        var limits = XMLLimits()
        (limits.bytes, limits.elements, limits.depth) = (1 << 20, 10_000, 32)
        return limits
    }()

    /// Where the RDF begins, if the comment is some about licences: words about RDF are none.
    private static func start(of text: ArraySlice<UInt8>) -> Int? {
        guard ByteText.contains(text, "web.resource.org/cc") || ByteText.contains(text, "creativecommons.org/ns#")
        else {
            return nil
        }
        for name in ["<rdf:rdf", "<rdf ", "<work", "<cc:work"] {
            if let start = ByteText.place(of: name, in: text) { return start }
        }
        return nil
    }
}

internal import Markup
internal import Provenance

/// Reads what a page itself says of rights.
enum PageReaders {
    static let protocols: [RightsProtocol] = [
        .tdmrepMeta, .metaRobots, .licencePage, .rslPage, .accessPage, .naturalLanguage,
    ]

    static func read(
        _ page: PageInput, _ response: ResponseInput, agent: ProductToken, tables: SignalTables,
        into draft: inout ReadingDraft
    ) {
        TDMRepReader.readMetas(page, into: &draft)
        MetaRobots.read(page, agent: agent, agents: tables.agents, fetched: response.fetched, into: &draft)
        readEntities(page, response, into: &draft)
        HeaderMetas.read(page, into: &draft)
        PaywallReader.read(page, walls: tables.walls, into: &draft)
        readLicences(page, into: &draft)
        let facts = RightsFacts.read(page, into: &draft)
        ProseReader.read(page, facts: facts, table: tables.reservations, into: &draft)
        draft.declaredURLs = declaredURLs(page, response)
        draft.identifiers = StatedIdentifiers.read(page)
    }

    /// XHTML that declares entities of its own may say anything by them: a browser puts them in, and nobody does here.
    private static func readEntities(_ page: PageInput, _ response: ResponseInput, into draft: inout ReadingDraft) {
        let isXML = response.headers.all("content-type").contains {
            ByteText.contains(Array($0.utf8)[...], "xml")
        }
        guard isXML, let at = ByteText.place(of: "<!entity", in: page.source.prefix(16_384)) else { return }
        let quote = Quote(page.source[at..<min(at + 200, page.source.count)], in: page.quoteSpace, at: at)
        for (source, category) in [(RightsProtocol.metaRobots, UseCategory.train), (.tdmrepMeta, .tdm)] {
            draft.addVoid(
                Signal(
                    source, carrier: "meta", scope: .document, category: category, value: .invalid, quote: quote,
                    notes: ["restrictive-intent", "declares-entities"]))
        }
    }

    /// All licence statements of a page with what became of each, strongest carriers first.
    static func readLicences(_ page: PageInput, into draft: inout ReadingDraft) {
        let before = draft.licences.count
        MetaLicences.read(page, into: &draft)
        LinkLicences.read(page, into: &draft)
        RDFaLicences.read(page, into: &draft)
        Microdata.readLicences(page, into: &draft)
        JSONLDLicences.read(page, into: &draft)
        let isRDFUnread = RDFComment.read(page, into: &draft)
        PhraseLicences.read(page, into: &draft)
        LicenceScope.doubtCrowd(&draft.licences, from: before)
        LicenceScope.judgeTogether(&draft.licences, page)
        let found = draft.licences[before...]
        let isUnread = isRDFUnread || page.documents.contains { $0.value == nil && $0.mayState }
        let nothing: ProtocolState = isUnread ? .unreadable : page.absent
        draft.set(.licencePage, found.contains { $0.dropped.isEmpty } ? .stated : nothing)
    }

    /// What the page and its headers say it is a copy of (RFC 6596, `canonical`; RFC 7089, `original`).
    private static func declaredURLs(_ page: PageInput, _ response: ResponseInput) -> [String] {
        var urls = LinkHeader.parse(response.headers.all("link"))
            .filter { $0.relations.contains("canonical") || $0.relations.contains("original") }
            .compactMap { page.resolve($0.target) }
        for index in page.page.links {
            let node = Int(index)
            guard let rel = page.page.attribute(.rel, of: node),
                page.page.hasToken(rel, "canonical") || page.page.hasToken(rel, "amphtml"),
                let href = page.page.value(.href, of: node)
            else { continue }
            if let url = page.resolve(href) { urls.append(url) }
        }
        urls += page.metas("og:url").compactMap { page.resolve($0.content) }
        var seen: Set<String> = []
        return urls.filter { seen.insert($0).inserted }
    }
}

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
        HeaderMetas.read(page, into: &draft)
        PaywallReader.read(page, walls: tables.walls, into: &draft)
        readLicences(page, into: &draft)
        RightsFacts.read(page, into: &draft)
        ProseReader.read(page, table: tables.reservations, into: &draft)
        draft.declaredURLs = declaredURLs(page)
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
        LicenceScope.judgeTogether(&draft.licences, page)
        let found = draft.licences[before...]
        let isUnread = isRDFUnread || page.documents.contains { $0.value == nil && $0.mayState }
        let nothing: ProtocolState = isUnread ? .unreadable : page.absent
        draft.set(.licencePage, found.contains { $0.dropped.isEmpty } ? .stated : nothing)
    }

    private static func declaredURLs(_ page: PageInput) -> [String] {
        var urls: [String] = []
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

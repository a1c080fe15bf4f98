internal import Markup
internal import Provenance

/// Reads what XML that is no page says of rights: feeds, records, articles, packages, sitemaps, RDF.
enum XMLReaders {
    static let protocols: [RightsProtocol] = [.licenceFeed, .tdmrepEmbedded, .rslEmbedded]

    /// Adds all statements of one document.
    ///
    /// Also for the package of an EPUB, whose `input` then has no space for offsets. What is not whole licenses nothing,
    /// and is unreadable unless it refuses.
    ///
    /// - Returns: Whether the words of the document itself reserve all rights, beside whatever licence it names.
    @discardableResult
    static func read(_ input: XMLInput, table: ReservationTable, into draft: inout ReadingDraft) -> Bool {
        let scan = XMLScan(input)
        let rights = XMLRights(scan)
        if draft.attribution.isEmpty { draft.attribution = scan.attribution }
        if rights.fault != nil { markUnreadable(&draft) }
        scan.readReservation(into: &draft)
        scan.readTerms(into: &draft)
        readLicences(rights, input.licences, into: &draft)
        if let words = XMLProse.signal(rights, table: table) {
            draft.signals.append(words)
            ProseReader.finish(page: ReadingDraft.state(of: [words]), &draft)
        }
        return reservesAll(rights, input.licences)
    }

    private static func reservesAll(_ rights: XMLRights, _ licences: LicenceCatalogue) -> Bool {
        rights.statements.contains { statement in
            guard case .words(let text) = statement.meaning, rights.holders[statement.holder].isDocument else {
                return false
            }
            return licences.statements.reserves(text)
        }
    }

    private static func markUnreadable(_ draft: inout ReadingDraft) {
        for source in protocols where draft.use[source] != .stated { draft.set(source, .unreadable) }
    }

    private static func readLicences(_ rights: XMLRights, _ licences: LicenceCatalogue, into draft: inout ReadingDraft)
    {
        let signals = XMLSignals(rights, licences)
        draft.licences += signals.candidates
        draft.signals += signals.others
        guard rights.fault == nil else { return }
        let isStated = (signals.candidates.map(\.dropped) + signals.others.map(\.dropped)).contains("")
        draft.set(.licenceFeed, isStated ? .stated : .absent)
    }
}

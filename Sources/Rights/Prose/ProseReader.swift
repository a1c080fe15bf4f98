internal import Canonical
internal import Extraction
internal import Markup
internal import Provenance

/// Reads what a page says of text and data mining in words, where it speaks for the site or the work.
///
/// A reservation is a refusal; a grant is never a permission and only noted, as are terms that were not read.
/// Source: Directive (EU) 2019/790, Art. 4(3) and recital 18, read 2026-11-23.
enum ProseReader {
    /// - Parameter facts: What structured data says of rights.
    static func read(
        _ page: PageInput, facts: [RightsFact], table: ReservationTable, into draft: inout ReadingDraft
    ) {
        var signals = metas(page, table) + FactProse.signals(facts, page, table)
        let prose = PageProse(page, table)
        for place in PageProse.Place.allCases {
            guard let text = prose.texts[place],
                let found = ProseFinding.find(
                    text.folded, source: page.page.buffer, table: table, needsPossessor: place.needsPossessor)
            else { continue }
            let quote = SourceText(page, text.nodes.sorted()).quote(text.folded, found.sentence)
            signals.append(signal(found.answer, carrier: place.rawValue, scope: place.scope, quote: quote))
        }
        if signals.isEmpty, let unseen = UnseenProse.signal(page, table) ?? NameProse.signal(page, table) {
            signals.append(unseen)
        }
        if prose.untold >= 0 { signals.append(untold(page.page.decoding, page.quote(text: prose.untold))) }
        let state = ReadingDraft.state(of: signals)
        if !prose.isLegal, let link = TermsLink.find(page) { signals.append(link) }
        draft.signals += signals
        finish(page: state == .absent ? page.absent : state, &draft)
    }

    /// The page's state joined with that of the comments in robots.txt and of the headers: neither hides the other.
    static func finish(page: ProtocolState, _ draft: inout ReadingDraft) {
        draft.set(.naturalLanguage, page.joined(with: draft.besideProse[.fetch] ?? .notChecked), [.fetch])
        draft.set(.naturalLanguage, page.joined(with: draft.besideProse[.use] ?? .notChecked), [.use])
    }

    private static func metas(_ page: PageInput, _ table: ReservationTable) -> [Signal] {
        for meta in page.allMetas where table.metas.contains(meta.name) {
            let quote = { page.quote(meta.node) }
            if let found = ProseFinding.find(inWords: Array(meta.content.utf8), table) {
                return [signal(found.answer, carrier: "copyright-meta", scope: .document, quote: quote())]
            }
            guard TrainingName.isRefusal(meta.content) else { continue }
            return [meant(carrier: "copyright-meta", quote())]
        }
        return []
    }

    /// What refuses by a name and by no words: `no-ai`.
    static func meant(carrier: String, scope: SignalScope = .document, _ quote: Quote) -> Signal {
        Signal(
            .naturalLanguage, carrier: carrier, scope: scope, category: .tdm, value: .invalid, quote: quote,
            notes: ["restrictive-intent"])
    }

    /// Words that nobody can tell may reserve.
    static func untold(_ decoding: TextDecoding, _ quote: Quote) -> Signal {
        Signal(
            .naturalLanguage, carrier: "text", scope: .document, category: .tdm, value: .invalid, quote: quote,
            notes: [decoding == .guessed ? "encoding-not-stated" : "encoding-does-not-fit"])
    }

    static func signal(
        _ answer: SentenceJudge.Answer, carrier: String, scope: SignalScope, quote: Quote,
        moments: Set<Moment> = Moment.ofStatements
    ) -> Signal {
        let isReserved = if case .reserves = answer { true } else { false }
        return Signal(
            .naturalLanguage, carrier: carrier, scope: scope, category: .tdm, value: isReserved ? .deny : .unknown,
            quote: quote, notes: [isReserved ? "reserved-in-words" : "granted-in-words"], moments: moments)
    }
}

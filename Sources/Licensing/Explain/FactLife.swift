internal import Canonical
internal import Provenance

extension FactReader {
    /// When the oldest evidence a fact rests on was taken, and when the first of it will be too old to answer; nil where it
    /// rests on none that ages.
    func life(of fact: Fact) -> (observed: Timestamp?, until: Timestamp?) {
        switch fact {
        case .access, .copied, .licenceID, .licenceCovers, .licenceConflict: page
        case .reservationNone, .refusalExplicit, .refusalWords, .refusalOthers, .refusalPurpose, .refusalOffer, .grant,
            .terms, .robotsAllows:
            (earlier(page.observed, site.observed), earlier(page.until, site.until))
        case .sourceInfringing: (nil, known.lists["infringing"])
        case .order, .legalHold: (nil, known.lists[ListFile.orders])
        case .contentIllegal: (nil, known.lists[ListFile.illegalContent])
        default: (nil, Self.lists.first { $0.fact == fact }.flatMap { known.lists[$0.name] })
        }
    }

    private var page: (observed: Timestamp?, until: Timestamp?) {
        let fetched = considered.capture?.fetched
        return (fetched, fetched?.adding(seconds: settings.pageSignalAgeUse))
    }

    private var site: (observed: Timestamp?, until: Timestamp?) {
        let asked = considered.siteFiles.filter { $0.moment == .use }.map(\.fetched).min()
        return (asked, asked?.adding(seconds: settings.siteEvidenceAgeUse))
    }

    private func earlier(_ one: Timestamp?, _ other: Timestamp?) -> Timestamp? { [one, other].compactMap { $0 }.min() }
}

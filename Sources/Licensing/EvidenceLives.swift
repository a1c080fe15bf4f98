internal import Canonical
internal import Provenance

/// How long the evidence speaks that facts of one capture rest on.
struct EvidenceLives {
    private let page: EvidenceLife
    /// Of the page and the files of its site together.
    private let site: EvidenceLife
    private let lists: [String: Timestamp]

    init(_ reader: FactReader) {
        let settings = reader.settings
        let fetched = reader.considered.capture?.fetched
        page = EvidenceLife(observed: fetched, until: fetched?.adding(seconds: settings.pageSignalAgeUse))
        let asked = reader.subject.files.filter { !$0.isAtFetch }.map(\.fetched).min()
        site = page.joined(
            with: EvidenceLife(observed: asked, until: asked?.adding(seconds: settings.siteEvidenceAgeUse)))
        lists = reader.known.lists
    }

    func life(of facts: [Fact]) -> EvidenceLife {
        facts.reduce(EvidenceLife()) { $0.joined(with: life(of: $1)) }
    }

    private func life(of fact: Fact) -> EvidenceLife {
        switch fact {
        case .access, .copied, .licenceID, .licenceCovers, .licenceConflict: page
        case .reservationNone, .refusalExplicit, .refusalWords, .refusalOthers, .refusalPurpose, .refusalOffer,
            .refusalSearch, .grant, .terms, .robotsAllows:
            site
        default: EvidenceLife(until: Self.list(fact).flatMap { lists[$0] })
        }
    }

    /// The list of the operator's that a fact asks.
    private static func list(_ fact: Fact) -> String? {
        switch fact {
        case .sourceInfringing: "infringing"
        case .order, .legalHold: ListFile.orders
        case .contentIllegal: ListFile.illegalContent
        default: FactReader.lists.first { $0.fact == fact }?.name
        }
    }
}

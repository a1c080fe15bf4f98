internal import Canonical
internal import Provenance
internal import WebAddress

/// Reads facts out of what is considered, at one moment, under one choice of settings.
///
/// One file per concept: `Facts+Access`, `Facts+Age`, `Facts+Licence`, `Facts+Profile`, `Facts+Registry`,
/// `Facts+Reservation`, `Facts+Robots` and others.
struct FactReader {
    let considered: Considered
    let profile: UseProfile
    let settings: DoubtSettings
    let known: KnownGrounds
    let moment: Moment
    let at: Timestamp
    let siteEvidence: SiteEvidence

    init(
        _ considered: Considered, _ profile: UseProfile, _ settings: DoubtSettings, _ known: KnownGrounds,
        _ moment: Moment, _ at: Timestamp
    ) {
        self.considered = considered
        self.profile = profile
        self.settings = settings
        self.known = known
        self.moment = moment
        self.at = at
        let fetched = moment == .fetch ? at : considered.capture?.fetched ?? at
        siteEvidence = SiteEvidence(
            considered.siteFiles, of: considered.url.origin, fetched: fetched, at: at,
            fetchAge: settings.siteFileAgeFetch, useAge: moment == .use ? settings.siteEvidenceAgeUse : nil)
    }

    /// The facts that are the same for every pack.
    func shared() -> FactSheet {
        var sheet = FactSheet()
        readAccess(into: &sheet)
        readProfile(into: &sheet)
        sheet.set(.robotsAllows, robotsAllows)
        readAges(into: &sheet)
        readGrounds(into: &sheet)
        return sheet
    }

    /// Adds the facts that depend on the protocols a pack requires, and those that depend on these.
    func complete(_ shared: FactSheet, for pack: Pack) -> FactSheet {
        var sheet = shared
        readProtocols(of: pack, into: &sheet)
        finish(&sheet, for: pack)
        return sheet
    }

    /// The facts of one pack alone, and its scores, which rest on all others.
    func finish(_ sheet: inout FactSheet, for pack: Pack) {
        readWork(pack.term, into: &sheet)
        if !pack.scores.isEmpty { sheet.add(pack.scores.map { $0.mask(sheet) }) }
    }

    /// The facts that packs with the same sets of protocols share.
    func readProtocols(of pack: Pack, into sheet: inout FactSheet) {
        let reservation = pack.protocolSet(.reservation)
        if let reservation { sheet.set(.reservationNone, reservationNone(reservation)) }
        if let licence = pack.protocolSet(.licence) { readLicence(licence, into: &sheet) }
        readRefusals(reservation, pack.protocolSet(.terms), into: &sheet)
        readRegistry(into: &sheet)
    }
}

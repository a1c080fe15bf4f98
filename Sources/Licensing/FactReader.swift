internal import Canonical
internal import Provenance
internal import WebAddress

/// Reads facts out of what is considered, at one moment, under one choice of settings.
///
/// One file per concept: `Facts+Access`, `Facts+Age`, `Facts+Licence`, `Facts+Profile`, `Facts+Registry`,
/// `Facts+Reservation`, `Facts+Robots`.
struct FactReader {
    let considered: Considered
    let profile: UseProfile
    let settings: DoubtSettings
    let moment: Moment
    let at: Timestamp
    let siteEvidence: SiteEvidence

    init(_ considered: Considered, _ profile: UseProfile, _ settings: DoubtSettings, _ moment: Moment, _ at: Timestamp)
    {
        self.considered = considered
        self.profile = profile
        self.settings = settings
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
        return sheet
    }

    /// Adds the facts that depend on the protocols a pack requires, and those that depend on these.
    func complete(_ shared: FactSheet, for pack: Pack) -> FactSheet {
        var sheet = shared
        if let set = pack.protocolSet(.reservation) { sheet.set(.reservationNone, reservationNone(set)) }
        if let set = pack.protocolSet(.licence) { readLicence(set, into: &sheet) }
        readRegistry(into: &sheet)
        return sheet
    }
}

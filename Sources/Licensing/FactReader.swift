internal import Canonical
internal import Provenance

/// Reads facts out of what is considered, at one moment, under one choice of settings.
///
/// One file per concept: `Facts+Access`, `Facts+Age`, `Facts+Licence`, `Facts+Profile`, `Facts+Registry`,
/// `Facts+Reservation`, `Facts+Robots` and others.
final class FactReader {
    let subject: DecisionCase
    let settings: DoubtSettings
    let siteEvidence: SiteEvidence
    private(set) var protocols = KnownProtocols()
    private(set) var signals = SignalFacts()

    var considered: Considered { subject.considered }
    var profile: UseProfile { subject.profile }
    var known: KnownGrounds { subject.known }
    var moment: Moment { subject.moment }
    var at: Timestamp { subject.at }

    init(_ subject: DecisionCase, _ settings: DoubtSettings) {
        self.subject = subject
        self.settings = settings
        siteEvidence = SiteEvidence(
            subject.files, fetched: subject.fetched, at: subject.at, fetchAge: settings.siteFileAgeFetch,
            useAge: subject.moment == .use ? settings.siteEvidenceAgeUse : nil)
        protocols = KnownProtocols(self)
        signals = SignalFacts(self)
    }

    convenience init(
        _ considered: Considered, _ profile: UseProfile, _ settings: DoubtSettings, _ known: KnownGrounds,
        _ moment: Moment, _ at: Timestamp
    ) {
        self.init(DecisionCase(considered, profile, known, moment, at), settings)
    }

    /// The facts that are the same for every pack.
    func shared() -> FactSheet {
        var sheet = FactSheet()
        readAccess(into: &sheet)
        readProfile(into: &sheet)
        sheet.set(.robotsAllows, robotsAllows)
        readAges(into: &sheet)
        readGrounds(into: &sheet)
        readNoWork(into: &sheet)
        return sheet
    }

    /// Adds the facts that depend on the protocols a pack requires, and those that depend on these.
    func complete(_ shared: FactSheet, for pack: Pack) -> FactSheet {
        var sheet = shared
        let box = PackEvaluation.Box(pack)
        readProtocols(of: box, into: &sheet)
        finish(&sheet, for: box)
        return sheet
    }

    /// Whether ``finish(_:for:)`` changes anything.
    func hasOwn(_ box: PackEvaluation.Box) -> Bool { !box.pack.scores.isEmpty || !considered.grounds.works.isEmpty }

    /// The facts of one pack alone, and its scores, which rest on all others.
    func finish(_ sheet: inout FactSheet, for box: PackEvaluation.Box) {
        readWork(box.pack.term, into: &sheet)
        guard !box.pack.scores.isEmpty else { return }
        // A score rests on facts alone, not on other scores.
        let masks = box.pack.scores.map { $0.mask(sheet) }
        sheet.add(masks)
    }

    /// The facts that packs with the same sets of protocols share.
    func readProtocols(of box: PackEvaluation.Box, into sheet: inout FactSheet) {
        if let reservation = box.reservation { sheet.set(.reservationNone, reservationNone(reservation)) }
        if let licence = box.licence { readLicence(licence, into: &sheet) }
        readRefusals(box.reservation, box.terms, into: &sheet)
        readRegistry(into: &sheet)
    }
}

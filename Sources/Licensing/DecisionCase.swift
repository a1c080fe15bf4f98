internal import Canonical
internal import Provenance
internal import WebAddress

/// What one decision is about, whatever the settings: shared by all that read facts of it.
///
/// A class, since a copy of everything considered would count up some thirty references each time.
final class DecisionCase {
    let considered: Considered
    let profile: UseProfile
    let known: KnownGrounds
    let moment: Moment
    let at: Timestamp
    /// What site files at fetch are measured against: when the page was taken, or would be.
    let fetched: Timestamp
    let files: [SiteEvidence.Mark]

    init(_ considered: Considered, _ profile: UseProfile, _ known: KnownGrounds, _ moment: Moment, _ at: Timestamp) {
        self.considered = considered
        self.profile = profile
        self.known = known
        self.moment = moment
        self.at = at
        fetched = moment == .fetch ? at : considered.capture?.fetched ?? at
        let origin = considered.url.origin
        files = considered.siteFiles.compactMap { SiteEvidence.Mark($0, of: origin) }
    }
}

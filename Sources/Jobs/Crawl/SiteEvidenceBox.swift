internal import Provenance
internal import Rights

/// An origin's site files with their parsed rules, shared by the tasks that fetch its pages.
struct SiteEvidenceBox: Sendable {
    let files: [SiteFile]
    let rules: SiteRules

    init(_ files: [SiteFile]) {
        self.files = files
        rules = SiteRules(files)
    }

    var evidence: SiteEvidence { SiteEvidence(atFetch: rules, atUse: rules) }
}

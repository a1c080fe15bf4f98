internal import Provenance

/// The site files of an origin as they were at fetch and as they are at use.
public struct SiteEvidence: Sendable {
    /// Nil if nobody looked at that moment.
    public let atFetch: SiteRules?
    public let atUse: SiteRules?

    public init(atFetch: SiteRules?, atUse: SiteRules?) {
        self.atFetch = atFetch
        self.atUse = atUse
    }

    /// Which file to read for which moments: once for both if it is the same file.
    func passes(_ kind: SiteFileKind) -> [(rules: SiteRules, moments: Set<Moment>)] {
        guard let atFetch else { return atUse.map { [($0, Set([Moment.use]))] } ?? [] }
        guard let atUse else { return [(atFetch, [.fetch])] }
        if let then = atFetch.file(kind), let now = atUse.file(kind), then.outcome == now.outcome,
            then.digest == now.digest, then.isCut == now.isCut, then.reason == now.reason
        {
            return [(atUse, [.fetch, .use])]
        }
        return [(atFetch, [.fetch]), (atUse, [.use])]
    }

    var facts: [SiteFileFact] {
        (atFetch?.files ?? []).map { SiteFileFact($0, at: .fetch) }
            + (atUse?.files ?? []).map { SiteFileFact($0, at: .use) }
    }
}

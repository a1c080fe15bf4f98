internal import Provenance

/// The site files of an origin as they were at fetch and as they are at use.
public struct SiteEvidence: Sendable {
    /// Nil if nobody looked at that moment.
    public let atFetch: SiteRules?
    public let atUse: SiteRules?
    /// The kinds of which both moments know the same files, and those of which neither knows any.
    private let same: [SiteFileKind]
    private let missing: [SiteFileKind]

    public init(atFetch: SiteRules?, atUse: SiteRules?) {
        self.atFetch = atFetch
        self.atUse = atUse
        guard let atFetch, let atUse else {
            (same, missing) = ([], [])
            return
        }
        var (same, missing): ([SiteFileKind], [SiteFileKind]) = ([], [])
        for kind in SiteFileKind.allCases {
            let (then, now) = (atFetch.files(kind), atUse.files(kind))
            if then.isEmpty, now.isEmpty { missing.append(kind) }
            if then.count == now.count, zip(then, now).allSatisfy(Self.saysTheSame) { same.append(kind) }
        }
        (self.same, self.missing) = (same, missing)
    }

    /// Which files to read for which moments: once for both if all files of the kinds are the same.
    func passes(_ kinds: SiteFileKind...) -> [(rules: SiteRules, moments: Set<Moment>)] {
        guard let atFetch else { return atUse.map { [($0, Set([Moment.use]))] } ?? [] }
        guard let atUse else { return [(atFetch, [.fetch])] }
        let isSame = kinds.allSatisfy(same.contains) && !kinds.allSatisfy(missing.contains)
        if isSame { return [(atUse, Moment.ofStatements)] }
        return [(atFetch, [.fetch]), (atUse, [.use])]
    }

    private static func saysTheSame(_ left: SiteFile, _ right: SiteFile) -> Bool {
        left.name == right.name && left.outcome == right.outcome && left.digest == right.digest
            && left.isCut == right.isCut && left.reason == right.reason
    }

    var facts: [SiteFileFact] {
        (atFetch?.files ?? []).map { SiteFileFact($0, at: .fetch) }
            + (atUse?.files ?? []).map { SiteFileFact($0, at: .use) }
    }
}

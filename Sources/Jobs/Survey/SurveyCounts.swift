internal import Canonical
public import Provenance
internal import WebAddress

/// What is known of the origins surveyed, by kind of site file.
public struct SurveyCounts: Hashable, Sendable {
    public let origins: Int
    /// Site files asked for in this run.
    public let asked: Int
    /// Files by kind and outcome. Kinds that other files name count each of their files.
    public private(set) var outcomes: [SiteFileKind: [SiteFileOutcome: Int]] = [:]
    /// Origins where nobody looked for a kind: robots.txt kept it from us, it was not needed, or its host was left alone.
    public private(set) var notAsked: [SiteFileKind: Int] = [:]

    init(_ origins: [Origin], _ store: SurveyStore) {
        self.origins = origins.count
        asked = store.asked
        for origin in origins {
            let files = store.latest(origin)
            for file in files { outcomes[file.kind, default: [:]][file.outcome, default: 0] += 1 }
            for kind in SiteFileKind.allCases where kind.path != nil && !files.contains(where: { $0.kind == kind }) {
                notAsked[kind, default: 0] += 1
            }
        }
    }
}

internal import Canonical
internal import Jobs
internal import Provenance

/// What a survey found, for people and for programs.
enum SurveyText {
    static func of(_ counts: SurveyCounts) -> String {
        var table = Table(rightAligned: [1, 2, 3, 4, 5])
        table.add(["site file", "found", "absent", "refused", "unreachable", "not asked"])
        for kind in SiteFileKind.allCases where kind.path != nil || counts.outcomes[kind] != nil {
            let numbers = SiteFileOutcome.allCases.map { "\(counts.outcomes[kind]?[$0] ?? 0)" }
            table.add([kind.rawValue] + numbers + [kind.path == nil ? "" : "\(counts.notAsked[kind] ?? 0)"])
        }
        return "Sites: \(counts.origins). Files asked for in this run: \(counts.asked).\n\n" + table.text
    }

    static func json(_ counts: SurveyCounts) -> String {
        let kinds = SiteFileKind.allCases.map { kind in
            let outcomes = SiteFileOutcome.allCases.map {
                JSONValue.Member($0.rawValue, .integer(Int64(counts.outcomes[kind]?[$0] ?? 0)))
            }
            let rest = JSONValue.Member("notAsked", .integer(Int64(counts.notAsked[kind] ?? 0)))
            return JSONValue.Member(kind.rawValue, .object(outcomes + [rest]))
        }
        let value = JSONValue.object([
            .init("asked", .integer(Int64(counts.asked))), .init("files", .object(kinds)),
            .init("origins", .integer(Int64(counts.origins))),
        ])
        return String(decoding: value.canonicalBytes, as: UTF8.self)
    }
}

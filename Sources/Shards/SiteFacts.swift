internal import Canonical
internal import Provenance
internal import WebAddress

/// The site files of a row, the same file at two moments written once.
struct SiteFacts {
    /// One line of the row's `sites`.
    struct Line {
        let fact: SiteFileFact
        let moments: [Moment]

        /// `[kind, moments, outcome, fetched, expires, origin, digest]`, all strings; the digest empty for none.
        func write(to writer: inout JSONWriter) {
            writer.strings([
                fact.kind.rawValue, moments.map(\.rawValue).joined(separator: " "), fact.outcome.rawValue,
                fact.fetched.description, fact.expires.description, fact.origin.description, fact.digest?.hex ?? "",
            ])
        }
    }

    let lines: [Line]

    init(_ facts: [SiteFileFact]) {
        var lines: [Line] = []
        for fact in facts {
            if let known = lines.firstIndex(where: { Self.isSame($0.fact, fact) }) {
                let moments = Set(lines[known].moments + [fact.moment]).sorted()
                lines[known] = Line(fact: lines[known].fact, moments: moments)
            } else {
                lines.append(Line(fact: fact, moments: [fact.moment]))
            }
        }
        self.lines = lines
    }

    private static func isSame(_ left: SiteFileFact, _ right: SiteFileFact) -> Bool {
        left.kind == right.kind && left.origin == right.origin && left.fetched == right.fetched
            && left.expires == right.expires && left.outcome == right.outcome && left.digest == right.digest
    }
}

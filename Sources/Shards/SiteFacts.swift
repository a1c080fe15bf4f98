internal import Canonical
internal import Provenance
internal import WebAddress

/// The site files of a row, the same file at two moments written once.
struct SiteFacts {
    /// One line of the row's `sites`.
    struct Line {
        let fact: SiteFileFact
        let moments: [Moment]

        /// `[kind, moments, outcome, fetched, life, digest, origin, asked]`: the life in seconds; digest, origin and
        /// asked empty for no bytes, for the origin of the row's URL and for a kind with a path, and left out at the
        /// end of the list where empty.
        func write(origin: Origin, to writer: inout JSONWriter) {
            var texts = [
                fact.kind.rawValue, moments.map(\.rawValue).joined(separator: " "), fact.outcome.rawValue,
                fact.fetched.description, String(fact.expires.seconds - fact.fetched.seconds), fact.digest?.hex ?? "",
                fact.origin == origin ? "" : fact.origin.description, fact.asked,
            ]
            while texts.last == "" { texts.removeLast() }
            writer.strings(texts)
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
        left.name == right.name && left.origin == right.origin && left.fetched == right.fetched
            && left.expires == right.expires && left.outcome == right.outcome && left.digest == right.digest
    }
}

internal import Canonical
internal import Provenance
internal import WebAddress

/// The site files of a row, those that were found alike at one origin and the same moments written as one line.
///
/// A line is `[kinds, moments, outcome, life, times, digests, asked, origin]`: kinds and moments as letters; life in
/// seconds; times in seconds after the row's own time, digests and asked URLs each in the order of the kinds, with a
/// space between. Times that are all alike are written once. Digests, asked and origin are empty for no bytes, for
/// kinds with a path and for the origin of the row's URL; what is empty at the end of the line is left out.
struct SiteFacts {
    /// What the facts of a line have in common.
    private struct Group: Equatable {
        let moments: [Moment]
        let outcome: SiteFileOutcome
        let life: Int64
        let origin: Origin
    }

    private(set) var lines: [[String]] = []

    /// - Parameters:
    ///   - base: the row's own time, against which times are counted.
    ///   - origin: of the row's URL.
    init(_ facts: [SiteFileFact], base: Timestamp, origin: Origin) {
        // A few at most: looking through them costs less than hashing.
        var groups: [(group: Group, facts: [SiteFileFact])] = []
        for (fact, moments) in Self.merged(facts) {
            let group = Group(
                moments: moments, outcome: fact.outcome, life: fact.expires.seconds - fact.fetched.seconds,
                origin: fact.origin)
            if let place = groups.firstIndex(where: { $0.group == group }) {
                groups[place].facts.append(fact)
            } else {
                groups.append((group, [fact]))
            }
        }
        lines = groups.map { Self.line($0.group, $0.facts, base, origin) }
    }

    private static func line(_ group: Group, _ facts: [SiteFileFact], _ base: Timestamp, _ origin: Origin) -> [String] {
        let times = facts.map { String($0.fetched.seconds - base.seconds) }
        let hasDigest = facts.contains { $0.digest != nil }
        let asked = facts.filter { $0.kind.path == nil }.map { $0.asked.isEmpty ? "-" : $0.asked }
        var texts = [
            String(facts.map(\.kind.letter)), String(group.moments.map(\.letter)), group.outcome.rawValue,
            String(group.life),
            times.allSatisfy { $0 == times[0] } ? times[0] : times.joined(separator: " "),
            hasDigest ? facts.map { $0.digest?.hex ?? "-" }.joined(separator: " ") : "",
            asked.joined(separator: " "), group.origin == origin ? "" : group.origin.description,
        ]
        while texts.last == "" { texts.removeLast() }
        return texts
    }

    /// The facts in order, the same file at several moments once.
    private static func merged(_ facts: [SiteFileFact]) -> [(fact: SiteFileFact, moments: [Moment])] {
        var merged: [(fact: SiteFileFact, moments: [Moment])] = []
        for fact in facts {
            if let known = merged.firstIndex(where: { isSame($0.fact, fact) }) {
                merged[known].moments = Set(merged[known].moments + [fact.moment]).sorted()
            } else {
                merged.append((fact, [fact.moment]))
            }
        }
        return merged
    }

    private static func isSame(_ left: SiteFileFact, _ right: SiteFileFact) -> Bool {
        left.name == right.name && left.origin == right.origin && left.fetched == right.fetched
            && left.expires == right.expires && left.outcome == right.outcome && left.digest == right.digest
    }
}

extension EvidenceRow {
    /// The row's own time: of the capture, else of the last decision.
    static func base(_ capture: Capture?, _ last: Timestamp?) -> Timestamp {
        capture?.fetched ?? last ?? Timestamp(seconds: 0)
    }
}

extension SiteFileKind {
    /// How a row's `sites` name it.
    var letter: Character {
        switch self {
        case .robots: "r"
        case .tdmrep: "t"
        case .aiTxt: "a"
        case .trustTxt: "u"
        case .rsl: "l"
        case .trustTxtWellKnown: "w"
        case .tdmPolicy: "p"
        }
    }

    init?(letter: Character) {
        switch letter {
        case "r": self = .robots
        case "t": self = .tdmrep
        case "a": self = .aiTxt
        case "u": self = .trustTxt
        case "l": self = .rsl
        case "w": self = .trustTxtWellKnown
        case "p": self = .tdmPolicy
        default: return nil
        }
    }
}

extension Moment {
    /// How a row's `sites` name it.
    var letter: Character {
        switch self {
        case .fetch: "f"
        case .tag: "t"
        case .use: "u"
        }
    }

    init?(letter: Character) {
        guard let moment = Self.allCases.first(where: { $0.letter == letter }) else { return nil }
        self = moment
    }
}

extension Considered {
    /// The document key that follows from URL and payload; a row whose key is this one leaves it out.
    var derivedKey: Digest? { capture?.payloadDigest.map { DocumentKey.of(url, payload: $0) } }
}

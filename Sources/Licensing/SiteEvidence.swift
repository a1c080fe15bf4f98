internal import Canonical
internal import Provenance
internal import WebAddress

/// How fresh the site files are on which the states of a capture rest, per kind and moment.
struct SiteEvidence {
    /// From the best to the worst.
    enum Freshness: Int {
        case fresh
        case stale
        /// From after the moment it would have to speak for.
        case later
        /// The origin could not be reached, so nobody knows.
        case unreachable
        /// No such file of the document's origin is among the facts.
        case missing
    }

    private var table = [Freshness](repeating: .missing, count: SiteFileKind.allCases.count * 2)

    /// - Parameters:
    ///   - fetched: When the page was taken, or would be: what site files at fetch are measured against.
    ///   - at: What site files at use are measured against.
    ///   - useAge: Seconds they may be old at use; nil if that is not asked.
    init(_ files: [SiteFileFact], of origin: Origin, fetched: Timestamp, at: Timestamp, fetchAge: Int64, useAge: Int64?)
    {
        var seen = [Bool](repeating: false, count: table.count)
        var worst = [Freshness](repeating: .fresh, count: table.count)
        for file in files where file.moment != .tag {
            let slot = Self.slot(file.kind, file.moment)
            let found =
                file.moment == .fetch
                ? Self.judge(file, at: fetched, age: fetchAge, expires: true)
                : Self.judge(file, at: at, age: useAge ?? .max, expires: false)
            if found.rawValue > worst[slot].rawValue { worst[slot] = found }
            if file.origin == origin { seen[slot] = true }
        }
        for slot in table.indices where seen[slot] { table[slot] = worst[slot] }
    }

    subscript(kind: SiteFileKind, moment: Moment) -> Freshness { table[Self.slot(kind, moment)] }

    /// The worst of the files on which a protocol rests; nil if it rests on none.
    ///
    /// Files that another names count where there are any: whether all that were named are there, its reader says.
    func freshness(of source: RightsProtocol, _ moment: Moment) -> Freshness? {
        guard let kind = source.siteFileKind else { return nil }
        let own = self[kind, moment]
        guard let further = source.furtherSiteFileKind.map({ self[$0, moment] }), further != .missing else {
            return own
        }
        return further.rawValue > own.rawValue ? further : own
    }

    private static func slot(_ kind: SiteFileKind, _ moment: Moment) -> Int {
        let place: Int =
            switch kind {
            case .robots: 0
            case .tdmrep: 1
            case .aiTxt: 2
            case .trustTxt: 3
            case .rsl: 4
            case .trustTxtWellKnown: 5
            case .tdmPolicy: 6
            }
        return place * 2 + (moment == .fetch ? 0 : 1)
    }

    private static func judge(_ file: SiteFileFact, at: Timestamp, age: Int64, expires: Bool) -> Freshness {
        if file.outcome == .unreachable { return .unreachable }
        if file.fetched > at { return .later }
        if at.seconds - file.fetched.seconds > age { return .stale }
        // The setting's softest value reaches over the expiry too: both say "too old".
        return expires && age != .max && file.expires < at ? .stale : .fresh
    }
}

extension RightsProtocol {
    /// The site file without which nothing is known of it; nil if the capture itself carries it.
    var siteFileKind: SiteFileKind? {
        switch self {
        case .robots, .robotsAIAgents, .aiprefRobots, .contentSignalRobots, .rslRobots: .robots
        case .tdmrepFile: .tdmrep
        case .aiTxt: .aiTxt
        case .trustTxt: .trustTxt
        default: nil
        }
    }

    /// Site files on which it rests too where there are any among the facts.
    var furtherSiteFileKind: SiteFileKind? {
        switch self {
        case .rslRobots: .rsl
        case .trustTxt: .trustTxtWellKnown
        default: nil
        }
    }
}

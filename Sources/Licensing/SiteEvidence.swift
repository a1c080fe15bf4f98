internal import Canonical
internal import Provenance
internal import WebAddress

/// How fresh the site files are on which the states of a capture rest, per kind and moment.
struct SiteEvidence {
    /// From the best to the worst.
    enum Freshness: UInt64 {
        case fresh
        case stale
        /// From after the moment it would have to speak for.
        case later
        /// The origin could not be reached, so nobody knows.
        case unreachable
        /// No such file of the document's origin is among the facts.
        case missing
    }

    /// Four bits a slot, so that a decision needs no memory for it.
    private var table: UInt64 = 0

    /// A site file, as far as its age goes.
    struct Mark {
        /// The first of its four bits.
        let slot: UInt64
        let isAtFetch: Bool
        let isOfOrigin: Bool
        let isUnreachable: Bool
        let fetched: Timestamp
        let expires: Timestamp

        /// - Parameter origin: The document's.
        /// - Returns: Nil for a file that belongs to no moment at which site files count.
        init?(_ file: SiteFileFact, of origin: Origin) {
            guard file.moment != .tag else { return nil }
            slot = SiteEvidence.slot(file.kind, file.moment)
            isAtFetch = file.moment == .fetch
            isOfOrigin = file.origin == origin
            isUnreachable = file.outcome == .unreachable
            (fetched, expires) = (file.fetched, file.expires)
        }
    }

    /// - Parameters:
    ///   - fetched: When the page was taken, or would be: what site files at fetch are measured against.
    ///   - at: What site files at use are measured against.
    ///   - fetchAge: Seconds that site files may be old at fetch.
    ///   - useAge: Seconds they may be old at use; nil if that is not asked.
    init(_ files: [Mark], fetched: Timestamp, at: Timestamp, fetchAge: Int64, useAge: Int64?) {
        var seen: UInt64 = 0
        var worst: UInt64 = 0
        for file in files {
            let found =
                file.isAtFetch
                ? Self.judge(file, at: fetched, age: fetchAge, expires: true)
                : Self.judge(file, at: at, age: useAge ?? .max, expires: false)
            if found.rawValue > worst >> file.slot & 15 {
                worst = worst & ~(15 << file.slot) | found.rawValue << file.slot
            }
            if file.isOfOrigin { seen |= 15 << file.slot }
        }
        table = worst & seen | Self.missing & ~seen
    }

    /// Every slot with what it is without a file.
    private static let missing: UInt64 = 0x4444_4444_4444_4444

    subscript(kind: SiteFileKind, moment: Moment) -> Freshness {
        // Only raw values of this type are ever put in.
        Freshness(rawValue: table >> Self.slot(kind, moment) & 15) ?? .missing
    }

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

    /// The first of its four bits.
    static func slot(_ kind: SiteFileKind, _ moment: Moment) -> UInt64 {
        let place: UInt64 =
            switch kind {
            case .robots: 0
            case .tdmrep: 1
            case .aiTxt: 2
            case .trustTxt: 3
            case .rsl: 4
            case .trustTxtWellKnown: 5
            case .tdmPolicy: 6
            }
        return (place * 2 + (moment == .fetch ? 0 : 1)) * 4
    }

    private static func judge(_ file: Mark, at: Timestamp, age: Int64, expires: Bool) -> Freshness {
        if file.isUnreachable { return .unreachable }
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

internal import Provenance

/// What is known of every protocol, a bit each, at the place of its index: read once for all packs.
struct KnownProtocols {
    /// When the page was taken.
    private(set) var atFetch: UInt32 = 0
    /// When the text is to be used.
    private(set) var atUse: UInt32 = 0
    /// Whose carrier was looked at, at the moment decided for.
    private(set) var read: UInt32 = 0

    init() {}

    init(_ reader: FactReader) {
        let isFetch = reader.moment == .fetch
        let (states, later) = (reader.considered.statesAtFetch, reader.considered.statesAtUse)
        let (seenAtFetch, seenAtUse) = (states.seen, states == later ? states.seen : later.seen)
        read = isFetch ? seenAtFetch : seenAtUse
        // What the capture itself carries is known if it was looked at; of the rest its site file's age tells.
        atFetch = seenAtFetch & ~Self.ofSites
        if !isFetch, reader.knowsPageAtUse { atUse = seenAtUse & ~Self.ofSites }
        for source in Self.onSites {
            let bit: UInt32 = 1 << UInt32(source.index)
            if reader.knowledgeAtFetch(source) == .known { atFetch |= bit }
            if !isFetch, reader.knowledgeAtUse(source) == .known { atUse |= bit }
        }
    }

    /// The protocols that rest on a file of the site.
    private static let onSites = RightsProtocol.allCases.filter { $0.siteFileKind != nil }
    private static let ofSites: UInt32 = onSites.reduce(0) { $0 | 1 << UInt32($1.index) }
}

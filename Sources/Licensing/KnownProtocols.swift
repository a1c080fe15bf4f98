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
        let states = reader.considered.states(at: reader.moment)
        for source in Self.all {
            let bit: UInt32 = 1 << UInt32(source.index)
            if reader.knowledgeAtFetch(source) == .known { atFetch |= bit }
            if reader.moment != .fetch, reader.knowledgeAtUse(source) == .known { atUse |= bit }
            switch states[source] {
            case .stated, .absent: read |= bit
            case .unreadable, .notChecked: break
            }
        }
    }

    private static let all = RightsProtocol.allCases
}

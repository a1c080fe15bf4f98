internal import Provenance

/// The reason codes that name a protocol, made once, at the place of the protocol's index.
enum ReasonCodes {
    static let reserved = codes { "reserved.\($0)" }
    static let reservedUnclear = codes { "reserved-unclear.\($0)" }
    static let licenceUnread = codes { "licence-unread.\($0)" }
    private static let atFetch = Places(.fetch)
    private static let atUse = Places(.use)

    /// Why what is known of a protocol is not enough; nil if it is.
    static func code(_ knowledge: FactReader.Knowledge, _ source: RightsProtocol, _ moment: Moment) -> String? {
        let places = moment == .fetch ? atFetch : atUse
        switch knowledge {
        case .known: return nil
        case .unreadable: return places.unreadable[source.index]
        case .notChecked: return places.notChecked[source.index]
        case .stale: return places.stale[source.index]
        case .later: return places.later[source.index]
        case .unsupported: return places.unsupported[source.index]
        }
    }

    private final class Places: Sendable {
        let unreadable, notChecked, stale, later, unsupported: [String]

        init(_ moment: Moment) {
            func words(_ word: String) -> [String] { codes { "\(word).\(moment.rawValue).\($0)" } }
            unreadable = words("unreadable")
            notChecked = words("not-checked")
            stale = words("needs-recheck")
            later = words("later")
            unsupported = words("unsupported")
        }
    }

    private static func codes(_ code: (String) -> String) -> [String] {
        RightsProtocol.allCases.map { code($0.rawValue) }
    }
}

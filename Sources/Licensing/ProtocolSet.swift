public import Provenance

/// Which protocols a pack wants known, and at which moments.
public struct ProtocolSet: Hashable, Sendable {
    public enum Name: String, CaseIterable, Hashable, Sendable {
        /// What must be known before "no reservation" may be said.
        case reservation
        /// What must be known before a licence statement may be said to stand alone.
        case licence
        /// What must be known before terms may be said not to be there.
        case terms
    }

    public let name: Name
    /// In the order of ``RightsProtocol``.
    public let required: [RightsProtocol]
    /// `fetch`, `use` or both.
    public let moments: [Moment]
    /// The required ones, a bit each.
    let mask: UInt32
    let atFetch: Bool
    let atUse: Bool

    init(name: Name, required: [RightsProtocol], moments: [Moment]) {
        self.name = name
        self.required = required
        self.moments = moments
        mask = required.reduce(0) { $0 | 1 << UInt32($1.index) }
        atFetch = moments.contains(.fetch)
        atUse = moments.contains(.use)
    }
}

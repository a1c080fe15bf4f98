/// An objection that touches what somebody asked about.
public struct StandingObjection: Hashable, Sendable {
    public let life: ObjectionLife
    public let scope: ObjectionScope
    /// Whether it covers all that was asked about; else it covers something within.
    public let coversAll: Bool
}

/// A report that a licence demands: whoever cannot give it has no licence (RSL 1.0, section 3.12).
public struct RSLReporting: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable { case telemetry, provenance, audit }

    public let kind: Kind
    /// An absolute URI.
    public let profile: String
    public let endpoint: String?
}

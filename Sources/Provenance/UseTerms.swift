public import Canonical

/// What a use was: for what model, by whom, where, how often and when. The same in the operator's log and in usage reports.
///
/// Source: licensing bases 0.0.10, read 2026-11-30.
public struct UseTerms: Hashable, Sendable {
    public let model: String
    /// Who used the documents.
    public let licensee: String
    /// ISO 3166-1 alpha-2.
    public let territory: String
    public let epochs: UInt64
    public let from: Timestamp
    /// The first moment after the use.
    public let to: Timestamp

    public init(
        model: String, licensee: String, territory: String, epochs: UInt64, from: Timestamp, to: Timestamp
    ) {
        (self.model, self.licensee, self.territory) = (model, licensee, territory)
        (self.epochs, self.from, self.to) = (epochs, from, to)
    }
}

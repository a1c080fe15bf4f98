public import Canonical

/// A public notice whose sources take in a capture, and whose purpose, commercial flag, territory and collection period
/// take in the use profile and the time of fetching.
///
/// Interval and continuity are those of the notice, so that its state at any time follows: announced before
/// `effectiveFrom`, ended from `effectiveTo` on, in effect between if its publication never broke off.
public struct NoticeMatch: Hashable, Sendable {
    public let notice: String
    public let version: Int
    /// The end of the window for objections, outages added.
    public let effectiveFrom: Timestamp
    /// Exclusive: when it was withdrawn or superseded, or expires.
    public let effectiveTo: Timestamp
    /// Whether it was published without a break; unknown where probes are missing or too old.
    public let isContinuous: Truth
    /// No witness outside the operator proves when it was published.
    public let isSelfAttested: Bool
    /// The rate or tariff it announced; empty if it announced none.
    public let tariff: String

    public init(
        notice: String, version: Int, effectiveFrom: Timestamp, effectiveTo: Timestamp, isContinuous: Truth,
        isSelfAttested: Bool, tariff: String
    ) {
        self.notice = notice
        self.version = version
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.isContinuous = isContinuous
        self.isSelfAttested = isSelfAttested
        self.tariff = tariff
    }
}

public import Canonical

/// A licence that the operator holds from a rights holder, as far as it covers a capture.
public struct ContractMatch: Hashable, Sendable {
    /// What it says of training.
    public enum Training: String, CaseIterable, Hashable, Sendable {
        case granted
        case silent
        /// It rules out text and data mining.
        case banned
    }

    public let contract: String
    public let training: Training
    public let from: Timestamp
    /// Exclusive; nil if it has no end.
    public let to: Timestamp?
    /// Whether it gives access behind a paywall or login.
    public let opensAccess: Bool
    /// Whether its territory and uses take in the use profile.
    public let fits: Bool
    /// The tariff or price that applies; empty if nothing is due.
    public let tariff: String

    public init(
        contract: String, training: Training, from: Timestamp, to: Timestamp?, opensAccess: Bool, fits: Bool,
        tariff: String
    ) {
        self.contract = contract
        self.training = training
        self.from = from
        self.to = to
        self.opensAccess = opensAccess
        self.fits = fits
        self.tariff = tariff
    }
}

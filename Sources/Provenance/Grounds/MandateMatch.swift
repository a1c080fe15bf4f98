public import Canonical

/// A mandate of a collecting society that takes in a capture: which work was matched, how surely, at what tariff.
public struct MandateMatch: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case member, reciprocal, extended
        /// Everyone's, unless they opted out: a proposal, in force nowhere.
        case byDefault = "default"
    }

    public let mandate: String
    public let kind: Kind
    public let work: String
    /// Whether the match is by an exact key; a likeness of names or titles is not.
    public let isCertain: Bool
    public let from: Timestamp
    /// Exclusive; nil if it has no end.
    public let to: Timestamp?
    /// From when on the rights holder has opted out; nil if not.
    public let optedOut: Timestamp?
    /// Whether its rights, territory and uses take in the use profile.
    public let fits: Bool
    /// Another society claims the same share of the work.
    public let isDisputed: Bool
    public let tariff: String

    public init(
        mandate: String, kind: Kind, work: String, isCertain: Bool, from: Timestamp, to: Timestamp?,
        optedOut: Timestamp?, fits: Bool, isDisputed: Bool, tariff: String
    ) {
        self.mandate = mandate
        self.kind = kind
        self.work = work
        self.isCertain = isCertain
        self.from = from
        self.to = to
        self.optedOut = optedOut
        self.fits = fits
        self.isDisputed = isDisputed
        self.tariff = tariff
    }
}

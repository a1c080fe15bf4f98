/// A licence, dedication or rights statement of the licence table.
public struct LicenceEntry: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case licence
        case dedication
        /// Says what is the case and grants nothing.
        case statement
    }

    /// What it means for the training of models.
    public enum Training: String, CaseIterable, Hashable, Sendable {
        /// Granted to everyone, under its obligations.
        case open
        /// Granted for non-commercial use alone.
        case nonCommercial = "nc-conditional"
        /// Not granted.
        case reserved
        /// A person must read it first.
        case hold
        /// It describes, and is evidence of nothing by itself.
        case label
        /// A licence of software, which says nothing of a page's text.
        case software
    }

    /// Its own name: the SPDX id where there is one, `InC`, `KOGL-1`.
    public let id: String
    /// The family that packs name, as the fact `licence.id` has it.
    public let licence: String
    /// `3.0`; empty for none.
    public let version: String
    /// Two letters where it is one country's; empty for none.
    public let jurisdiction: String
    public let name: String
    public let kind: Kind
    public let training: Training
    /// The canonical URL; empty for a statement that has none.
    public let url: String
    public let terms: LicenceTerms
    /// What it says about itself, and the day it was read.
    public let source: String
    public let asOf: String
    /// SPDX ids by which it goes.
    let spdx: [String]
    /// Other URLs, as patterns of ``LicencePattern``.
    let patterns: [String]
    /// Names in running text, in lower case, longest first.
    let phrases: [String]
}

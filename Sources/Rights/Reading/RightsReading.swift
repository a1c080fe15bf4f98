public import Provenance

/// Everything the rights reader found, for a decision and for the evidence row.
public struct RightsReading: Hashable, Sendable {
    public var statesAtFetch: ProtocolStates
    public var statesAtUse: ProtocolStates
    /// In the order: site files, headers, page.
    public var signals: [Signal]
    public var licence: LicenceFinding
    public var access: AccessFinding
    public var siteFiles: [SiteFileFact]
    /// Absolute URLs by which the page names itself: `link rel=canonical`, `amphtml`, `og:url`. Self-declared.
    public var declaredURLs: [String]
    /// Identifiers that its metadata gives the work or whoever it is by: `doi:…`, `isbn:…`, `orcid:…`. Self-declared.
    public var identifiers: [String]
}

public import WebAddress

/// Everything about one capture, or one URL not fetched, that a decision may rest on, besides the input set.
///
/// An evidence row holds exactly this and the answers, so that every decision can be taken again from the row.
public struct Considered: Hashable, Sendable {
    /// The URL decided on: of the last hop, or the one that would have been asked.
    public var url: CanonicalURL
    /// Nil if no request was made.
    public var capture: Capture?
    public var statesAtFetch: ProtocolStates
    public var statesAtUse: ProtocolStates
    public var signals: [Signal]
    public var licence: LicenceFinding
    public var access: AccessFinding
    public var siteFiles: [SiteFileFact]
    public var matchKeys: MatchKeys
    public var registry: RegistryAnswer
    /// Nil if there is no main text.
    public var document: DocumentFacts?
    /// What others than the page say of it.
    public var grounds: Grounds

    public init(
        url: CanonicalURL, capture: Capture? = nil, statesAtFetch: ProtocolStates = ProtocolStates(),
        statesAtUse: ProtocolStates = ProtocolStates(), signals: [Signal] = [], licence: LicenceFinding = .none,
        access: AccessFinding = .unknown, siteFiles: [SiteFileFact] = [], matchKeys: MatchKeys = MatchKeys(),
        registry: RegistryAnswer = .notAsked, document: DocumentFacts? = nil, grounds: Grounds = .none
    ) {
        self.url = url
        self.capture = capture
        self.statesAtFetch = statesAtFetch
        self.statesAtUse = statesAtUse
        self.signals = signals
        self.licence = licence
        self.access = access
        self.siteFiles = siteFiles
        self.matchKeys = matchKeys
        self.registry = registry
        self.document = document
        self.grounds = grounds
    }

    /// The states that count at a moment: what was known at fetch, or at use (`tag` looks at what `use` does).
    public func states(at moment: Moment) -> ProtocolStates {
        moment == .fetch ? statesAtFetch : statesAtUse
    }
}

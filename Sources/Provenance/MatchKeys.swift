public import Canonical
public import WebAddress

/// The keys by which lists of others (registry, repertoire, clusters) may know a capture.
public struct MatchKeys: Hashable, Sendable {
    /// Canonical URL of every hop, first asked first.
    public var hops: [CanonicalURL]
    /// What the page calls itself: `link rel=canonical`, `amphtml`, `og:url`. Self-declared.
    public var declared: [CanonicalURL]
    /// The URL inside a web archive's URL.
    public var unwrapped: [CanonicalURL]
    /// Of every hop, where the Public Suffix List gives one.
    public var registrableDomains: [String]
    public var payload: Digest?
    public var text: Digest?
    /// Near-duplicate sketch with the id of its algorithm; empty if there is no text.
    public var sketch: String
    /// Identifiers of works and parties that the page states of itself, each as ``Identifier/text`` has it.
    public var identifiers: [String]
    /// Parts of data sets that the capture stands in, by the names that objections to such parts have.
    public var shards: [String]

    public init(
        hops: [CanonicalURL] = [], declared: [CanonicalURL] = [], unwrapped: [CanonicalURL] = [],
        registrableDomains: [String] = [], payload: Digest? = nil, text: Digest? = nil, sketch: String = "",
        identifiers: [String] = [], shards: [String] = []
    ) {
        self.hops = hops
        self.declared = declared
        self.unwrapped = unwrapped
        self.registrableDomains = registrableDomains
        self.payload = payload
        self.text = text
        self.sketch = sketch
        self.identifiers = identifiers
        self.shards = shards
    }
}

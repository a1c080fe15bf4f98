public import WebAddress

/// A URL that could be fetched, and how it was come by.
public struct FoundURL: Hashable, Sendable {
    public let url: CanonicalURL
    /// Links followed from a seed; 0 for a seed.
    public let depth: Int
    /// Lower is earlier.
    public let priority: Int
    /// The id of the URL it was found on; nil for seeds and sitemaps.
    public let foundOn: Int64?

    public init(url: CanonicalURL, depth: Int, priority: Int = 100, foundOn: Int64? = nil) {
        self.url = url
        self.depth = depth
        self.priority = priority
        self.foundOn = foundOn
    }
}

/// One line of a sitemap: a page, or another sitemap of an index.
public struct SitemapEntry: Sendable, Hashable {
    public enum Kind: String, Sendable { case page, sitemap }

    public let kind: Kind
    /// As written, trimmed, entities decoded; not yet checked to be a URL.
    public let location: String
    /// `lastmod` as written (W3C Datetime); nil if absent.
    public let lastModified: String?
}

/// What a sitemap may be at most. Source: sitemaps.org protocol, "Using Sitemap index files", date read 2026-11-23.
enum SitemapLimits {
    /// Uncompressed.
    static let bytes = 50 << 20
    static let urls = 50_000
}

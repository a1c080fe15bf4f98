internal import Frontier
internal import Provenance
internal import WebAddress

/// What the loop must remember of a URL besides its place in the queue, kept as notes of the frontier's store.
enum CrawlNotes {
    /// The hops of the redirects that led to a URL.
    static func viaKey(_ url: CanonicalURL) -> String { "via " + url.text }

    /// Set for a URL that is to be read as a sitemap; the value is the host whose word it is.
    static func sitemapKey(_ url: CanonicalURL) -> String { "sitemap " + url.text }

    /// Set where an origin's robots.txt names a sitemap: the sitemap may then list URLs of that origin from anywhere.
    static func voucherKey(_ sitemap: CanonicalURL, _ origin: Origin) -> String {
        "voucher \(origin) \(sitemap.text)"
    }

    static func text(_ hops: [Hop]) -> String { hops.map { "\($0.status) \($0.url)" }.joined(separator: "\n") }

    static func hops(_ text: String?) -> [Hop] {
        (text ?? "").split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let status = Int(parts[0]) else { return nil }
            return Hop(url: String(parts[1]), status: status)
        }
    }
}

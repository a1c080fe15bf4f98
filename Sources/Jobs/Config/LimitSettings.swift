public import Canonical

/// `limits`: how much of anything is taken.
public struct LimitSettings: Hashable, Sendable {
    /// Bytes of one body as transferred: without its transfer coding, with its content coding.
    public private(set) var bodyBytes: Int
    /// Bytes of one body after content decoding.
    public private(set) var decodedBytes: Int
    /// Bytes of one WARC record's block.
    public let recordBytes: Int

    public init(_ node: ConfigNode?) throws(ConfigError) {
        let keys = try node?.map(["body_bytes", "decoded_bytes", "record_bytes"]) ?? [:]
        func size(_ key: String, _ standard: Int) throws(ConfigError) -> Int {
            guard let node = keys[key] else { return standard }
            let size = try node.byteCount()
            guard size > 0 else { throw node.fault("at least one byte is due") }
            return size
        }
        bodyBytes = try size("body_bytes", 16 << 20)
        decodedBytes = try size("decoded_bytes", 32 << 20)
        recordBytes = try size("record_bytes", 64 << 20)
    }

    /// Of a sitemap that a crawl has read as one.
    var ofSitemap: LimitSettings {
        var limits = self
        (limits.bodyBytes, limits.decodedBytes) = (SitemapLimits.bytes, SitemapLimits.bytes)
        return limits
    }

    /// Of a site file, which is cut to a length of its own.
    var ofSiteFile: LimitSettings {
        var limits = self
        limits.bodyBytes = Int.max
        return limits
    }
}

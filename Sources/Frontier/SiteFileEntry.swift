public import Canonical
public import WebAddress

/// A site file in the cache: what its last fetch found, where its bytes are, and until when it serves.
public struct SiteFileEntry: Hashable, Sendable {
    public let origin: Origin
    /// The name of the kind, such as `robots.txt`.
    public let kind: String
    /// The absolute URL asked for; empty for kinds that have a path.
    public let asked: String
    /// The name of the outcome, such as `found`.
    public let outcome: String
    public let reason: String
    /// Of the body, which lies in `sites/blobs/<hex>`; nil if there is none.
    public let digest: Digest?
    public let contentType: String
    public let isCut: Bool
    /// Every URL asked, with its status.
    public let hops: [Hop]
    public let fetched: Timestamp
    public let expires: Timestamp
    public let etag: String?
    public let lastModified: String?

    /// One request made for the file.
    public struct Hop: Hashable, Sendable {
        public let url: String
        /// 0 if nothing was answered.
        public let status: Int

        public init(url: String, status: Int) {
            self.url = url
            self.status = status
        }
    }

    public init(
        origin: Origin, kind: String, asked: String = "", outcome: String, reason: String = "", digest: Digest? = nil,
        contentType: String = "", isCut: Bool = false, hops: [Hop], fetched: Timestamp, expires: Timestamp,
        etag: String? = nil, lastModified: String? = nil
    ) {
        self.origin = origin
        self.kind = kind
        self.asked = asked
        self.outcome = outcome
        self.reason = reason
        self.digest = digest
        self.contentType = contentType
        self.isCut = isCut
        self.hops = hops
        self.fetched = fetched
        self.expires = expires
        self.etag = etag
        self.lastModified = lastModified
    }
}

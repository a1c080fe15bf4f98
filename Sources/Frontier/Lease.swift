public import Canonical
public import WebAddress

/// A URL that is due, and the right to speak to its host until it is given back.
///
/// Leases live in memory: after a kill nobody holds one.
public struct Lease: Hashable, Sendable {
    public let id: Int64
    public let hostID: Int64
    public let host: String
    public let url: CanonicalURL
    public let depth: Int
    public let priority: Int
    public let foundOn: Int64?
    /// Failed tries in a row.
    public let failures: Int
    /// Of the last capture; nil before the first.
    public let last: LastCapture?
    /// To be left between two requests to this host under this lease, in milliseconds.
    public let delay: Int64
}

/// What is remembered of a URL's last capture, for a conditional request.
public struct LastCapture: Hashable, Sendable {
    public let fetched: Int64
    public let status: Int
    public let etag: String?
    public let lastModified: String?
    public let payload: Digest?
    /// WARC-Record-ID of the response that holds the payload.
    public let recordID: String?

    public init(
        fetched: Int64, status: Int, etag: String? = nil, lastModified: String? = nil, payload: Digest? = nil,
        recordID: String? = nil
    ) {
        self.fetched = fetched
        self.status = status
        self.etag = etag
        self.lastModified = lastModified
        self.payload = payload
        self.recordID = recordID
    }
}

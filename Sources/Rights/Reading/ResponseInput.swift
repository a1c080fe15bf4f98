public import Canonical
public import Provenance
public import WebAddress

/// A response as the reader needs it: everything but the body.
public struct ResponseInput: Sendable {
    /// Of the last hop.
    public let url: CanonicalURL
    /// Every request in order; empty if only the last is known.
    public let hops: [Hop]
    public let status: Int
    public let headers: HeaderList
    public let fetched: Timestamp

    public init(
        url: CanonicalURL, hops: [Hop], status: Int, headers: [(name: String, value: String)], fetched: Timestamp
    ) {
        self.url = url
        self.hops = hops
        self.status = status
        self.headers = HeaderList(headers)
        self.fetched = fetched
    }
}

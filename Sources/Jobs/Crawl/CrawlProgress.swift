/// How far a crawl is.
public struct CrawlProgress: Sendable {
    /// Captures since the run began.
    public let captures: Int
    public let documents: Int
    /// Requests under way.
    public let inFlight: Int
    /// Hosts spoken to since the run began.
    public let hosts: Int
    /// By verdict of the last decision.
    public let counts: RunCounts
}

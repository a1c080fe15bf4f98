/// What the frontier obeys. Times are in milliseconds.
public struct FrontierSettings: Hashable, Sendable {
    /// Between the end of one request to a host and the start of the next.
    public var delay: Int64 = 1_000
    /// The longest delay a host can ask for by `Crawl-delay`; a longer wish gets this.
    public var longestCrawlDelay: Int64 = 60_000
    /// The longest wait a host can ask for by `Retry-After`.
    public var longestRetryAfter: Int64 = 24 * 3_600_000
    /// The wait after a first failure; doubled for each one more in a row.
    public var backoff: Int64 = 5_000
    public var longestBackoff: Int64 = 3_600_000
    /// Makes the jitter of the backoff; the same seed gives the same waits.
    public var seed: UInt64 = 0
    /// Links further from a seed are not taken.
    public var deepest = 32
    /// URLs known per host; further ones are not taken.
    public var urlsPerHost = 100_000
    /// Captures per host; after them the host is left alone.
    public var capturesPerHost = 50_000
    /// Bytes of a URL.
    public var longestURL = 2_048
    /// A path in which one segment stands this often is a trap.
    public var segmentRepeats = 3
    /// Different queries taken for one path.
    public var queriesPerPath = 1_000
    /// Nil: a URL is fetched once.
    public var recrawl: RecrawlSchedule?

    public init() {}
}

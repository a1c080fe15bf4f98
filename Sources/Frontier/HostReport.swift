/// How a host bore the requests made under a lease.
public enum HostReport: Hashable, Sendable {
    /// It answered; the usual delay follows.
    case answered
    /// No request was made; no delay is needed.
    case untouched
    /// 429 or 503. `retryAfter` in milliseconds, if it said.
    case slowDown(retryAfter: Int64?)
    /// No answer, or a 5xx: the backoff grows.
    case failed
}

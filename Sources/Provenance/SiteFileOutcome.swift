/// How the fetch of a site file ended.
public enum SiteFileOutcome: String, CaseIterable, Hashable, Sendable {
    /// 2xx with a body that was taken whole, or to the reader's own limit.
    case found
    /// 404 or 410: looked, not there.
    case absent
    /// Any other 4xx but 429.
    case refused
    /// 5xx, 429, DNS, TLS, timeout, too many redirects, a body that broke off: nobody knows.
    case unreachable
}

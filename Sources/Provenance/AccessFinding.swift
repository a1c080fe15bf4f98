/// Whether the capture was open to us, as status, headers and page tell.
public enum AccessFinding: String, CaseIterable, Hashable, Sendable {
    /// 2xx, and nothing on the page says otherwise.
    case open
    /// 401, 403, 407, 451 and the like.
    case refused
    /// 402: a price was named.
    case offer
    /// A 2xx page that is behind a paywall, in part or whole.
    case paywalled
    /// A 2xx page that is a login, consent or challenge page.
    case blocked
    /// Not there, moved, or the server failed: nothing to use.
    case unavailable
    /// The page could not be read far enough to tell.
    case unknown
}

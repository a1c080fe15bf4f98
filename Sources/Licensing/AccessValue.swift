/// The values of the fact `access`.
enum AccessValue: String, CaseIterable {
    /// Only at `fetch`: no request was made yet, or only the headers of a 2xx answer are here.
    case pending
    case open
    case refused
    case offer
    case paywalled
    case blocked
    case unavailable
}

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

    /// Written out, since it is asked for in every decision.
    var bit: UInt64 {
        switch self {
        case .pending: 1
        case .open: 2
        case .refused: 4
        case .offer: 8
        case .paywalled: 16
        case .blocked: 32
        case .unavailable: 64
        }
    }
}

/// What RSL says to one use of one URL by one user in one place.
public enum RSLOutcome: Hashable, Sendable {
    case permittedFree(standard: String?)
    case permittedAttribution(standard: String?)
    case paymentRequired(RSLPayment, server: String?)
    case tokenRequired(server: String)
    case prohibited
    /// Not among what is permitted, or on conditions that cannot be met.
    case notPermitted
    case userExcluded
    case geoExcluded
    /// Nothing speaks of the URL: neither grant nor prohibition.
    case unlicensed
    case invalid

    public var name: String {
        switch self {
        case .permittedFree: "permitted-free"
        case .permittedAttribution: "permitted-attribution"
        case .paymentRequired: "payment-required"
        case .tokenRequired: "token-required"
        case .prohibited: "prohibited"
        case .notPermitted: "not-permitted"
        case .userExcluded: "user-excluded"
        case .geoExcluded: "geo-excluded"
        case .unlicensed: "unlicensed"
        case .invalid: "invalid"
        }
    }
}

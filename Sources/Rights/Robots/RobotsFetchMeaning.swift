/// What the answer to a request for robots.txt means for crawling its origin.
///
/// Source: RFC 9309, section 2.3.1, read 2026-11-23; 429 counts as unreachable, which the RFC would let pass.
public enum RobotsFetchMeaning: String, Hashable, Sendable {
    case parse
    case allowAll = "allow-all"
    case disallowAll = "disallow-all"

    /// - Parameter status: Of the last hop; nil if nothing was answered.
    public init(status: Int?) {
        switch status {
        case .some(200..<300): self = .parse
        case .some(429): self = .disallowAll
        case .some(400..<500): self = .allowAll
        default: self = .disallowAll
        }
    }
}

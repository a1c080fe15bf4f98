/// The truth of a condition as far as the evidence goes.
public enum Truth: String, CaseIterable, Hashable, Sendable {
    case yes = "t"
    case no = "f"
    case unknown = "u"

    public init(_ known: Bool) { self = known ? .yes : .no }

    /// True when both are; false when either is; unknown otherwise (Kleene's strong logic).
    public func and(_ other: Truth) -> Truth {
        if self == .no || other == .no { return .no }
        return self == .yes && other == .yes ? .yes : .unknown
    }

    /// True when either is; false when both are; unknown otherwise.
    public func or(_ other: Truth) -> Truth { negated.and(other.negated).negated }

    public var negated: Truth {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }
}

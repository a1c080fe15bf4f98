/// Whether a list that a gate asks must be at hand, or why there is none.
public enum ListDemand: Hashable, Sendable {
    /// Where it is not loaded, or past its age, nobody can tell who is not on it, and the gate holds.
    case require
    /// The operator says in so many words why there is none; the gate is then clear of it.
    case waived(because: String)

    /// What a settings file writes before the reason.
    static let waiver = "none, because "

    public var text: String {
        switch self {
        case .require: "require"
        case .waived(let reason): Self.waiver + reason
        }
    }
}

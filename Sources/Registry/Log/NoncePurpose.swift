/// What finding a nonce shall bring about. One given out for one purpose is good for no other, so that nobody who was only
/// shown an objection's state can turn the objector's own proof against it.
public enum NoncePurpose: String, CaseIterable, Hashable, Sendable {
    /// Control of the hosts is shown.
    case standing
    /// The objection is withdrawn.
    case withdrawal

    /// What stands before the token.
    var mark: String {
        switch self {
        case .standing: "muniment-objection="
        case .withdrawal: "muniment-withdrawal="
        }
    }

    /// What its digest is bound to.
    var context: String {
        switch self {
        case .standing: "muniment/nonce/v1"
        case .withdrawal: "muniment/nonce/withdrawal/v1"
        }
    }
}

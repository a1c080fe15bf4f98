/// What finding a nonce shall bring about. One given out for one purpose is good for no other, so that nobody who was only
/// shown an objection's state can turn the objector's own proof against it.
public enum NoncePurpose: String, CaseIterable, Hashable, Sendable {
    /// Control of the hosts is shown.
    case standing
    /// The objection is withdrawn.
    case withdrawal
    /// A mailbox is shown to be read: the nonce is sent there and told nobody else.
    case mailbox
    /// A statement is signed: the nonce stands in it.
    case signature

    /// Whether its nonces are put at hosts and on pages of accounts, and so are told to whoever follows the objection.
    public var isPlaced: Bool { self == .standing || self == .withdrawal }

    /// What stands before the token.
    var mark: String {
        switch self {
        case .standing: "muniment-objection="
        case .withdrawal: "muniment-withdrawal="
        case .mailbox: "muniment-mailbox="
        case .signature: "muniment-signature="
        }
    }

    /// What its digest is bound to.
    var context: String {
        switch self {
        case .standing: "muniment/nonce/v1"
        case .withdrawal: "muniment/nonce/withdrawal/v1"
        case .mailbox: "muniment/nonce/mailbox/v1"
        case .signature: "muniment/nonce/signature/v1"
        }
    }
}

/// How a standing was shown.
public enum ProofMethod: String, CaseIterable, Hashable, Sendable {
    /// A message to a mailbox at the domain was answered.
    case mailbox
    /// A nonce in a TXT record.
    case dns
    /// A nonce in a file under `/.well-known/`.
    case wellKnown = "well-known"
    /// A nonce in a header field of a response.
    case header
    /// A nonce on the page of an account.
    case account
    /// A signature by a key bound to the domain or person.
    case signature
    /// An operator looked at documents.
    case document
    /// An operator looked at an order of a court or regulator.
    case order
    /// Whoever imported a list vouches for it.
    case list
}

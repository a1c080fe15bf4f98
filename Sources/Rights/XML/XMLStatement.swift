public import Provenance

/// One statement of rights in an XML document, where it stands and whom it speaks for.
public struct XMLStatement: Hashable, Sendable {
    public enum Meaning: Hashable, Sendable {
        /// A licence, by its URL or by a name.
        case licence(String)
        /// RFC 4946: in so many words, that no licence is named.
        case unspecified
        /// Words of rights that name no licence.
        case words(String)
        /// Whether the work may be read freely, which is no licence.
        case access(AccessRight)
    }

    public let meaning: Meaning
    public let carrier: LicenceCandidate.Carrier
    /// Index into ``XMLRights/holders``.
    public let holder: Int
    /// Index of the element it stands in.
    public let element: Int
    /// Which of several is heard first.
    var rank = LicenceCandidate.Rank.declared
    public internal(set) var notes: [String] = []
    /// From when it holds, as written; nil if always.
    public internal(set) var start: String?
    /// Until when it holds, as written; nil if for ever.
    public internal(set) var end: String?
    /// Whether it holds at the time of the capture; dates that cannot be read are no yes.
    public internal(set) var isInForce = true
    public let quote: Quote
}

/// What is due for a use.
public struct RSLPayment: Hashable, Sendable {
    /// Source: RSL 1.0, section 3.7; `inference` of the draft is read as `use`.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case purchase, subscription, training, crawl, use, contribution, attribution, free
    }

    /// `free` where none is named.
    public let kind: Kind
    /// Whether the document names the kind.
    public let isNamed: Bool
    /// A licence that others use too, by its URI; compared as text.
    public let standard: String?
    /// The publisher's own way to a licence.
    public let custom: String?
    /// A decimal as written, and its currency.
    public let amount: String?
    public let currency: String?
    /// The media type of a payment protocol.
    public let accepts: String?
    let place: Range<Int>

    /// Whether something is to be paid. A sum or a payment protocol beside `free` is a contradiction, read as a price.
    public var isDue: Bool {
        let hasPrice = amount.map { $0.utf8.contains { byte in byte > 0x30 && byte <= 0x39 } } ?? false
        return hasPrice || accepts != nil || (kind != .free && kind != .attribution)
    }
}

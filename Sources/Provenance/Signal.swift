/// One rights statement as found. Statements are never merged: who reads the row sees what was said, and where.
public struct Signal: Hashable, Sendable {
    public let source: RightsProtocol
    /// How it was carried: `robots.txt`, `tdmrep.json`, `header`, `meta`, `link`, `a`, `rdfa`, `microdata`, `json-ld` …
    public let carrier: String
    public let scope: SignalScope
    /// What it speaks of: a URL, a path pattern, an element; empty for the document itself.
    public let subject: String
    public let category: UseCategory
    public let value: SignalValue
    /// What the value hangs on: a licence URL, a policy URL, an agent, a price.
    public let conditions: [String]
    public let quote: Quote
    /// What the reader noticed: `restrictive-intent`, `nonconformant`, `ambiguous-placement` …
    public let notes: [String]
    /// Why it does not speak for this document (`inside figure`, `subject is another resource` …); empty if it does.
    public let dropped: String
    /// The moments whose facts it belongs to: a site file may say one thing at fetch and another at use.
    public let moments: Set<Moment>

    public init(
        _ source: RightsProtocol, carrier: String, scope: SignalScope, subject: String = "", category: UseCategory,
        value: SignalValue, conditions: [String] = [], quote: Quote, notes: [String] = [], dropped: String = "",
        moments: Set<Moment> = Moment.ofStatements
    ) {
        self.source = source
        self.carrier = carrier
        self.scope = scope
        self.subject = subject
        self.category = category
        self.value = value
        self.conditions = conditions
        self.quote = quote
        self.notes = notes
        self.dropped = dropped
        self.moments = moments
    }

    /// The note on a carrier that is there, or may be, and of which nobody could read what it says.
    public static let unreadFile = "unread-file"

    /// Whether it speaks for the document.
    public var isTaken: Bool { dropped.isEmpty }

    /// The same statement, belonging to other moments.
    public func at(_ moments: Set<Moment>) -> Signal { with(quote, moments) }

    /// The same statement with other bytes for proof.
    public func quoting(_ quote: Quote) -> Signal { with(quote, moments) }

    private func with(_ quote: Quote, _ moments: Set<Moment>) -> Signal {
        Signal(
            source, carrier: carrier, scope: scope, subject: subject, category: category, value: value,
            conditions: conditions, quote: quote, notes: notes, dropped: dropped, moments: moments)
    }
}

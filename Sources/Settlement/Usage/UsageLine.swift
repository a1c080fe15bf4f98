/// One line of a usage report: what was used of one work in one document or more. It holds no text of any work.
public struct UsageLine: Hashable, Sendable {
    public var tariff: String
    /// Empty where no work is known.
    public var work: String
    public var match: MatchState
    /// The document's key, or another reference that the sender keeps.
    public var document: String
    public var domain: String
    public var workClass: String
    public var documents: UInt64
    public var tokens: UInt64
    public var epochs: UInt64
    public var basis: String
    public var territory: String
    public var licensee: String
    /// Number of the ``RecordedUse`` in its report; 0 for none.
    public var use: Int

    public init(
        tariff: String, work: String, match: MatchState, document: String, domain: String, workClass: String,
        documents: UInt64, tokens: UInt64, epochs: UInt64, basis: String, territory: String, licensee: String,
        use: Int = 0
    ) {
        self.tariff = tariff
        self.work = work
        self.match = match
        self.document = document
        self.domain = domain
        self.workClass = workClass
        self.documents = documents
        self.tokens = tokens
        self.epochs = epochs
        self.basis = basis
        self.territory = territory
        self.licensee = licensee
        self.use = use
    }

    static let columns = [
        "SU", "seq", "tariff", "work", "match", "document", "domain", "class", "documents", "tokens", "epochs", "basis",
        "territory", "licensee", "use",
    ]

    func fields(_ number: Int) -> [String] {
        [
            "SU", String(number), tariff, work, match.rawValue, document, domain, workClass, String(documents),
            String(tokens), String(epochs), basis, territory, licensee, use == 0 ? "" : String(use),
        ]
    }
}

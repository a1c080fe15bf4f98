internal import Provenance

/// The statements of an XML document as licence candidates and signals.
struct XMLSignals {
    private(set) var candidates: [LicenceCandidate] = []
    /// Words, access, and licences that are not in force: none of them licenses anything.
    private(set) var others: [Signal] = []
    private let rights: XMLRights
    private let licences: LicenceCatalogue
    private var seen: Set<[String]> = []

    /// Statements about other resources that are kept beside those of the document.
    private static let limit = 64

    init(_ rights: XMLRights, _ licences: LicenceCatalogue) {
        self.rights = rights
        self.licences = licences
        for statement in rights.statements {
            switch statement.meaning {
            case .licence(let url): addLicence(url, statement)
            case .unspecified: addLicence("http://purl.org/atompub/license#unspecified", statement)
            case .words(let text): add(statement, .unknown, [], key: text)
            case .access(let right): add(statement, access(right, statement), [right.rawValue], key: right.rawValue)
            }
        }
    }

    private mutating func addLicence(_ url: String, _ statement: XMLStatement) {
        guard statement.isInForce else {
            return add(statement, .conditional, [url, statement.start ?? ""].filter { !$0.isEmpty }, key: url)
        }
        let holder = rights.holders[statement.holder]
        var candidate = LicenceCandidate(
            url, named: licences.named(value: url), carrier: statement.carrier, node: -1, quote: statement.quote,
            rank: statement.rank)
        candidate.isDocument = holder.isDocument
        candidate.subject = holder.isDocument ? "document" : subject(holder)
        candidate.notes = notes(statement)
        let dropped = dropped(statement)
        if !dropped.isEmpty { candidate.drop(holder.isDocument ? .none : .otherResource, dropped) }
        candidates.append(candidate)
    }

    private mutating func add(
        _ statement: XMLStatement, _ value: SignalValue, _ conditions: [String], key: String
    ) {
        let holder = rights.holders[statement.holder]
        // A feed says the same words in every item: once is enough for the evidence.
        let dropped = dropped(statement)
        guard seen.insert([key, dropped, holder.level.rawValue]).inserted,
            holder.isDocument || others.count < Self.limit
        else { return }
        var category = UseCategory.licence
        if case .access = statement.meaning { category = .access }
        others.append(
            Signal(
                .licenceFeed, carrier: statement.carrier.signal, scope: holder.isDocument ? .document : .asset,
                subject: subject(holder), category: category, value: value, conditions: conditions,
                quote: statement.quote, notes: notes(statement), dropped: dropped))
    }

    private func access(_ right: AccessRight, _ statement: XMLStatement) -> SignalValue {
        statement.isInForce ? right.value : .conditional
    }

    private func notes(_ statement: XMLStatement) -> [String] {
        ["level=" + rights.holders[statement.holder].level.rawValue] + statement.notes
    }

    private func subject(_ holder: XMLHolder) -> String {
        // Subjects come from the document, and a row has a budget.
        holder.isDocument ? "" : ByteText.string(holder.subject.utf8.prefix(512))
    }

    private func dropped(_ statement: XMLStatement) -> String {
        let holder = rights.holders[statement.holder]
        if !holder.isDocument { return "subject is another resource" }
        if !statement.isInForce {
            if case .access = statement.meaning { return "" }
            return "not in force at the time of the capture"
        }
        // What could not be read to its end may take back what it grants.
        guard rights.fault != nil else { return "" }
        switch statement.meaning {
        case .licence, .unspecified: return "the document is not whole"
        case .words, .access: return ""
        }
    }
}

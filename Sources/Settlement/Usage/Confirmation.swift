/// That the likeness by which a work was found was confirmed: for all documents, or for some.
struct Confirmation: Hashable, Sendable {
    private var isForAll = false
    private var documents: Set<String> = []
    /// What of it was of any use.
    private var wasForAny = false
    private var used: Set<String> = []

    /// Whether a candidate's document is confirmed, which is remembered.
    mutating func confirms(_ document: String) -> Bool {
        if isForAll { wasForAny = true }
        guard documents.contains(document) else { return isForAll }
        used.insert(document)
        return true
    }

    /// Whether a match that was filed confirmed any candidate.
    ///
    /// - Parameter document: Empty for a match of all documents.
    func wasUsed(for document: String) -> Bool { document.isEmpty ? wasForAny : used.contains(document) }

    static func byWork(_ matches: [Filings.Match]) -> [String: Confirmation] {
        var found: [String: Confirmation] = [:]
        for match in matches {
            if match.document.isEmpty {
                found[match.work, default: Confirmation()].isForAll = true
            } else {
                found[match.work, default: Confirmation()].documents.insert(match.document)
            }
        }
        return found
    }
}

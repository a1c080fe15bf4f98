/// That the likeness by which a work was found was confirmed: for all documents, or for some.
struct Confirmation: Hashable, Sendable {
    private var isForAll = false
    private var documents: Set<String> = []

    func holds(for document: String) -> Bool { isForAll || documents.contains(document) }

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

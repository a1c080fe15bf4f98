internal import Provenance

extension FactReader {
    /// `robots.allows`: whether robots.txt lets our agent take this URL, as known at the moment asked.
    ///
    /// At `fetch` what is known then counts. Later both count: bytes taken against robots.txt are not cured by a
    /// later
    /// permission, and a refusal made since bars a new use.
    var robotsAllows: Truth {
        var answer = Truth.yes
        for signal in considered.signals where speaksOfCrawling(signal) {
            switch signal.value {
            case .deny: return .no
            case .conditional, .unknown: answer = .unknown
            case .invalid where signal.notes.contains(Self.restrictiveIntent): answer = .unknown
            case .allow, .invalid: break
            }
        }
        let known =
            moment == .fetch
            ? knowledgeAtFetch(.robots) == .known
            : knowledgeAtFetch(.robots) == .known && knowledgeAtUse(.robots) == .known
        return known ? answer : .unknown
    }

    private func speaksOfCrawling(_ signal: Signal) -> Bool {
        guard signal.isTaken, signal.source != .robotsAIAgents else { return false }
        guard signal.category == .crawl || (signal.source == .robots && signal.category == .all) else { return false }
        return moment != .fetch || signal.moments.isEmpty || signal.moments.contains(.fetch)
    }

    /// What a reader notes on a statement that its specification voids but that plainly means to refuse.
    static let restrictiveIntent = "restrictive-intent"
}

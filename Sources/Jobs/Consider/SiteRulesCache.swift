internal import Canonical
internal import Provenance
internal import Rights
internal import WebAddress

/// Parses each set of site files once. One per worker or loop; bounded, oldest first out.
final class SiteRulesCache {
    private let index: SiteEvidenceIndex
    /// By the numbers of the files.
    private var rules: [[Int]: SiteRules] = [:]
    private var order: [[Int]] = []
    private let capacity: Int

    init(_ index: SiteEvidenceIndex, capacity: Int = 4096) {
        self.index = index
        self.capacity = capacity
    }

    /// What the site files said when a capture was fetched, and what is known of them at use.
    func evidence(for origin: Origin, fetched: Timestamp, at: Timestamp) -> SiteEvidence {
        SiteEvidence(atFetch: rules(origin, fetched), atUse: rules(origin, max(at, fetched)))
    }

    private func rules(_ origin: Origin, _ time: Timestamp) -> SiteRules? {
        let key = index.numbers(of: origin, at: time)
        guard !key.isEmpty else { return nil }
        if let known = rules[key] { return known }
        let parsed = SiteRules(key.map { index[$0] })
        rules[key] = parsed
        order.append(key)
        if order.count > capacity { rules[order.removeFirst()] = nil }
        return parsed
    }
}

internal import Canonical
internal import Provenance
internal import Rights
internal import WebAddress

/// Parses each set of site files once. One per worker or loop; bounded, oldest first out.
final class SiteRulesCache {
    private let index: SiteEvidenceIndex
    private var rules: [[SiteFile.Identity]: SiteRules] = [:]
    private var order: [[SiteFile.Identity]] = []
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
        let files = index.files(of: origin, at: time)
        guard !files.isEmpty else { return nil }
        let key = files.map(\.identity)
        if let known = rules[key] { return known }
        let parsed = SiteRules(files)
        rules[key] = parsed
        order.append(key)
        if order.count > capacity { rules[order.removeFirst()] = nil }
        return parsed
    }
}

extension SiteFile {
    /// What tells two site files apart without comparing their bytes.
    struct Identity: Hashable, Sendable {
        let name: SiteFileName
        let origin: Origin
        let fetched: Timestamp
        let outcome: SiteFileOutcome
        let digest: Digest?
    }

    var identity: Identity {
        Identity(name: name, origin: origin, fetched: fetched, outcome: outcome, digest: digest)
    }
}

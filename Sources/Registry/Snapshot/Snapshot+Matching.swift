public import Canonical
public import Provenance
public import WebAddress

extension Snapshot {
    /// The objections that cover a capture, blocking or not.
    ///
    /// Every URL the capture is known by counts: each hop, an unwrapped archive URL, and what the page declares
    /// itself to be. A declared URL on the registrable domain of the last hop is taken at its word; on any other it
    /// makes the match uncertain, which holds and does not deny.
    ///
    /// An identifier is one that the document states of itself. A near-duplicate is told with its similarity, and the
    /// settings of doubt say from where on it counts.
    ///
    /// - Returns: One match per entry, in the order of the snapshot (kind of scope, key, id). Its `key` is the
    ///   first key of the capture that is covered, in the order hops, unwrapped, declared, domains, payload, identifiers,
    ///   shards.
    ///   `isBlocking` tells whether it blocks at `time`; the others are evidence.
    /// - Complexity: Per URL one look-up for it and one per label of its host; where a host has prefixes, a binary
    ///   search among its own.
    public func match(_ keys: MatchKeys, at time: Timestamp) -> [ObjectionMatch] {
        var search = SnapshotSearch(self)
        for url in keys.hops { search.look(up: url) }
        for url in keys.unwrapped { search.look(up: url) }
        for url in keys.declared { search.look(up: url, declaredBy: keys.hops.last) }
        for domain in keys.registrableDomains { search.look(upDomain: domain) }
        if let payload = keys.payload { search.look(up: payload) }
        for identifier in keys.identifiers { search.look(upIdentifier: identifier) }
        for shard in keys.shards { search.look(upShard: shard) }
        search.look(upSketch: keys.sketch)
        return matches(of: search, at: time)
    }

    /// The objections that cover one URL and perhaps one payload.
    ///
    /// - Returns: As ``match(_:at:)``.
    public func match(_ url: CanonicalURL, payload: Digest? = nil, at time: Timestamp) -> [ObjectionMatch] {
        var search = SnapshotSearch(self)
        search.look(up: url)
        if let payload { search.look(up: payload) }
        return matches(of: search, at: time)
    }

    private func matches(of search: SnapshotSearch, at time: Timestamp) -> [ObjectionMatch] {
        guard !search.hits.isEmpty else { return [] }
        return search.hits.sorted { $0.place < $1.place }.map { match($0, at: time) }
    }

    /// Those of some names of parts of data sets that an objection has, whether it blocks or not.
    public func shards(among names: [String]) -> [String] {
        names.filter { name in
            var search = SnapshotSearch(self)
            search.look(upShard: name)
            return !search.hits.isEmpty
        }
    }

    private func match(_ hit: SnapshotSearch.Hit, at time: Timestamp) -> ObjectionMatch {
        let kind = index.kind(at: hit.place)
        guard let objection = index.objection(at: hit.place) else {
            // Only a snapshot that was opened without being tested can come here: what cannot be read blocks.
            return ObjectionMatch(
                objection: "unreadable", scope: kind.rawValue, key: hit.key, state: "UNREADABLE", isBlocking: true,
                isUncertain: true, effectiveFrom: compiledAt, effectiveTo: nil)
        }
        return ObjectionMatch(
            objection: objection.id, scope: kind.rawValue, key: hit.key, state: objection.state.rawValue,
            isBlocking: objection.blocks(at: time),
            isUncertain: hit.isUncertain || objection.isUnderReview || !objection.standing.isSure(for: kind),
            effectiveFrom: objection.effectiveFrom, effectiveTo: objection.effectiveTo,
            capacity: objection.capacity.rawValue, similarity: hit.similarity)
    }
}

public import Canonical
public import Provenance
internal import WebAddress

extension Snapshot {
    /// The objections that cover a capture, blocking or not.
    ///
    /// Every URL the capture is known by counts: each hop, an unwrapped archive URL, and what the page declares
    /// itself to be. A declared URL on the registrable domain of the last hop is taken at its word; on any other it
    /// makes the match uncertain, which holds and does not deny.
    ///
    /// - Returns: One match per objection, in the order of the snapshot (kind of scope, key, id). Its `key` is the
    ///   first key of the capture that is covered, in the order hops, unwrapped, declared, domains, payload.
    ///   `isBlocking` tells whether it blocks at `time`; the others are evidence.
    /// - Complexity: Per URL, one look-up for it, one per label of its host, and a binary search over the prefixes.
    public func match(_ keys: MatchKeys, at time: Timestamp) -> [ObjectionMatch] {
        bytes.withUnsafeBufferPointer { buffer in
            var search = SnapshotSearch(self, buffer)
            for url in keys.hops { search.look(up: url) }
            for url in keys.unwrapped { search.look(up: url) }
            for url in keys.declared { search.look(up: url, declaredBy: keys.hops.last) }
            for domain in keys.registrableDomains { search.look(upDomain: domain) }
            if let payload = keys.payload { search.look(up: payload) }
            return search.hits.sorted { $0.record < $1.record }.map { hit in
                let objection = records[hit.record].objection(in: buffer)
                return ObjectionMatch(
                    objection: objection.id, scope: objection.scope.kind.rawValue, key: hit.key,
                    state: objection.state.rawValue, isBlocking: objection.blocks(at: time),
                    isUncertain: hit.isUncertain, effectiveFrom: objection.effectiveFrom,
                    effectiveTo: objection.effectiveTo)
            }
        }
    }
}

internal import Canonical
internal import Provenance

/// Copies of one text, as the operator's file records them.
struct Cluster: Sendable {
    let id: String
    let members: [GroundScope]
    /// The member that is the origin; nil if nobody knows.
    let origin: GroundScope?
    /// How the origin is known: `verified` (its owner was), `proven` (an outside proof of time), `claimed` (its own word).
    let isSure: Bool
    let reserves: Truth
    let size: Int

    init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map(["id", "members", "origin", "proof", "origin_reserves", "size"])
        id = try node.due("id", in: map).identifier()
        members = try ListFile.scopes(node.due("members", in: map))
        origin = try map["origin"].map { (node) throws(ConfigError) in try GroundScope(node) }
        if let origin, !members.contains(origin) { throw node.fault("cluster \(id): its origin is no member") }
        isSure = try map["proof"]?.choice(["verified", "proven", "claimed"]) != "claimed" && map["proof"] != nil
        reserves = try map["origin_reserves"].map { (node) throws(ConfigError) in Truth(try node.bool()) } ?? .unknown
        size = try map["size"]?.integer(in: 2...1_000_000_000) ?? members.count
        // One digest of a text names all that have this text.
        guard size > 1 else { throw node.fault("cluster \(id) has one member; it takes two to be copies, or a size") }
    }

    /// Whether a capture is the origin, and that is verified or proven.
    func isSureOrigin(_ keys: MatchKeys) -> Bool { isSure && isOrigin(keys) }

    private func isOrigin(_ keys: MatchKeys) -> Bool {
        var own = ScopeIndex<Int>()
        if let origin { own.add(0, for: [origin]) }
        return own.values(for: keys).contains(where: \.isCertain)
    }

    func facts(of keys: MatchKeys) -> ClusterFacts {
        let isOrigin = isOrigin(keys)
        let hasEarlier: Truth = origin == nil ? .unknown : isOrigin ? .no : isSure ? .yes : .unknown
        return ClusterFacts(cluster: id, size: size, hasEarlier: hasEarlier, isReserved: reserves)
    }
}

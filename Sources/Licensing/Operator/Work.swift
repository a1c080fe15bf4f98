internal import Canonical
internal import Provenance

/// Facts of a work with the evidence for them, as the operator's file records them.
struct Work: Sendable {
    let covers: [GroundScope]
    let facts: WorkFacts

    init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map(["work", "covers", "died", "published", "country", "official", "evidence"])
        covers = try ListFile.scopes(node.due("covers", in: map))
        _ = try node.due("evidence", in: map).filledText()
        let (died, published) = (try map["died"]?.integer(in: 1...9999), try map["published"]?.integer(in: 1...9999))
        facts = WorkFacts(
            work: try node.due("work", in: map).identity(), died: died, published: published,
            country: try map["country"]?.string() ?? "", official: try map["official"]?.string() ?? "")
        guard died != nil || published != nil || !facts.official.isEmpty else {
            throw node.fault("work \(facts.work): one of died, published, official is due")
        }
    }
}

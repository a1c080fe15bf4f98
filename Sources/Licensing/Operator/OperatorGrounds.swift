public import Canonical
public import Provenance
internal import WebAddress

/// The operator's own files as grounds of decisions: lists, contracts, notices, mandates, works and clusters.
///
/// Each is one YAML file; `docs/formats/grounds.md` has their keys. Read whole and checked before any work.
public struct OperatorGrounds: GroundsSource {
    private var lists = ScopeIndex<ListHit>()
    private var contracts = ScopeIndex<Contract>()
    private var notices = ScopeIndex<Notice>()
    private var noticeVersions = NoticeVersions()
    private var book = RepertoireBook()
    private var mandates = ScopeIndex<RepertoireEntry>()
    private var works = ScopeIndex<WorkFacts>()
    private var clusters = ScopeIndex<Cluster>()
    /// What was loaded, for the ruleset.
    public private(set) var known = KnownGrounds.none
    /// Everything the files say, for their canonical bytes.
    public private(set) var json: [JSONValue.Member] = []

    public init() {}

    /// The files a run may name, in the order they are read.
    public enum Kind: String, CaseIterable, Sendable {
        case lists, contracts, notices, mandates, works, clusters
    }

    /// Adds what a file says.
    ///
    /// - Throws: ``ConfigError`` with file, line and key: an unknown key, a contract that ends before it begins, a
    ///   mandate whose shares do not fit, a notice without a window …
    public mutating func add(_ kind: Kind, _ node: ConfigNode) throws(ConfigError) {
        switch kind {
        case .lists: try add(lists: node)
        case .contracts:
            for contract in try Self.items(node, "contracts", Contract.init) {
                contracts.add(contract, for: contract.covers)
            }
        case .notices:
            for notice in try Self.items(node, "notices", Notice.init) { add(notice) }
        case .mandates: try add(repertoire: node)
        case .works:
            for work in try Self.items(node, "works", Work.init) { works.add(work.facts, for: work.covers) }
        case .clusters:
            for cluster in try Self.items(node, "clusters", Cluster.init) {
                clusters.add(cluster, for: cluster.members)
            }
            known.hasClusters = true
        }
        json.append(.init(kind.rawValue, node.json))
    }

    /// Adds the notices of a registry snapshot. They are named by its digest and not by that of the operator's files.
    ///
    /// - Throws: ``ConfigError`` for what no registry compiles.
    public mutating func add(noticesOfRegistry node: ConfigNode) throws(ConfigError) {
        for notice in try Self.items(node, "notices", Notice.init) { add(notice) }
    }

    /// Adds the repertoire of a registry snapshot, which is named by its digest as the notices are.
    ///
    /// - Throws: ``ConfigError`` for what no registry compiles, and for what the operator's own file has too.
    public mutating func add(repertoireOfRegistry node: ConfigNode) throws(ConfigError) { try add(repertoire: node) }

    private mutating func add(repertoire node: ConfigNode) throws(ConfigError) {
        try book.add(node)
        mandates = ScopeIndex()
        // What two files claim of one work is counted together.
        for entry in book.repertoire.entries { mandates.add(entry, for: entry.work.covers) }
    }

    private mutating func add(_ notice: Notice) {
        notices.add(notice, for: notice.sources)
        noticeVersions.add(notice)
    }

    private static func items<Item>(
        _ node: ConfigNode, _ key: String, _ read: (ConfigNode) throws(ConfigError) -> Item
    ) throws(ConfigError) -> [Item] {
        var items: [Item] = []
        for item in try node.due(key, in: node.map([key])).list() { items.append(try read(item)) }
        return items
    }

    private mutating func add(lists node: ConfigNode) throws(ConfigError) {
        let file = try ListFile(node)
        for (hit, scopes) in file.entries { lists.add(hit, for: scopes) }
        known.lists = file.until
        known.crowd = file.crowd
        known.product = file.product
        known.substitutes = file.substitutes
    }

    public func grounds(for keys: MatchKeys, fetched: Timestamp, profile: UseProfile, at: Timestamp) -> Grounds {
        var hits: [ListHit] = []
        for (hit, _) in lists.values(for: keys) where !hits.contains(hit) { hits.append(hit) }
        return Grounds(
            lists: hits.sorted { ($0.list, $0.value) < ($1.list, $1.value) },
            contracts: contracts.values(for: keys).filter(\.isCertain).map { $0.value.match(profile) },
            notices: noticeVersions.governing(
                notices.values(for: keys).filter(\.isCertain).compactMap {
                    $0.value.match(profile, fetched: fetched, at: at)
                }, at: at),
            mandates: mandates.values(for: keys).map { $0.value.match(profile, isCertain: $0.isCertain) },
            works: works.values(for: keys).filter(\.isCertain).map(\.value),
            clusters: clusters.values(for: keys).map { $0.value.facts(of: keys) })
    }

    /// Whether the clusters know a capture as the origin of its text, verified or by a proof of time from outside.
    public func isSureOrigin(_ keys: MatchKeys) -> Bool {
        clusters.values(for: keys).contains { $0.value.isSureOrigin(keys) }
    }
}

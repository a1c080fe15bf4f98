/// What others than the page say of a capture: lists and contracts of the operator, public notices, mandates of
/// societies, facts of the work and of its copies.
///
/// Found once, by the capture's match keys, and kept with the evidence: a decision rests on what stands here and never
/// looks anything up.
public struct Grounds: Hashable, Sendable {
    /// In the order of their names and values.
    public var lists: [ListHit]
    public var contracts: [ContractMatch]
    public var notices: [NoticeMatch]
    public var mandates: [MandateMatch]
    public var works: [WorkFacts]
    public var clusters: [ClusterFacts]

    public init(
        lists: [ListHit] = [], contracts: [ContractMatch] = [], notices: [NoticeMatch] = [],
        mandates: [MandateMatch] = [], works: [WorkFacts] = [], clusters: [ClusterFacts] = []
    ) {
        self.lists = lists
        self.contracts = contracts
        self.notices = notices
        self.mandates = mandates
        self.works = works
        self.clusters = clusters
    }

    public static let none = Grounds()

    public var isEmpty: Bool { self == .none }

    /// Both together; of two sources neither speaks against the other.
    public mutating func add(_ other: Grounds) {
        lists += other.lists.filter { !lists.contains($0) }
        contracts += other.contracts.filter { !contracts.contains($0) }
        notices += other.notices.filter { !notices.contains($0) }
        mandates += other.mandates.filter { !mandates.contains($0) }
        works += other.works.filter { !works.contains($0) }
        clusters += other.clusters.filter { !clusters.contains($0) }
    }
}

/// What the command line of `muniment filter` asks for.
public struct FilterOptions: Sendable {
    public var inputs: [String]
    public var output: String
    /// A `sites/` store, or the output folder that holds one.
    public var siteEvidence: String?
    public var workers: Int
    public var rank: Int
    public var world: Int
    /// The run's time is the clock's, so the snapshot's age is tested by the clock whenever an input is sealed.
    public var isLive: Bool
    /// Whether the digests that records state are computed and compared.
    public var verifiesDigests = false
    var walk = WalkLimits()

    public init(
        inputs: [String], output: String, siteEvidence: String?, workers: Int, rank: Int, world: Int, isLive: Bool
    ) {
        self.isLive = isLive
        self.inputs = inputs
        self.output = output
        self.siteEvidence = siteEvidence
        self.workers = workers
        self.rank = rank
        self.world = world
    }
}

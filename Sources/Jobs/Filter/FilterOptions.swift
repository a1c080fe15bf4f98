/// What the command line of `muniment filter` asks for.
public struct FilterOptions: Sendable {
    public var inputs: [String]
    public var output: String
    /// A `sites/` store, or the output folder that holds one.
    public var siteEvidence: String?
    public var workers: Int
    public var rank: Int
    public var world: Int

    public init(inputs: [String], output: String, siteEvidence: String?, workers: Int, rank: Int, world: Int) {
        self.inputs = inputs
        self.output = output
        self.siteEvidence = siteEvidence
        self.workers = workers
        self.rank = rank
        self.world = world
    }
}

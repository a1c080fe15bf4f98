/// The cluster of copies that a capture belongs to.
public struct ClusterFacts: Hashable, Sendable {
    public let cluster: String
    /// Copies known, this one among them.
    public let size: Int
    /// Whether another copy is proven to be the earlier one, or another owner's is verified as the origin.
    public let hasEarlier: Truth
    /// Whether the origin, verified, reserves the text.
    public let isReserved: Truth

    public init(cluster: String, size: Int, hasEarlier: Truth, isReserved: Truth) {
        self.cluster = cluster
        self.size = size
        self.hasEarlier = hasEarlier
        self.isReserved = isReserved
    }
}

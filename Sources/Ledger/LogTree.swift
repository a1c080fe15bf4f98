public import Canonical

/// The tree of a log that grows, of which the roots of whole tiles and all nodes above them are kept: a proof then needs the
/// leaves of one tile, and the log may have millions.
public struct LogTree: Sendable {
    /// Leaves in a tile.
    public static let tile = 256

    /// Roots of whole subtrees; those of the level k are over 2^k tiles.
    private var levels: [[Digest]] = []
    /// Leaves behind the last whole tile.
    private var rest: [Digest] = []
    private var tree = MerkleTree()

    public init() {}

    public var count: Int { tree.count }
    public var root: Digest { tree.root }

    public mutating func append(leaf: Digest) {
        tree.append(leaf: leaf)
        rest.append(leaf)
        guard rest.count == Self.tile else { return }
        var whole = MerkleTree()
        for leaf in rest { whole.append(leaf: leaf) }
        rest = []
        put(whole.root, level: 0)
    }

    private mutating func put(_ root: Digest, level: Int) {
        if levels.count == level { levels.append([]) }
        levels[level].append(root)
        let count = levels[level].count
        guard count.isMultiple(of: 2) else { return }
        put(MerkleTree.node(levels[level][count - 2], levels[level][count - 1]), level: level + 1)
    }

    /// Makes proofs from what is kept.
    ///
    /// - Parameter leaves: by number, the leaf hashes of the whole tiles in which the places asked about lie.
    public func proofs(tile leaves: [Int: [Digest]]) -> MerkleProofs {
        let (levels, rest, start) = (levels, rest, count - rest.count)
        return MerkleProofs(count: count) { range in
            let tiles = range.count / Self.tile
            guard tiles > 0, tiles & (tiles - 1) == 0, range.count == tiles * Self.tile,
                range.lowerBound.isMultiple(of: range.count)
            else { return nil }
            let level = tiles.trailingZeroBitCount
            let place = range.lowerBound / range.count
            return level < levels.count && place < levels[level].count ? levels[level][place] : nil
        } leaf: { place in
            if place >= start { return rest[place - start] }
            guard let tile = leaves[place / Self.tile], tile.count == Self.tile else {
                throw LedgerError(.badProof, "", "the leaves of tile \(place / Self.tile) are not at hand")
            }
            return tile[place % Self.tile]
        }
    }
}

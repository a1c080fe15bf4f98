public import Canonical

/// That a tree continues an earlier one: nothing was changed, dropped or put between.
public struct ConsistencyProof: Hashable, Sendable {
    public let older: Int
    public let newer: Int
    public let path: [Digest]

    public init(older: Int, newer: Int, path: [Digest]) {
        self.older = older
        self.newer = newer
        self.path = path
    }

    /// Whether the proof leads from one root to the other.
    ///
    /// Source: RFC 9162, section 2.1.4.2, date read 2026-11-29.
    public func holds(from oldRoot: Digest, to newRoot: Digest) -> Bool {
        guard 0 <= older, older <= newer else { return false }
        if older == newer { return path.isEmpty && oldRoot == newRoot }
        if older == 0 { return path.isEmpty && oldRoot == Digest(of: []) }
        // A complete tree is itself the first node of the proof, and is left out of it.
        let nodes = older & (older - 1) == 0 ? [oldRoot] + path : path
        guard let first = nodes.first else { return false }
        var (node, last) = (older - 1, newer - 1)
        while node & 1 == 1 {
            node >>= 1
            last >>= 1
        }
        var (old, new) = (first, first)
        for sibling in nodes.dropFirst() {
            if last == 0 { return false }
            if node & 1 == 1 || node == last {
                old = MerkleTree.node(sibling, old)
                new = MerkleTree.node(sibling, new)
                while node & 1 == 0, node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                new = MerkleTree.node(new, sibling)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 && old == oldRoot && new == newRoot
    }
}

public import Canonical
public import Ledger

/// The tree of a part's rows as they were first sealed, made from the rows of a later revision and the leaves of those
/// that are no longer as they were.
///
/// So it is shown that a revision holds what was sealed, but for the rows it names, though these are gone.
public struct FirstTree: Sendable {
    private var tree = MerkleTree()
    private let leaves: [Int: Digest]
    private let isReplaced: Bool

    /// - Parameters:
    ///   - leaves: of the rows that changed, by their place in the first revision, from 1.
    ///   - isReplaced: whether another row stands at the place of each; false if the place is gone.
    public init(leaves: [Int: Digest], isReplaced: Bool) {
        self.leaves = leaves
        self.isReplaced = isReplaced
    }

    /// The place in the first revision of the row that comes next.
    public var place: Int {
        var place = tree.count + 1
        if isReplaced { return place }
        while leaves[place] != nil { place += 1 }
        return place
    }

    /// Takes the next row of the later revision.
    public mutating func append(_ line: UnsafeRawBufferPointer) {
        if isReplaced, let leaf = leaves[tree.count + 1] { return tree.append(leaf: leaf) }
        Self.fill(&tree, leaves, isReplaced)
        tree.append(line)
    }

    /// The tree, all rows having been taken.
    public var finished: MerkleTree {
        var tree = tree
        Self.fill(&tree, leaves, isReplaced)
        return tree
    }

    private static func fill(_ tree: inout MerkleTree, _ leaves: [Int: Digest], _ isReplaced: Bool) {
        while !isReplaced, let leaf = leaves[tree.count + 1] { tree.append(leaf: leaf) }
    }
}

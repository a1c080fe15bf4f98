public import Canonical

/// That an entry stands at a place of a tree.
public struct InclusionProof: Hashable, Sendable {
    public let index: Int
    public let size: Int
    /// The lowest first.
    public let path: [Digest]

    public init(index: Int, size: Int, path: [Digest]) {
        self.index = index
        self.size = size
        self.path = path
    }

    /// The root that a leaf at this place leads to; nil if the path has not the length it must have.
    ///
    /// Source: RFC 9162, section 2.1.3.2, date read 2026-11-29.
    public func root(of leaf: Digest) -> Digest? {
        guard 0 <= index, index < size else { return nil }
        var (node, last, root) = (index, size - 1, leaf)
        for sibling in path {
            if last == 0 { return nil }
            if node & 1 == 1 || node == last {
                root = MerkleTree.node(sibling, root)
                while node & 1 == 0, node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                root = MerkleTree.node(root, sibling)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 ? root : nil
    }

    public var json: JSONValue {
        .object([
            .init("index", .integer(Int64(index))), .init("path", .array(path.map { .string($0.hex) })),
            .init("size", .integer(Int64(size))),
        ])
    }

    /// Nil for what ``json`` would not write.
    public init?(json: JSONValue) {
        guard let index = json["index"]?.integer, let size = json["size"]?.integer, let items = json["path"]?.array,
            json.members?.count == 3
        else { return nil }
        let path = items.compactMap { $0.string.flatMap { Digest($0) } }
        guard path.count == items.count else { return nil }
        self.init(index: Int(index), size: Int(size), path: path)
    }
}

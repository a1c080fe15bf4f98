public import Canonical

/// The Merkle tree hash over lines, as rows come.
///
/// Keeps only the right edge of the tree: 32 bytes per level. Source: RFC 9162, section 2.1.1, date read 2026-11-23.
public struct MerkleTree: Sendable {
    /// Roots of complete subtrees, the largest first; their sizes are the bits of ``count``.
    private var edge: [Digest] = []
    /// Leaves so far.
    public private(set) var count = 0

    public init() {}

    /// Appends the leaf of a line.
    public mutating func append(_ line: [UInt8]) { append(leaf: Self.leaf(line)) }

    /// Appends the leaf of a line.
    public mutating func append(_ line: UnsafeRawBufferPointer) { append(leaf: Self.leaf(line)) }

    /// Appends a leaf that was hashed elsewhere.
    public mutating func append(leaf: Digest) {
        var node = leaf
        var size = count
        while size & 1 == 1 {
            node = Self.node(edge.removeLast(), node)
            size >>= 1
        }
        edge.append(node)
        count += 1
    }

    /// The root over all leaves so far; the digest of nothing for an empty tree.
    public var root: Digest {
        guard var root = edge.last else { return Digest(of: []) }
        for left in edge.dropLast().reversed() { root = Self.node(left, root) }
        return root
    }

    /// SHA-256(0x00 || line).
    public static func leaf(_ line: [UInt8]) -> Digest { line.withUnsafeBytes { leaf($0) } }

    /// SHA-256(0x00 || line).
    public static func leaf(_ line: UnsafeRawBufferPointer) -> Digest {
        var hasher = Digest.Hasher()
        withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) { mark in
            mark[0] = 0
            hasher.update(UnsafeRawBufferPointer(mark))
        }
        hasher.update(line)
        return hasher.finish()
    }

    /// SHA-256(0x01 || left || right).
    public static func node(_ left: Digest, _ right: Digest) -> Digest {
        withUnsafeTemporaryAllocation(byteCount: 65, alignment: 8) { room in
            room[0] = 1
            left.copy(to: UnsafeMutableRawBufferPointer(rebasing: room[1..<33]))
            right.copy(to: UnsafeMutableRawBufferPointer(rebasing: room[33..<65]))
            return Digest(of: UnsafeRawBufferPointer(room))
        }
    }
}

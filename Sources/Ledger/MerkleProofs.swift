public import Canonical

/// Makes proofs over leaves that are at hand.
///
/// Subtree roots are made anew for each proof, but for those that are given: of a log with a million leaves that takes a
/// second, and needs nothing besides the leaves. Source: RFC 9162, sections 2.1.3.1 and 2.1.4.1, date read 2026-11-29.
public struct MerkleProofs: Sendable {
    private let leaves: @Sendable (Int) throws -> Digest
    private let known: @Sendable (Range<Int>) -> Digest?
    public let count: Int

    /// - Parameters:
    ///   - known: the root over some leaves that are a whole subtree, where it is at hand.
    ///   - leaf: the leaf hash of each place below `count`.
    public init(
        count: Int, known: @escaping @Sendable (Range<Int>) -> Digest? = { _ in nil },
        leaf: @escaping @Sendable (Int) throws -> Digest
    ) {
        self.count = count
        self.known = known
        leaves = leaf
    }

    public init(_ leaves: [Digest]) { self.init(count: leaves.count) { leaves[$0] } }

    /// The root over the first `size` leaves.
    public func root(of size: Int) throws -> Digest {
        size == 0 ? Digest(of: []) : try root(0..<size)
    }

    /// The nodes that lead from the leaf at `index` to the root over the first `size` leaves, the lowest first.
    public func inclusion(of index: Int, in size: Int) throws -> [Digest] {
        precondition(0 <= index && index < size && size <= count)
        return try path(index, 0..<size)
    }

    /// The nodes that show that the tree of `size` leaves continues that of the first `older`.
    public func consistency(from older: Int, to size: Int) throws -> [Digest] {
        precondition(0 <= older && older <= size && size <= count)
        return older == 0 || older == size ? [] : try subproof(older, 0..<size, isWhole: true)
    }

    private func path(_ index: Int, _ range: Range<Int>) throws -> [Digest] {
        guard range.count > 1 else { return [] }
        let middle = Self.middle(range)
        return index < middle
            ? try path(index, range.lowerBound..<middle) + [try root(middle..<range.upperBound)]
            : try path(index, middle..<range.upperBound) + [try root(range.lowerBound..<middle)]
    }

    /// SUBPROOF(m, D, b) of the RFC; `older` counts from the start of the range.
    private func subproof(_ older: Int, _ range: Range<Int>, isWhole: Bool) throws -> [Digest] {
        if older == range.count { return isWhole ? [] : [try root(range)] }
        let middle = Self.middle(range)
        let left = middle - range.lowerBound
        if older <= left {
            return try subproof(older, range.lowerBound..<middle, isWhole: isWhole)
                + [try root(middle..<range.upperBound)]
        }
        return try subproof(older - left, middle..<range.upperBound, isWhole: false)
            + [try root(range.lowerBound..<middle)]
    }

    private func root(_ range: Range<Int>) throws -> Digest {
        if let known = known(range) { return known }
        if range.count == 1 { return try leaves(range.lowerBound) }
        let middle = Self.middle(range)
        return MerkleTree.node(
            try root(range.lowerBound..<middle), try root(middle..<range.upperBound))
    }

    /// Behind the largest power of two that is smaller than the count.
    private static func middle(_ range: Range<Int>) -> Int {
        var split = 1
        while split * 2 < range.count { split *= 2 }
        return range.lowerBound + split
    }
}

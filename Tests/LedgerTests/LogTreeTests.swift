import Canonical
import Ledger
import Testing

@Suite("A log's tree of which only tiles are kept, RFC 9162, section 2.1")
struct LogTreeTests {
    @Test("Roots and proofs are those of the whole tree", arguments: [1, 2, 255, 256, 257, 511, 512, 1000, 1536, 2049])
    func same(size: Int) throws {
        let leaves = (0..<size).map { MerkleTree.leaf(Array("line \($0)".utf8)) }
        var tree = LogTree()
        for leaf in leaves { tree.append(leaf: leaf) }
        let whole = MerkleProofs(leaves)
        let root = try whole.root(of: size)
        #expect(tree.count == size && tree.root == root)
        for index in Set([0, 1, size / 3, size / 2, size - 2, size - 1]) where (0..<size).contains(index) {
            let tile = index / LogTree.tile
            let known = Array(leaves.dropFirst(tile * LogTree.tile).prefix(LogTree.tile))
            let proofs = tree.proofs(tile: [tile: known])
            let path = try proofs.inclusion(of: index, in: size)
            let wholePath = try whole.inclusion(of: index, in: size)
            #expect(path == wholePath)
            #expect(InclusionProof(index: index, size: size, path: path).root(of: leaves[index]) == tree.root)
            let grown = try whole.consistency(from: index + 1, to: size)
            #expect(try proofs.consistency(from: index + 1, to: size) == grown)
        }
    }

    @Test("A tile that is not at hand is told, and nothing is made up")
    func missing() throws {
        var tree = LogTree()
        for place in 0..<600 { tree.append(leaf: MerkleTree.leaf(Array("\(place)".utf8))) }
        #expect(throws: LedgerError.self) { try tree.proofs(tile: [:]).inclusion(of: 3, in: 600) }
    }
}

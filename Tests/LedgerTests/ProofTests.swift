import Canonical
import Ledger
import Testing

@Suite("Proofs, RFC 9162 sections 2.1.3 and 2.1.4")
struct ProofTests {
    private static let leaves = (0..<40).map { MerkleTree.leaf(Array("entry \($0)".utf8)) }
    private static let proofs = MerkleProofs(leaves)

    @Test("every leaf of every tree leads to its root, and no other leaf, place or size does")
    func inclusion() throws {
        for size in 1...40 {
            let root = try Self.proofs.root(of: size)
            for index in 0..<size {
                let proof = InclusionProof(
                    index: index, size: size, path: try Self.proofs.inclusion(of: index, in: size))
                #expect(proof.root(of: Self.leaves[index]) == root)
                #expect(InclusionProof(json: proof.json) == proof)
                #expect(proof.root(of: Self.leaves[(index + 1) % 40]) != root)
                let longer = InclusionProof(index: index, size: size, path: proof.path + [root])
                #expect(longer.root(of: Self.leaves[index]) == nil)
                if !proof.path.isEmpty {
                    let shorter = InclusionProof(index: index, size: size, path: Array(proof.path.dropLast()))
                    #expect(shorter.root(of: Self.leaves[index]) != root)
                }
            }
        }
        #expect(InclusionProof(index: 3, size: 3, path: []).root(of: Self.leaves[0]) == nil)
        #expect(InclusionProof(index: -1, size: 3, path: []).root(of: Self.leaves[0]) == nil)
    }

    @Test("every tree continues each of its beginnings, and none with an entry changed")
    func consistency() throws {
        for newer in 0...40 {
            let root = try Self.proofs.root(of: newer)
            for older in 0...newer {
                let oldRoot = try Self.proofs.root(of: older)
                let path = try Self.proofs.consistency(from: older, to: newer)
                let proof = ConsistencyProof(older: older, newer: newer, path: path)
                #expect(proof.holds(from: oldRoot, to: root), "\(older) to \(newer)")
                guard older > 0, older < newer else { continue }
                var changed = Self.leaves
                changed[older - 1] = Digest(of: "another")
                let other = try MerkleProofs(changed).root(of: older)
                #expect(!proof.holds(from: other, to: root))
                #expect(!proof.holds(from: oldRoot, to: other))
                let longer = ConsistencyProof(older: older, newer: newer, path: path + [root])
                #expect(!longer.holds(from: oldRoot, to: root))
            }
        }
    }

    @Test("the proofs of the reference tests of Certificate Transparency")
    func published() throws {
        let leaves = MerkleTreeTests.leaves.map { MerkleTree.leaf($0) }
        let proofs = MerkleProofs(leaves)
        #expect(
            try proofs.inclusion(of: 5, in: 8).map(\.hex) == [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ])
        #expect(
            try proofs.consistency(from: 6, to: 8).map(\.hex) == [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ])
    }
}

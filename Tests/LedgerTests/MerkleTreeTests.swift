import Canonical
import Ledger
import Testing

@Suite("Merkle tree hash, RFC 9162 section 2.1.1")
struct MerkleTreeTests {
    /// The definition of the RFC, word for word: split at the largest power of two smaller than n.
    private func defined(_ lines: ArraySlice<[UInt8]>) -> Digest {
        if lines.isEmpty { return Digest(of: [UInt8]()) }
        if lines.count == 1 { return Digest(of: [0] + lines[lines.startIndex]) }
        var split = 1
        while split * 2 < lines.count { split *= 2 }
        let middle = lines.startIndex + split
        return Digest(of: [1] + defined(lines[..<middle]).bytes + defined(lines[middle...]).bytes)
    }

    private func root(_ lines: [[UInt8]]) -> Digest {
        var tree = MerkleTree()
        for line in lines { tree.append(line) }
        return tree.root
    }

    /// Leaves and roots of the reference tests of Certificate Transparency, for the first n of these eight leaves.
    static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ].map { Hex.decode(Array($0.utf8)) ?? [] }

    static let roots = [
        (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
        (2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
        (3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
        (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
    ]

    @Test("The published roots", arguments: roots)
    func published(count: Int, hex: String) { #expect(root(Array(Self.leaves.prefix(count))).hex == hex) }

    @Test("The root of any number of lines is that of the recursive definition")
    func definition() {
        for count in 0...130 {
            let lines = (0..<count).map { Array("line \($0)".utf8) }
            #expect(root(lines) == defined(lines[...]), "\(count) lines")
        }
    }

    @Test("The root may be asked for at any time and leaves hashed elsewhere count the same")
    func incremental() {
        var tree = MerkleTree()
        var lines: [[UInt8]] = []
        for number in 0..<40 {
            lines.append(Array("\(number)".utf8))
            tree.append(leaf: MerkleTree.leaf(lines[number]))
            #expect(tree.count == number + 1)
            #expect(tree.root == defined(lines[...]))
        }
    }

    @Test("A line, two lines joined and their inner node have different hashes")
    func domains() {
        let node = MerkleTree.node(MerkleTree.leaf([1]), MerkleTree.leaf([2]))
        #expect(node != MerkleTree.leaf(MerkleTree.leaf([1]).bytes + MerkleTree.leaf([2]).bytes))
        #expect(root([[1], [2]]) != root([[2], [1]]))
        #expect(root([[1, 2]]) != root([[1], [2]]))
    }
}

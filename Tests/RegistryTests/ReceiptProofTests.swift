import Canonical
import Ledger
import Provenance
import Testing

@testable import Registry

@Suite("A receipt against the exported log")
struct ReceiptProofTests {
    private func receipt(_ bench: StoreBench) throws -> Receipt {
        try bench.store.file(
            StoreBench.filing(), publicSuffixList: suffixes, key: bench.key, at: bench.day(1)
        ).get()
    }

    private func export(_ bench: StoreBench) throws -> String {
        let log = Bench.folder()
        _ = try bench.store.export(to: log, key: bench.key)
        return log
    }

    @Test("The log has its event, which leads to the signed root, and tells what has become of the objection")
    func proven() throws {
        let bench = try StoreBench()
        try bench.file("host", "other.example.org", contact: "bob@example.org")
        let receipt = try receipt(bench)
        _ = try bench.store.prove(receipt.objection, .documents, by: .document, at: bench.day(2))
        let proof = try ReceiptProof(receipt, log: try export(bench))
        #expect(proof.index == 5 && proof.recordedAt == bench.day(1))
        #expect(proof.life.state == .effective)
        #expect(proof.inclusion.root(of: receipt.leaf) == proof.root)
        let head = try #require(try bench.compile(day: 3).log)
        #expect(proof.isOf(head))
        #expect(!proof.isOf(LogHead(origin: head.origin, size: 3, root: head.root, checkpoint: "")))
        #expect(!proof.isOf(LogHead(origin: "other", size: head.size, root: head.root, checkpoint: "")))
    }

    @Test("A log that ended before it, is another's, or is signed by another key does not bear it out")
    func refused() throws {
        let bench = try StoreBench()
        let early = try export(bench)
        let receipt = try receipt(bench)
        let other = try StoreBench(seed: 2)
        try other.file()
        let foreign = try export(other)
        let key = try SigningKey(name: "example.org/registry", seed: Array(1...32)).verifying
        #expect(throws: RegistryError.self) { try ReceiptProof(receipt, log: early) }
        #expect(throws: RegistryError.self) { try ReceiptProof(receipt, log: foreign) }
        #expect(throws: RegistryError.self) { try ReceiptProof(receipt, log: try export(bench), trusted: key) }
    }
}

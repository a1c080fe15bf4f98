import Canonical
import Foundation
import Ledger
import Provenance
import Registry
import Shards
import Testing

@testable import Jobs

@Suite("What runs knew of an objection, by its receipt")
struct ReceiptAuditTests {
    /// A registry whose snapshots runs obey.
    private struct Desk {
        let bench: Workbench
        let store: RegistryStore
        let key: SigningKey
        let input: String

        init() throws {
            bench = try Workbench()
            key = try SigningKey(name: "example.org/registry", seed: Array(0..<32))
            store = try RegistryStore.create(
                bench.folder + "/registry.db", origin: "example.org/registry", at: Workbench.at.adding(seconds: -86_400)
            )
            input = try bench.archive(
                "a.warc.gz", [.page("http://a.example/1", Record.prose("ships"))] + Record.silentSite("a.example"))
        }

        func file(hours: Int64) throws -> Receipt {
            let filing = ObjectionFiling(
                objector: Objector(name: "Ann", kind: .author, contact: "ann@a.example"),
                scopes: [.init(kind: "host", value: "a.example")], evidence: [], goodFaith: true, authority: true,
                channel: "test")
            return try store.file(
                filing, publicSuffixList: Workbench.suffixes, key: key, at: Workbench.at.adding(seconds: hours * 3600)
            ).get()
        }

        /// Compiles what is known at an hour and filters by it.
        func run(_ out: String, hours: Int64) throws -> String {
            try Snapshot.compile(
                store: store, key: key, publicSuffixList: Workbench.suffixes,
                at: Workbench.at.adding(seconds: hours * 3600), into: bench.registry)
            try bench.filter([input], out: out)
            return bench.folder + "/" + out
        }

        func proof(_ receipt: Receipt) throws -> ReceiptProof {
            let log = bench.folder + "/log.jsonl"
            _ = try store.export(to: log, key: key)
            return try ReceiptProof(receipt, log: log)
        }
    }

    @Test("Before the filing, after it, by files, and by another registry's snapshot")
    func runs() throws {
        let desk = try Desk()
        let files = desk.bench.folder + "/files"
        try desk.bench.filter([desk.input], out: "files")
        let before = try desk.run("before", hours: -4)
        let receipt = try desk.file(hours: -3)
        let after = try desk.run("after", hours: -2)
        let proof = try desk.proof(receipt)
        #expect(try ReceiptAudit(proof, output: before).description.contains("before it was filed"))
        let known = try ReceiptAudit(proof, output: after)
        #expect(known.isSound && known.description == "knew of it")
        #expect(try ReceiptAudit(proof, output: files).description.contains("names no log"))
        let foreign = try Desk()
        let missed = try ReceiptAudit(proof, output: try foreign.run("foreign", hours: -2))
        #expect(!missed.isSound && missed.description.contains("leaves out what was filed by then"))
        #expect(try desk.bench.rows("after").contains { $0.verdict == .deny })
    }
}

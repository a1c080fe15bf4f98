import Canonical
import Foundation
import Ledger
import Shards
import Testing

@testable import Jobs

@Suite("audit lookup: in or not in, with a proof that stands alone")
struct LookupTests {
    private func bench(_ pages: Int = 300) throws -> Workbench {
        let bench = try Workbench()
        let records = (0..<pages).map { Record.page("http://a.example/\($0)", "<p>item \($0)") }
        try bench.archive("a.warc.gz", Record.silentSite("a.example") + records)
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        return bench
    }

    @Test("every URL is found with its row and a proof; neighbours show that others are not there")
    func proofs() throws {
        let bench = try bench()
        let out = bench.folder + "/out"
        let (count, _) = try OutputIndex.make(out)
        #expect(count > 300 * 3)
        let lookup = try OutputLookup(output: out)
        for number in stride(from: 0, to: 300, by: 7) {
            let url = "http://a.example/\(number)"
            let answer = try lookup.answer(IndexKey.meanings(of: url))
            #expect(answer.count == 1)
            #expect(answer.rows.first?.url == url)
            #expect(try answer.proof.isIn())
            let other = try lookup.answer(IndexKey.meanings(of: url + "/none"))
            #expect(other.count == 0)
            #expect(try !other.proof.isIn())
            #expect(other.proof.shown.count <= 2)
        }
        #expect(try lookup.answer(IndexKey.meanings(of: "a.example")).count == 300)
        #expect(try lookup.answer(IndexKey.meanings(of: "b.example")).count == 0)
    }

    @Test("a proof that was changed in any way shows nothing, or the same")
    func changed() throws {
        let bench = try bench(20)
        _ = try OutputIndex.make(bench.folder + "/out")
        for (query, isIn) in [("http://a.example/3", true), ("http://a.example/none", false)] {
            let run = try Command(
                ["audit", "lookup", query, "--in", "out", "--proof", "proof.json"], in: bench.folder)
            #expect(run.code == (isIn ? 0 : 1), "\(run.complaints)")
            let path = bench.folder + "/proof.json"
            #expect(try LookupProof(reading: path).isIn() == isIn)
            let whole = try OutputFile.read(path)
            var random = SplitMix(seed: 5)
            for _ in 0..<200 {
                var bytes = whole
                bytes[random.below(whole.count)] ^= 1 << UInt8(random.below(8))
                try OutputFile.replace(path, with: bytes)
                do {
                    let proof = try LookupProof(reading: path)
                    let answer = try proof.isIn()
                    // What is left to change is what the proof is of: another key, or a manifest to compare with.
                    #expect(answer == isIn || proof.key.value != query)
                } catch {
                    continue
                }
            }
            try OutputFile.replace(path, with: whole)
            #expect(try Command(["audit", "check-proof", "proof.json"], in: bench.folder).code == 0)
        }
    }

    @Test("the same rows give the same index; verify looks at it; the log takes its root")
    func committed() throws {
        let bench = try bench(40)
        let out = bench.folder + "/out"
        _ = try OutputIndex.make(out)
        let before = try bench.files("out")
        _ = try OutputIndex.make(out)
        #expect(try bench.files("out") == before)
        #expect(try OutputAudit(output: out).run().faults.isEmpty)
        for name in ["keys.bin", "blocks.bin", "tops.bin", "frames.jsonl", "index.json"] {
            let path = "\(out)/index/\(name)"
            let bytes = try OutputFile.read(path)
            var changed = bytes
            changed[bytes.count / 2] ^= 1
            try OutputFile.replace(path, with: changed)
            #expect(try OutputAudit(output: out).run().faults.contains { $0.file.hasPrefix("index") }, "\(name)")
            try OutputFile.replace(path, with: bytes)
        }
        #expect(
            try RunBundle.lines(of: out).contains { String(decoding: $0, as: UTF8.self).contains(#""type":"index""#) })
    }

    @Test("words that mean nothing, and outputs without an index, are told")
    func refused() throws {
        let bench = try bench(2)
        #expect(try Command(["audit", "lookup", "http://a.example/1", "--in", "out"], in: bench.folder).code == 3)
        #expect(try Command(["audit", "lookup", "a b", "--in", "out"], in: bench.folder).code == 2)
        #expect(try Command(["audit", "lookup", "--in", "out"], in: bench.folder).code == 2)
        #expect(try Command(["audit", "check-proof", "none"], in: bench.folder).code == 3)
    }

    @Test(
        "what is no proof is told with the octet of the fault and what is due",
        arguments: [
            ("{\n \"format\": 1", "byte 14"), ("", "byte 0"), ("{}", "is no proof of a look-up"), ("proof", "byte 0"),
        ])
    func broken(_ text: String, _ reason: String) throws {
        let bench = try bench(2)
        try OutputFile.replace(bench.folder + "/proof.json", with: Array(text.utf8))
        let told = try Command(["audit", "check-proof", "proof.json"], in: bench.folder)
        #expect(told.code == 1 && told.complaints.contains("proof.json: ") && told.complaints.contains(reason))
        #expect(told.complaints.contains("muniment audit lookup --proof"), "\(told.complaints)")
    }
}

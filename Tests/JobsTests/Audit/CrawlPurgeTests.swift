import Archive
import Canonical
import Foundation
import Ledger
import Registry
import Shards
import Testing

@testable import Jobs

extension CrawlTests {
    /// Answers robots.txt and one page of prose on every host.
    private static func siteOfOnePage() -> SiteServer {
        SiteServer { request in
            switch request.path {
            case "/robots.txt": SiteServer.answer(200, "User-agent: *\nAllow: /\n", type: "text/plain")
            case "/": SiteServer.answer(200, "<html><body>" + Record.prose(request.host) + "</body></html>")
            default: SiteServer.answer(404)
            }
        }
    }

    @Test(
        "a purge leaves a metadata record of the same id for each payload it takes; every other record stays as it is")
    func purge() async throws {
        let server = Self.siteOfOnePage()
        defer { server.stop() }
        let bench = try Workbench()
        try await crawl(bench, server, hosts: ["fine.example", "gone.example"])
        let out = bench.folder + "/crawl"
        let before = records(out)
        try expectSecond(bench, "verdict: self-consistent\n")
        let line = RecallBench.objection("O", "host", "gone.example")
        let at = Timestamp.now.adding(seconds: 60)
        let snapshot = try Snapshot.compile(
            objections: [("objections", Array((line + "\n").utf8))], publicSuffixList: Workbench.suffixes, at: at,
            into: bench.folder + "/later")
        let outcome = try OutputRecall(.purge, snapshot: snapshot, source: snapshot.digest, at: at)
            .run([out], key: SigningKey(newNamed: "recall.example"))[0]
        #expect(outcome.documents == 1 && outcome.records == 1)
        let after = records(out)
        #expect(after.count == before.count)
        for (old, new) in zip(before, after) where old.bytes != new.bytes {
            #expect(old.record.recordID == new.record.recordID && old.record.targetURI == "http://gone.example/")
            #expect(new.record.kind == .metadata)
            #expect(!String(decoding: new.record.block, as: UTF8.self).contains("A sentence"))
        }
        #expect(zip(before, after).count { $0.bytes != $1.bytes } == 1)
        let report = try OutputAudit(output: out).run()
        #expect(report.faults.isEmpty, "\(report.faults)")
        #expect(report.counts["payloads purged"] == 1)
        try expectSecond(bench, "verdict: self-consistent\n")
        let path = out + "/warc/segment-000000.r1.warc.gz"
        var bytes = try OutputFile.read(path)
        bytes[bytes.count / 2] ^= 4
        try OutputFile.replace(path, with: bytes)
        #expect(try OutputAudit(output: out).run().verdict == .wrong)
        try expectSecond(bench, nil)
    }

    /// What the second verifier says of the crawl; nil for that it is wrong.
    private func expectSecond(_ bench: Workbench, _ due: String?) throws {
        guard SecondVerifier.isAtHand else { return }
        let second = try SecondVerifier(["crawl"], in: bench.folder)
        #expect(due == nil ? second.code == 1 : second.output == due, "\(second.output)")
    }

    @Test(
        "a purge of a crawl is killed at every write, sync, naming and removal, and the next call finishes it",
        .enabled(if: Strace.isAtHand), arguments: ["fsync", "rename", "unlink", "write"])
    func purgeKilled(_ call: String) async throws {
        let server = Self.siteOfOnePage()
        defer { server.stop() }
        let bench = try Workbench()
        try await crawl(bench, server, hosts: ["fine.example", "gone.example"])
        let out = bench.folder + "/crawl"
        let key = try SigningKey(newNamed: "recall.example")
        try OutputFile.replace(bench.folder + "/recall.key", with: Array((key.text + "\n").utf8))
        try OutputFile.replace(bench.folder + "/psl", with: Workbench.suffixes)
        let line = RecallBench.objection("O", "host", "gone.example") + "\n"
        try OutputFile.replace(bench.folder + "/list", with: Array(line.utf8))
        let at = Timestamp.now
        let purge = ["purge", "crawl", "--list", "list", "--psl", "psl", "--key", "recall.key", "--at", "\(at)"]
        let whole = try RecallBench.Copy(of: [out])
        #expect(try Command(purge, in: bench.folder).code == 0)
        let due = try bench.files("crawl")
        #expect(!records(out).contains { String(decoding: $0.bytes, as: UTF8.self).contains("about gone.example") })
        try whole.restore()
        var number = 1
        while try Strace.kill(at: call, number, purge, in: bench.folder) != 0 {
            // Until it is recorded the payload is whole; from then on it is in no file that counts.
            let isRecorded = OutputFile.exists(out + "/recalls/000001.json")
            let report = try OutputAudit(output: out).run()
            #expect(isRecorded || report.counts["payloads purged"] == nil, "\(call) \(number)")
            let next = try Command(purge, in: bench.folder)
            #expect(next.code == 0, "\(call) \(number): \(next.complaints)")
            #expect(try bench.files("crawl") == due, "\(call) \(number)")
            #expect(try OutputAudit(output: out).run().faults.isEmpty, "\(call) \(number)")
            try whole.restore()
            number += 1
        }
        #expect(number > 4, "\(call): \(number - 1) kills")
    }

    private func records(_ out: String) -> [(record: WARCRecord, bytes: [UInt8])] {
        var found: [(WARCRecord, [UInt8])] = []
        let names = FileManager.default.enumerator(atPath: out + "/warc")?.compactMap { $0 as? String } ?? []
        for name in names.sorted() {
            ArchiveWalk.each(out + "/warc/" + name, recordBytes: 1 << 20) { item in
                if case .record(let record) = item { found.append((record, record.block)) }
            }
        }
        return found
    }
}

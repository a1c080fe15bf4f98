import Archive
import Canonical
import Foundation
import Ledger
import Provenance
import Shards
import Testing
import WebAddress

@testable import Jobs

@Suite("recall: what objections cover goes from every run, and it is shown that nothing else went")
struct RecallTests {
    private static let objection = RecallBench.objection("O-1", "url", "http://a.example/0")

    @Test("a document and its copy in another run go; the rest stays; both outputs verify, and tell how many went")
    func covered() throws {
        let bench = try RecallBench()
        let before = try bench.bench.files("one")
        let outcomes = try bench.take(.recall, [Self.objection])
        #expect(outcomes.map(\.documents) == [1, 1])
        #expect(outcomes.map(\.copies) == [0, 1])
        #expect(
            try bench.urls("one")
                == Set((0..<4).flatMap { ["http://a.example/\($0)", "http://b.example/\($0)"] })
                .subtracting(["http://a.example/0"]))
        #expect(try !bench.urls("two").contains("http://c.example/0"))
        for output in ["one", "two"] {
            let report = try bench.audit(output)
            #expect(report.faults.isEmpty, "\(report.faults)")
            #expect(report.counts["documents recalled"] == 1)
        }
        #expect(try bench.audit("one").counts["documents"] == 7)
        // Only the part concerned is another; evidence, manifest and every other part are as they were.
        let after = try bench.bench.files("one")
        let gone = Set(before.keys).subtracting(after.keys)
        #expect(gone.count == 1 && gone.allSatisfy { $0.hasPrefix("documents/part-000000-") })
        for name in before.keys where !gone.contains(name) { #expect(after[name] == before[name], "\(name)") }
        #expect(after.keys.contains { $0.hasPrefix("documents/") && $0.hasSuffix(".r1.jsonl.zst") })
    }

    @Test(
        "a second recall of the same takes nothing; one of more makes the next revision, and the first root still stands"
    )
    func again() throws {
        let bench = try RecallBench()
        try bench.take(.recall, [Self.objection])
        let before = try bench.bench.files("one")
        #expect(try bench.take(.recall, [Self.objection]).map(\.documents) == [0, 0])
        #expect(try bench.bench.files("one") == before)
        let wider = try bench.take(.recall, [Self.objection, RecallBench.objection("O-2", "domain", "a.example")])
        #expect(wider.map(\.documents) == [3, 0])
        #expect(try bench.urls("one") == Set((0..<4).map { "http://b.example/\($0)" }))
        let report = try bench.audit("one")
        #expect(report.faults.isEmpty, "\(report.faults)")
        #expect(report.counts["documents recalled"] == 4)
        #expect(try bench.bench.files("one").keys.contains { $0.hasSuffix(".r2.jsonl.zst") })
    }

    /// Objections that cover nothing at the time of the recall.
    enum Harmless: String, CaseIterable { case none, otherHost, notYet, lapsed }

    @Test("what does not block covers nothing", arguments: Harmless.allCases)
    func harmless(_ harmless: Harmless) throws {
        let bench = try RecallBench(pages: 1)
        let lines: [String] =
            switch harmless {
            case .none: []
            case .otherHost: [RecallBench.objection("O", "host", "z.example")]
            case .notYet:
                [
                    RecallBench.objection(
                        "O", "host", "a.example", from: RecallBench.later.adding(seconds: 1))
                ]
            case .lapsed: [Self.objection.replacing("EFFECTIVE", with: "LAPSED")]
            }
        #expect(try bench.take(.recall, lines).map(\.documents) == [0, 0])
        #expect(!OutputFile.exists(bench.folder + "/one/recalls"))
    }

    @Test("each recipient of a release gets a list of what they hold and must delete, and of nothing that came later")
    func releases() throws {
        let bench = try RecallBench()
        let out = bench.folder + "/one"
        _ = try OutputRelease(output: out, to: "First Labs", at: Workbench.at)
        let first = try bench.take(.recall, [Self.objection])[0]
        #expect(first.lists == ["000001-release-000001.jsonl"])
        _ = try OutputRelease(output: out, to: "Second Labs", at: RecallBench.later)
        let second = try bench.take(.recall, [RecallBench.objection("O-2", "url", "http://b.example/1")])[0]
        #expect(second.lists == ["000002-release-000001.jsonl", "000002-release-000002.jsonl"])
        let lines = try RowFile.lines(out + "/recalls/000002-release-000002.jsonl").map { try JSONReader.read($0) }
        #expect(lines.count == 2)
        #expect(lines[0]["recipient"]?.string == "Second Labs")
        let row = try #require(try bench.bench.rows("one").first { $0.considered.url.text == "http://b.example/1" })
        #expect(lines[1]["id"]?.string == row.id)
        #expect(try bench.audit("one").faults.isEmpty)
        let entries = try RunBundle.lines(of: out).map { String(decoding: $0, as: UTF8.self) }
        #expect(entries.filter { $0.contains(#""type":"recall""#) }.count == 2)
        #expect(entries.filter { $0.contains(#""type":"release""#) && !$0.contains("Labs") }.count == 2)
    }

    @Test("an old proof says: was in, recalled at; a look-up says so too")
    func oldProof() throws {
        let bench = try RecallBench()
        _ = try OutputIndex.make(bench.folder + "/one")
        let lookup = ["audit", "lookup", "http://a.example/0", "--in", "one"]
        #expect(try Command(lookup + ["--proof", "old.json"], in: bench.folder).code == 0)
        let check = ["audit", "check-proof", "old.json", "--in", "one"]
        #expect(try !Command(check, in: bench.folder).output.contains("recalled"))
        try bench.take(.recall, [Self.objection])
        let after = try Command(check, in: bench.folder)
        #expect(after.code == 0 && after.output.contains("recalled at \(RecallBench.later)"), "\(after)")
        #expect(try Command(lookup, in: bench.folder).output.contains("recalled at \(RecallBench.later)"))
        #expect(try Command(["audit", "check-proof", "old.json", "--in", "two"], in: bench.folder).code == 1)
    }

    @Test("a recalled output that is changed in one place, whichever, is not verified")
    func changed() throws {
        let bench = try RecallBench(pages: 2)
        _ = try OutputRelease(output: bench.folder + "/one", to: "First Labs", at: Workbench.at)
        try bench.take(.recall, [Self.objection])
        let out = bench.folder + "/one/"
        var random = SplitMix(seed: 3)
        for name in try bench.bench.files("one").keys.sorted() {
            let bytes = try OutputFile.read(out + name)
            guard !bytes.isEmpty else { continue }
            for _ in 0..<3 {
                var changed = bytes
                changed[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
                try OutputFile.replace(out + name, with: changed)
                #expect(try bench.audit("one").verdict == .wrong, "\(name)")
            }
            try FileManager.default.removeItem(atPath: out + name)
            if name != "ledger/proof.json" { #expect(try bench.audit("one").verdict == .wrong, "without \(name)") }
            try OutputFile.replace(out + name, with: bytes)
        }
        #expect(try bench.audit("one").faults.isEmpty)
    }

    @Test("who takes out one document more than the record says is found")
    func oneMore() throws {
        let bench = try RecallBench()
        try bench.take(.recall, [Self.objection])
        let name = try #require(
            try bench.bench.files("one").keys.first { $0.hasSuffix(".r1.jsonl.zst") && $0.hasPrefix("documents/") })
        let path = bench.folder + "/one/" + name
        let lines = try RowFile.lines(path)
        let writer = try RowFileWriter(path: path)
        for line in lines.dropLast() { try writer.append(line) }
        let seal = try writer.finish()
        // The record is made to fit; the root that was sealed first is in the manifest.
        let record = try RecallRecord(bytes: OutputFile.read(bench.folder + "/one/recalls/000001.json"))
        let part = record.parts[0]
        let forged = RecallRecord(
            number: 1, kind: record.kind, at: record.at, source: record.source, manifest: record.manifest,
            parts: [.init(folder: part.folder, name: part.name, revision: 1, seal: seal)] + record.parts.dropFirst(),
            archives: [], inputs: [:], rows: record.rows)
        let receipt = try RecallReceipt(forged, documents: 1, key: bench.key)
        try OutputFile.replace(bench.folder + "/one/recalls/000001.json", with: forged.bytes)
        try OutputFile.replace(bench.folder + "/one/recalls/000001.receipt.json", with: receipt.bytes)
        let report = try bench.audit("one")
        #expect(report.faults.contains { $0.file == name && $0.problem.contains("sealed first") }, "\(report.faults)")
    }

    @Test("purge takes quotes and sketches from evidence, and names the archives to purge; rows still decide alike")
    func purge() throws {
        let bench = try RecallBench()
        _ = try OutputIndex.make(bench.folder + "/one")
        let outcome = try bench.take(.purge, [RecallBench.objection("O", "host", "a.example")], outputs: ["one"])[0]
        #expect(outcome.documents == 4 && outcome.rows == 4)
        #expect(outcome.inputs == ["0.warc.gz": 4])
        for row in try bench.bench.rows("one") {
            #expect(row.considered.matchKeys.sketch.isEmpty == (row.considered.url.host == "a.example"))
        }
        let report = try bench.audit("one")
        #expect(report.faults.isEmpty, "\(report.faults)")
        #expect(report.counts["rows purged"] == 4)
        #expect(!OutputFile.exists(bench.folder + "/one/index/index.json"))
        let replay = try OutputReplay(output: bench.folder + "/one").run()
        #expect(replay.identical == replay.rows)
        // The index made anew stays.
        _ = try OutputIndex.make(bench.folder + "/one")
        #expect(
            try bench.take(.purge, [RecallBench.objection("O", "host", "a.example")], outputs: ["one"])[0].rows == 0)
        #expect(OutputFile.exists(bench.folder + "/one/index/index.json"))
        #expect(try bench.audit("one").faults.isEmpty)
    }

    @Test("what is taken out is held where it is no input, until the case that holds it is lifted by its name")
    func hold() throws {
        let bench = try RecallBench(pages: 2)
        let store = bench.folder + "/hold"
        let held = try bench.bench.lines("one", "documents").filter {
            String(decoding: $0, as: UTF8.self).contains("http://a.example/0")
        }
        try bench.take(
            .purge, [Self.objection], outputs: ["one"], hold: try LegalHold(store: store, caseName: "2026-17"))
        let files = try FileManager.default.subpathsOfDirectory(atPath: store).sorted()
        let kept = try #require(files.first { $0.contains("/documents-part-") })
        #expect(try RowFile.lines(store + "/" + kept) == held)
        let mode = try FileManager.default.attributesOfItem(atPath: store + "/" + kept)[.posixPermissions]
        #expect(mode as? Int == 0o400)
        try OutputFile.replace(store + "/x.warc", with: Array("WARC/1.1\r\n".utf8))
        #expect(throws: JobError.self) { try InputList([store]) }
        #expect(throws: JobError.self) { try LegalHold(store: store, caseName: "other") }
        #expect(throws: JobError.self) { try LegalHold.lift(store, caseName: "other") }
        #expect(OutputFile.exists(store + "/" + kept))
        try FileManager.default.removeItem(atPath: store + "/x.warc")
        #expect(try LegalHold.lift(store, caseName: "2026-17") == files.filter { $0.contains("/") }.count)
        #expect(!OutputFile.exists(store + "/" + kept))
    }

    @Test("the command: a dry run writes nothing, a list will do for a snapshot, flags that cannot be meant end with 2")
    func command() throws {
        let bench = try RecallBench(pages: 2)
        try OutputFile.replace(bench.folder + "/list", with: Array((Self.objection + "\n").utf8))
        let base = ["recall", "one", "two", "--list", "list", "--psl", "psl", "--at", "\(RecallBench.later)"]
        let before = try bench.bench.files("one")
        let dry = try Command(base + ["--dry-run"], in: bench.folder)
        #expect(dry.code == 0 && dry.output.contains("one: 1 documents would go"), "\(dry)")
        #expect(try bench.bench.files("one") == before)
        #expect(try Command(base, in: bench.folder).code == 2)
        #expect(try Command(base + ["--registry", "x", "--key", "recall.key"], in: bench.folder).code == 2)
        #expect(try Command(base + ["--hold", "h", "--key", "recall.key"], in: bench.folder).code == 2)
        #expect(
            try Command(["recall", "none", "--list", "list", "--psl", "psl", "--key", "recall.key"], in: bench.folder)
                .code == 3)
        let done = try Command(base + ["--key", "recall.key", "--json"], in: bench.folder)
        #expect(done.code == 0, "\(done)")
        #expect(try bench.audit("two").faults.isEmpty)
        let release = try Command(["release", "one", "--to", "A\u{7}B"], in: bench.folder)
        #expect(release.code == 2)
    }
}

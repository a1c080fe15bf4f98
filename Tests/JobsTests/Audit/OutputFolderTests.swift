import Canonical
import Foundation
import Shards
import Testing

@testable import Jobs

@Suite(
    "what lies in an output's folder: nothing foreign is put there, links do not stand for parts, leftovers are told")
struct OutputFolderTests {
    private static let list = ["--list", "list", "--psl", "psl", "--key", "recall.key"]

    private func bench(_ objection: (kind: String, value: String) = ("url", "http://a.example/0")) throws -> RecallBench
    {
        let bench = try RecallBench(pages: 2)
        let line = RecallBench.objection("O-1", objection.kind, objection.value) + "\n"
        try OutputFile.replace(bench.folder + "/list", with: Array(line.utf8))
        return bench
    }

    @Test(
        "reports, changed rows, work, proofs and held bytes are not written into it, by whatever name",
        arguments: ["one/x", "./one/../one/x", "link/x", "one", "link"])
    func outside(_ place: String) throws {
        let bench = try bench()
        try FileManager.default.createSymbolicLink(
            atPath: bench.folder + "/link", withDestinationPath: bench.folder + "/one")
        let before = try bench.bench.files("one")
        for arguments in [
            ["audit", "report", "one", "--to", place], ["audit", "replay", "one", "--out", place],
            ["audit", "replay", "one", "--from-bytes", "--archives", "0.warc.gz", "--work", place],
            ["audit", "lookup", "a.example", "--in", "one", "--proof", place],
            ["recall", "two", "one"] + Self.list + ["--hold", place, "--case", "C"],
        ] {
            let run = try Command(arguments, in: bench.folder)
            #expect(run.code == 2 && run.complaints.contains("name a place outside"), "\(arguments): \(run)")
        }
        #expect(try bench.bench.files("one") == before)
    }

    @Test("a part that is a link is no part: verify names it, and a recall would leave what it leads to")
    func links() throws {
        let bench = try bench()
        for folder in PartFolder.allCases {
            let name = PartName(number: 0, roll: 0).path(in: folder)
            let path = bench.folder + "/one/" + name
            try FileManager.default.moveItem(atPath: path, toPath: bench.folder + "/elsewhere")
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: bench.folder + "/elsewhere")
            let report = try bench.audit("one")
            #expect(report.faults.map(\.file) == [name], "\(report.faults)")
            if SecondVerifier.isAtHand { #expect(try SecondVerifier(["one"], in: bench.folder).code == 1) }
            if folder != .sites {
                let run = try Command(["recall", "one"] + Self.list, in: bench.folder)
                #expect(run.code == 1 && run.complaints.contains("is a link"), "\(run)")
            }
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.moveItem(atPath: bench.folder + "/elsewhere", toPath: path)
        }
        #expect(try bench.audit("one").faults.isEmpty)
    }

    @Test(
        "no folder or file of it is a link, and no pipe is waited for",
        arguments: ["documents", "evidence", "manifests", "ledger", "manifest.json", "manifests/inputset.json"])
    func entries(_ name: String) throws {
        let bench = try bench()
        let (path, away) = (bench.folder + "/one/" + name, bench.folder + "/elsewhere")
        try FileManager.default.moveItem(atPath: path, toPath: away)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: away)
        let linked = try bench.audit("one")
        #expect(linked.verdict == .wrong && linked.faults.contains { $0.file == name }, "\(linked.faults)")
        if SecondVerifier.isAtHand { #expect(try SecondVerifier(["one"], in: bench.folder).code == 1) }
        try FileManager.default.removeItem(atPath: path)
        try #require(mkfifo(path, 0o600) == 0)
        let piped = try bench.audit("one")
        #expect(piped.verdict == .wrong && piped.faults.map(\.file) == [name], "\(piped.faults)")
        let replayed = try Command(["audit", "replay", "one"], in: bench.folder)
        #expect(replayed.code == 1 && replayed.complaints.contains("is a pipe"), "\(replayed)")
        if SecondVerifier.isAtHand { #expect(try SecondVerifier(["one"], in: bench.folder).code == 1) }
    }

    @Test("a line feed more at the end of any file of it is told, of those too that are read line by line")
    func appended() throws {
        let bench = try bench()
        #expect(try Command(["audit", "index", "one"], in: bench.folder).code == 0)
        #expect(try bench.audit("one").faults.isEmpty)
        let base = bench.folder + "/one"
        var names: [String] = []
        for case let name as String in FileManager.default.enumerator(atPath: base)!
        where FileKind(base + "/" + name) == .file && name != "run.json" && !name.hasPrefix(".") { names.append(name) }
        #expect(names.contains("ledger/close.jsonl") && names.contains("index/blocks.bin"))
        for name in names {
            let bytes = try OutputFile.read(base + "/" + name)
            try Data(bytes + [0x0A]).write(to: URL(fileURLWithPath: base + "/" + name))
            #expect(try !bench.audit("one").faults.isEmpty, "\(name)")
            try Data(bytes).write(to: URL(fileURLWithPath: base + "/" + name))
        }
    }

    @Test(
        "what a recall left that was cut short is told with what to do; the next one clears it, though it covers nothing"
    )
    func leftovers() throws {
        let bench = try bench(("host", "z.example"))
        let before = try bench.bench.files("one")
        for name in [
            "documents/part-000000-000.r1.jsonl.zst.new", "documents/part-000000-000.r1.jsonl.zst.new.open",
            "recalls/000001.jsonl.zst", "recalls/000001.receipt.json", "recalls/000001.json.open",
            "ledger/after.jsonl.open",
        ] {
            try OutputFile.makeFolder(bench.folder + "/one/recalls")
            try Data([1]).write(to: URL(fileURLWithPath: bench.folder + "/one/" + name))
            let fault = try #require(try bench.audit("one").faults.first { $0.file == name })
            #expect(fault.kind == .foreign && fault.problem.contains("again"), "\(fault)")
            let run = try Command(["recall", "one"] + Self.list, in: bench.folder)
            #expect(run.code == 0, "\(run)")
            #expect(try bench.bench.files("one") == before, "\(name)")
        }
    }

    @Test("an output of which documents were recalled is not joined again and not gone on with")
    func finished() throws {
        let bench = try bench()
        #expect(try Command(["run", "finish", "one"], in: bench.folder).code == 0)
        #expect(try Command(["recall", "one"] + Self.list, in: bench.folder).code == 0)
        let before = try bench.bench.files("one")
        let run = try Command(["run", "finish", "one"], in: bench.folder)
        #expect(run.code == 2 && run.complaints.contains("recalled"), "\(run)")
        #expect(throws: JobError.self) {
            try bench.bench.filter(
                ["0", "1"].map { "\(bench.folder)/\($0).warc.gz" }, out: "one", more: "output: {part_bytes: 12000}")
        }
        #expect(try bench.bench.files("one") == before)
    }

    @Test("texts that were recalled are in none of the bytes that verify tells of")
    func bytes() throws {
        let bench = try bench()
        func texts() throws -> Int {
            try bench.bench.lines("one", "documents").reduce(0) {
                $0 + (try JSONReader.read($1)["text"]?.string ?? "").utf8.count
            }
        }
        #expect(try bench.audit("one").counts["bytes of text"] == texts())
        try bench.take(.recall, [RecallBench.objection("O-1", "url", "http://a.example/0")])
        #expect(try bench.audit("one").counts["bytes of text"] == texts())
        #expect(try texts() > 0)
    }

    @Test("a key index that is damaged answers nothing, and its entry for the log is held against it")
    func index() throws {
        let bench = try bench()
        let out = bench.folder + "/one/"
        _ = try OutputIndex.make(bench.folder + "/one")
        let lookup = ["audit", "lookup", "http://a.example/0", "--in", "one"]
        #expect(try Command(lookup, in: bench.folder).code == 0)
        for name in ["index/keys.bin", "index/blocks.bin", "index/index.json", "index/frames.jsonl"] {
            let bytes = try OutputFile.read(out + name)
            try OutputFile.replace(out + name, with: Array(bytes.dropLast(bytes.count / 2 + 1)))
            let run = try Command(lookup, in: bench.folder)
            // Of so few records nothing asks for roots of blocks.
            #expect(run.code == 3 || (name.hasSuffix("blocks.bin") && run.code == 0), "\(name): \(run)")
            try OutputFile.replace(out + name, with: bytes)
        }
        // What the index says of itself stands in the entry, too.
        let head = out + "index/index.json"
        let whole = try OutputFile.read(head)
        for (old, new) in [
            (#""count":"#, #""count":1"#), (#""format":2"#, #""format":1"#),
            (#","manifest""#, #","later":1,"manifest""#),
        ] {
            try OutputFile.replace(head, with: Resealing.replacing(whole, old, new))
            #expect(try !bench.audit("one").faults.isEmpty, "\(new)")
        }
        try OutputFile.replace(head, with: whole)
        let entry = out + "ledger/index.jsonl"
        let bytes = try OutputFile.read(entry)
        for place in stride(from: 0, to: bytes.count, by: 17) {
            var changed = bytes
            changed[place] ^= 1
            try OutputFile.replace(entry, with: changed)
            #expect(try bench.audit("one").faults.contains { $0.file == "ledger/index.jsonl" }, "byte \(place)")
        }
        try FileManager.default.removeItem(atPath: out + "index")
        try OutputFile.replace(entry, with: bytes)
        #expect(try bench.audit("one").faults.map(\.file) == ["ledger/index.jsonl"])
        _ = try OutputIndex.make(bench.folder + "/one")
        try bench.take(.purge, [RecallBench.objection("O-1", "url", "http://a.example/0")])
        #expect(try bench.audit("one").faults.isEmpty)
    }
}

import Canonical
import Foundation
import Ledger
import Shards
import Testing

@testable import Jobs

@Suite("whoever concludes from an output's rows holds its parts against their seals first")
struct SealedPartsTests {
    /// What became of a part's file; each is whole in itself.
    enum Damage: String, CaseIterable { case missing, emptied, dropped, swapped, added }

    private static let list = ["--list", "list", "--psl", "psl"]
    private static let use = [
        "use", "record", "log", "one", "--model", "m", "--epochs", "1", "--from", "2026-02-01", "--to", "2026-03-01",
        "--licensee", "Lab", "--territory", "DE", "--key", "log.key",
    ]

    private func bench() throws -> RecallBench {
        let bench = try RecallBench()
        let line = RecallBench.objection("O-1", "url", "http://a.example/0") + "\n"
        try OutputFile.replace(bench.folder + "/list", with: Array(line.utf8))
        return bench
    }

    /// - Returns: The file that is not as it was sealed.
    private func damage(_ bench: RecallBench, _ damage: Damage, _ folder: PartFolder) throws -> String {
        let parts = try bench.bench.files("one").keys.filter { $0.hasPrefix(folder.rawValue + "/part-") }.sorted()
        try #require(parts.count > 1)
        let path = bench.folder + "/one/" + parts[0]
        var lines = try RowFile.lines(path)
        switch damage {
        case .missing:
            try FileManager.default.removeItem(atPath: path)
            return parts[0]
        case .emptied: lines = []
        case .dropped: lines.removeFirst()
        case .swapped: lines = try RowFile.lines(bench.folder + "/one/" + parts[1])
        case .added:
            let added = "\(folder.rawValue)/part-000900-000.jsonl.zst"
            try FileManager.default.copyItem(atPath: path, toPath: bench.folder + "/one/" + added)
            return added
        }
        let writer = try RowFileWriter(path: path)
        for line in lines { try writer.append(line) }
        _ = try writer.finish()
        return parts[0]
    }

    private func expect(_ arguments: [String], _ code: Int32, names file: String, _ bench: RecallBench) throws {
        let run = try Command(arguments, in: bench.folder)
        #expect(run.code == code, "\(arguments): \(run.output) \(run.complaints)")
        #expect((run.output + run.complaints).contains(file), "\(arguments): \(run.output) \(run.complaints)")
    }

    @Test(
        "evidence that is not as it was sealed: nothing is recalled, purged, indexed, released or reported, and no replay is whole",
        arguments: Damage.allCases)
    func evidence(_ damage: Damage) throws {
        let bench = try bench()
        let file = try self.damage(bench, damage, .evidence)
        let before = try bench.bench.files("one")
        let recall = ["one", "two"] + Self.list + ["--key", "recall.key"]
        try expect(["recall"] + recall, 1, names: "one/" + file, bench)
        try expect(["purge"] + recall, 1, names: "one/" + file, bench)
        try expect(["recall", "one"] + Self.list + ["--dry-run"], 1, names: "one/" + file, bench)
        try expect(["audit", "index", "one"], 1, names: file, bench)
        try expect(["audit", "replay", "one"], 1, names: file, bench)
        try expect(["audit", "report", "one", "--to", "reports"], 1, names: file, bench)
        try expect(["release", "one", "--to", "Labs"], 1, names: file, bench)
        #expect(try bench.bench.files("one") == before)
        #expect(try bench.bench.files("two").keys.allSatisfy { !$0.contains("recalls") })
    }

    @Test("documents that are not as they were sealed are not released, used, or taken for what a recall leaves")
    func documents() throws {
        for damage in Damage.allCases where damage != .added {
            let bench = try bench()
            let file = try self.damage(bench, damage, .documents)
            try expect(["recall", "one"] + Self.list + ["--key", "recall.key"], 1, names: file, bench)
            try expect(["release", "one", "--to", "Labs"], 1, names: file, bench)
            #expect(!OutputFile.exists(bench.folder + "/one/recalls"))
        }
    }

    @Test("a use is recorded of what is as it was sealed, recalled or not, and of nothing else")
    func uses() throws {
        for folder in [PartFolder.evidence, .documents] {
            let bench = try bench()
            for arguments in [
                ["ledger", "init", "log", "--origin", "o.example"],
                ["ledger", "key", "o.example", "--out", "log.key"],
                ["recall", "one", "two"] + Self.list + ["--key", "recall.key"],
                ["release", "one", "--to", "Labs"], ["audit", "index", "one"], ["audit", "replay", "one"], Self.use,
            ] {
                let run = try Command(arguments, in: bench.folder)
                #expect(run.code == 0, "\(arguments): \(run.complaints)")
            }
            let file = try damage(bench, .dropped, folder)
            try expect(Self.use.map { $0 == "m" ? "other" : $0 }, 1, names: file, bench)
        }
    }

    @Test(
        "a recall is as of a time after the run and not yet to come; the flag is refused and nothing written",
        arguments: ["2999-01-01T00:00:00Z", "\(Workbench.at.adding(seconds: -1))"])
    func times(_ at: String) throws {
        let bench = try bench()
        let before = try bench.bench.files("one")
        for end in [["--dry-run"], ["--key", "recall.key"]] {
            let run = try Command(["recall", "one"] + Self.list + ["--at", at] + end, in: bench.folder)
            #expect(run.code == 2, "\(run.output) \(run.complaints)")
        }
        #expect(try bench.bench.files("one") == before)
    }

    @Test("a proof is of the output named: not of another's index, whatever manifest is written into it")
    func proofs() throws {
        let bench = try bench()
        for output in ["one", "two"] { _ = try OutputIndex.make("\(bench.folder)/\(output)") }
        let manifests = try ["one", "two"].map {
            Digest(of: try OutputFile.read("\(bench.folder)/\($0)/manifest.json")).hex
        }
        for (query, code) in [("http://c.example/1", Int32(0)), ("http://none.example/", 1)] {
            let lookup = ["audit", "lookup", query, "--in", "two", "--proof", "proof.json"]
            #expect(try Command(lookup, in: bench.folder).code == code)
            let check = ["audit", "check-proof", "proof.json", "--in"]
            #expect(try Command(check + ["two"], in: bench.folder).code == 0)
            try expect(check + ["one"], 1, names: "manifest", bench)
            let text = String(decoding: try OutputFile.read(bench.folder + "/proof.json"), as: UTF8.self)
            let pasted = text.replacing(manifests[1], with: manifests[0])
            #expect(pasted != text)
            try OutputFile.replace(bench.folder + "/proof.json", with: Array(pasted.utf8))
            try expect(check + ["one"], 1, names: "index", bench)
        }
    }

    @Test("a recall that the log has and the folder does not was undone; one that the log lacks is told")
    func undone() throws {
        let bench = try bench()
        let whole = try RecallBench.Copy(of: [bench.folder + "/one"])
        func run(_ arguments: [String], _ code: Int32 = 0) throws -> String {
            let run = try Command(arguments, in: bench.folder)
            #expect(run.code == code, "\(arguments): \(run.output) \(run.complaints)")
            return run.output
        }
        _ = try run(["ledger", "init", "log", "--origin", "o.example"])
        let key = try run(["ledger", "key", "o.example", "--out", "log.key"])
            .trimmingCharacters(in: .whitespacesAndNewlines)
        _ = try run(["ledger", "add", "log", "one"])
        let head = try run(["ledger", "checkpoint", "log", "--key", "log.key"])
        try OutputFile.replace(bench.folder + "/head", with: Array(head.utf8))
        let verify = ["audit", "verify", "one", "--key", key, "--checkpoint", "head", "--log", "log"]
        #expect(try !run(verify).contains("recall 1"))
        _ = try run(["recall", "one"] + Self.list + ["--key", "recall.key"])
        #expect(try run(verify).contains("recall 1 is not in the log"))
        _ = try run(["ledger", "add", "log", "one"])
        #expect(try !run(verify).contains("recall 1"))
        try whole.restore()
        let after = try run(verify, 1)
        #expect(after.contains("recalls/000001.json") && after.contains("undone"), "\(after)")
        #expect(!after.contains("Verdict: anchored"))
    }
}

import Canonical
import Foundation
import Ledger
import Shards
import Testing

@testable import Jobs

@Suite("ledger: what runs did, in an append-only log whose head is signed; audits anchored to it")
struct LedgerCommandTests {
    private static let origin = "example.org/muniment"

    private func bench() throws -> Workbench {
        let bench = try Workbench()
        let page = Record.page("http://a.example/1", Record.prose("harbours"))
        try bench.archive("a.warc.gz", Record.silentSite("a.example") + [page])
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        return bench
    }

    private func run(_ arguments: [String], _ bench: Workbench, _ code: Int32 = 0) throws -> Command {
        let run = try Command(arguments, in: bench.folder)
        #expect(run.code == code, "\(arguments): \(run.output) \(run.complaints)")
        return run
    }

    /// A log with the output in it, its key, and its checkpoint.
    private func logged(_ bench: Workbench) throws -> (key: String, folder: String) {
        _ = try run(["ledger", "init", "log", "--origin", Self.origin], bench)
        let key = try run(["ledger", "key", Self.origin, "--out", "log.key"], bench).output
        _ = try run(["ledger", "add", "log", "out"], bench)
        let checkpoint = try run(["ledger", "checkpoint", "log", "--key", "log.key"], bench).output
        try OutputFile.replace(bench.folder + "/checkpoint", with: Array(checkpoint.utf8))
        return (key.trimmingCharacters(in: .whitespacesAndNewlines), bench.folder)
    }

    @Test("a run that is in the log is anchored to its checkpoint, by the log or by the proof in the output")
    func anchored() throws {
        let bench = try bench()
        let (key, _) = try logged(bench)
        let arguments = ["audit", "verify", "out", "--key", key, "--checkpoint", "checkpoint"]
        #expect(try run(arguments, bench, 1).output.contains("ledger/proof.json"))
        #expect(try run(arguments + ["--log", "log"], bench).output.contains("Verdict: anchored to checkpoint 3"))
        _ = try run(["ledger", "prove", "log", "out"], bench)
        #expect(try run(arguments, bench).output.contains("Verdict: anchored to checkpoint 3"))
        #expect(try run(["audit", "verify", "out"], bench).output.contains("Verdict: self-consistent"))
        #expect(try run(["ledger", "add", "log", "out"], bench).output.contains("0 entries added"))
        let other = try SigningKey(newNamed: Self.origin).verifying.text
        _ = try run(["audit", "verify", "out", "--key", other, "--checkpoint", "checkpoint"], bench, 1)
    }

    @Test("whoever holds the key and makes everything anew is caught by a checkpoint from outside, and by nothing else")
    func rebuilt() throws {
        let bench = try bench()
        let (key, _) = try logged(bench)
        let page = Record.page("http://a.example/1", Record.prose("airports"))
        try bench.archive("a.warc.gz", Record.silentSite("a.example") + [page])
        try FileManager.default.removeItem(atPath: bench.folder + "/out")
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        // Without anything from outside it cannot be caught, and that is said.
        let alone = try run(["audit", "verify", "out"], bench).output
        #expect(alone.contains("Verdict: self-consistent") && alone.contains("could have made all of it anew"))
        let arguments = ["audit", "verify", "out", "--key", key, "--checkpoint", "checkpoint", "--log", "log"]
        #expect(try run(arguments, bench, 1).output.contains("not in the log"))
        // The log made anew too: its own new checkpoint fits, the one given to others does not.
        try FileManager.default.removeItem(atPath: bench.folder + "/log")
        _ = try run(["ledger", "init", "log", "--origin", Self.origin], bench)
        _ = try run(["ledger", "add", "log", "out"], bench)
        _ = try run(["ledger", "checkpoint", "log", "--key", "log.key"], bench)
        _ = try run(["ledger", "prove", "log", "out"], bench)
        #expect(try run(arguments.dropLast(2) + [], bench, 1).output.contains("made anew"))
        #expect(try run(["ledger", "consistency", "log", "checkpoint"], bench, 1).complaints.contains("continue"))
    }

    @Test("a witness signs what continues what it has seen; the verdict counts witnesses that are known")
    func witnessed() throws {
        let bench = try bench()
        let (key, folder) = try logged(bench)
        let witness = try run(["ledger", "key", "w.example", "--out", "w.key", "--witness"], bench).output
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let cosign = ["ledger", "cosign", "checkpoint", "--key", "w.key", "--log-key", key]
        let cosigned = try run(cosign, bench).output
        try OutputFile.replace(folder + "/cosigned", with: Array(cosigned.utf8))
        let verify = ["audit", "verify", "out", "--key", key, "--checkpoint", "cosigned", "--log", "log"]
        #expect(try run(verify + ["--witness", witness], bench).output.contains("witnessed (1)"))
        #expect(
            try run(verify + ["--witness", witness, "--witness", witness], bench).output.contains("witnessed (1)"))
        #expect(try !run(verify, bench).output.contains("witnessed"))
        let page = Record.page("http://b.example/1", Record.prose("canals"))
        try bench.archive("b.warc.gz", Record.silentSite("b.example") + [page])
        try bench.filter([folder + "/b.warc.gz"], out: "second")
        _ = try run(["ledger", "add", "log", "second"], bench)
        let next = try run(["ledger", "checkpoint", "log", "--key", "log.key"], bench).output
        try OutputFile.replace(folder + "/next", with: Array(next.utf8))
        #expect(try run(["ledger", "consistency", "log", "checkpoint", "next"], bench).output.contains("\"newer\":6"))
        let again = [
            "ledger", "cosign", "next", "--key", "w.key", "--log-key", key, "--seen", "checkpoint", "--log", "log",
        ]
        #expect(try run(again, bench).output.contains("w.example"))
        #expect(
            try run(verify.map { $0 == "cosigned" ? "next" : $0 }, bench).output.contains("anchored to checkpoint 6"))
    }

    @Test("an entry changed, dropped or moved is found when the log is opened; a torn last line is taken back")
    func damaged() throws {
        let bench = try bench()
        _ = try logged(bench)
        let path = bench.folder + "/log/entries.jsonl"
        let whole = try OutputFile.read(path)
        for place in stride(from: 0, to: whole.count, by: 29) {
            var changed = whole
            changed[place] ^= 1
            try OutputFile.replace(path, with: changed)
            #expect { try OperatorLog(bench.folder + "/log") } throws: { _ in true }
        }
        try OutputFile.replace(path, with: whole)
        let log = try OperatorLog(bench.folder + "/log")
        #expect(log.size == 3)
    }

    @Test(
        "a line of an output that is no entry of a run is refused by file and line, and nothing is added",
        arguments: [
            "not json", "{}", "[]", #"{"type":"use","v":1}"#, #"{"run":"00","type":"open","v":1}"#,
            #"{"type":"rotate","v":1}"#, "{\"run\":\"\(String(repeating: "0", count: 64))\",\"type\":\"open\",\"v\":2}",
            "{\"type\":\"open\",\"run\":\"\(String(repeating: "0", count: 64))\",\"v\":1}",
        ])
    func foreignLines(_ line: String) throws {
        let bench = try bench()
        _ = try run(["ledger", "init", "log", "--origin", Self.origin], bench)
        try OutputFile.replace(bench.folder + "/out/ledger/index.jsonl", with: Array((line + "\n").utf8))
        let told = try run(["ledger", "add", "log", "out"], bench, 1).complaints
        #expect(told.contains("out/ledger/index.jsonl, line 1:"), "\(told)")
        #expect(try OperatorLog(bench.folder + "/log").size == 0)
        try FileManager.default.removeItem(atPath: bench.folder + "/out/ledger/index.jsonl")
        #expect(try run(["ledger", "add", "log", "out"], bench).output.contains("3 entries added"))
        #expect(try run(["use", "list", "log"], bench).output.contains("no use is recorded"))
    }

    @Test("a key's file is its owner's alone and never replaced; a key of another name signs no log")
    func keys() throws {
        let bench = try bench()
        _ = try logged(bench)
        let mode = try FileManager.default.attributesOfItem(atPath: bench.folder + "/log.key")[.posixPermissions]
        #expect(mode as? Int == 0o600)
        _ = try run(["ledger", "key", Self.origin, "--out", "log.key"], bench, 2)
        _ = try run(["ledger", "key", "other.example", "--out", "other.key"], bench)
        _ = try run(["ledger", "checkpoint", "log", "--key", "other.key"], bench, 2)
        _ = try run(["ledger", "key", "a name", "--out", "x.key"], bench, 2)
        _ = try run(["ledger", "init", "log", "--origin", Self.origin], bench, 2)
        _ = try run(["ledger", "add", "none", "out"], bench, 3)
    }
}

import Canonical
import Foundation
import Ledger
import Shards
import Testing

@testable import Jobs

@Suite("ledger rotate and distrust: who signs, and which signatures still count")
struct KeyRotationTests {
    private static let origin = "log.example"

    /// A log with one output in it, and its first key.
    private func logged() throws -> (bench: Workbench, log: OperatorLog, key: SigningKey) {
        let bench = try Workbench()
        try bench.archive(
            "a.warc.gz", Record.silentSite("a.example") + [.page("http://a.example/1", Record.prose("x"))])
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        try OperatorLog.make(bench.folder + "/log", origin: Self.origin)
        var log = try OperatorLog(bench.folder + "/log")
        _ = try log.add(outputs: [bench.folder + "/out"])
        return (bench, log, try SigningKey(newNamed: Self.origin))
    }

    private func audit(_ bench: Workbench, _ anchor: AnchorAudit) throws -> AuditReport {
        try OutputAudit(output: bench.folder + "/out", anchor: anchor).run()
    }

    @Test("a head of the new key is followed from the old one by an entry that both signed; the old one signs no more")
    func rotation() throws {
        var (bench, log, old) = try logged()
        let new = try SigningKey(newNamed: Self.origin)
        try log.rotate(from: old, to: new, at: Workbench.at)
        #expect(throws: JobError.self) { try log.checkpoint(old) }
        #expect(throws: JobError.self) { try log.rotate(from: old, to: new, at: Workbench.at) }
        let checkpoint = try log.checkpoint(new)
        let anchor = AnchorAudit(key: old.verifying, checkpoint: checkpoint, log: log)
        #expect(try audit(bench, anchor).verdict == .anchored(checkpoint: 4))
        // Without the log nobody tells of the new key.
        #expect(try audit(bench, AnchorAudit(key: old.verifying, checkpoint: checkpoint)).verdict == .wrong)
        let other = try SigningKey(newNamed: "other.example")
        #expect(throws: JobError.self) { try log.rotate(from: new, to: other, at: Workbench.at) }
    }

    @Test("an entry about keys that its keys did not sign stops whoever reads the log")
    func forged() throws {
        var (bench, log, old) = try logged()
        defer { withExtendedLifetime(bench) {} }
        let thief = try SigningKey(newNamed: Self.origin)
        let line = try KeyEntry.rotation(from: thief, to: thief, at: Workbench.at)
        let text = String(decoding: line, as: UTF8.self)
            .replacing(#""from":"\#(thief.verifying.text)""#, with: #""from":"\#(old.verifying.text)""#)
        _ = try log.append([Array(text.utf8)])
        #expect(throws: JobError.self) { try LogKeys(log.folder) }
    }

    @Test("what a compromised key signed counts only if somebody outside has seen it before")
    func compromise() throws {
        var (bench, log, old) = try logged()
        let (new, witness) = (
            try SigningKey(newNamed: Self.origin), try SigningKey(newNamed: "w.example", kind: .cosignature)
        )
        let checkpoint = try log.checkpoint(old)
        #expect(throws: JobError.self) {
            try log.distrust(old.verifying, since: Workbench.at, by: old, at: Workbench.at)
        }
        try log.distrust(old.verifying, since: Workbench.at, by: new, at: Workbench.at)
        #expect(throws: JobError.self) { try log.checkpoint(old) }
        func report(_ seen: Timestamp?) throws -> AuditReport {
            var checkpoint = checkpoint
            if let seen { try checkpoint.cosign(with: witness, at: seen) }
            return try audit(
                bench,
                AnchorAudit(key: old.verifying, checkpoint: checkpoint, witnesses: [witness.verifying], log: log))
        }
        #expect(try report(nil).faults.map(\.kind) == [.untrusted])
        #expect(try report(Workbench.at).faults.map(\.kind) == [.untrusted])
        #expect(try report(Workbench.at.adding(seconds: -1)).verdict == .witnessed(1, checkpoint: 3))
    }

    @Test("the commands")
    func commands() throws {
        let (bench, _, _) = try logged()
        func run(_ arguments: [String], _ code: Int32 = 0) throws -> Command {
            let run = try Command(["ledger"] + arguments, in: bench.folder)
            #expect(run.code == code, "\(arguments): \(run.output) \(run.complaints)")
            return run
        }
        let old = try run(["key", Self.origin, "--out", "old.key"]).output.trimmingCharacters(
            in: .whitespacesAndNewlines)
        _ = try run(["key", Self.origin, "--out", "new.key"])
        _ = try run(["rotate", "log", "--from", "old.key", "--to", "new.key"])
        _ = try run(["checkpoint", "log", "--key", "old.key"], 2)
        _ = try run(["checkpoint", "log", "--key", "new.key"])
        _ = try run(["distrust", "log", old, "--since", "2026-11-01T00:00:00Z", "--key", "new.key"])
        _ = try run(["distrust", "log", old, "--since", "yesterday", "--key", "new.key"], 2)
    }
}

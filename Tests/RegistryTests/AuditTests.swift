import Canonical
import Foundation
import Ledger
import Registry
import Testing

@Suite("A snapshot against the public log")
struct AuditTests {
    private func bench() throws -> (StoreBench, log: String) {
        let bench = try StoreBench()
        let domain = try bench.file("domain", "example.com")
        try bench.store.prove(domain, .domain, by: .dns, at: bench.day(1))
        try bench.file("url", "https://example.org/a", contact: "bob@example.org", day: 1)
        var personal = StoreBench.filing("prefix", "https://example.org/~eve", contact: "eve@example.org")
        personal.isPersonal = true
        _ = try bench.store.file(personal, publicSuffixList: suffixes, key: bench.key, at: bench.day(2)).get()
        let ended = try bench.file("host", "example.demo", contact: "dan@example.demo", day: 2)
        try bench.store.step(.deficient, ended, reason: "no_right", at: bench.day(2))
        return (bench, Bench.folder())
    }

    @Test("Nothing is missing, also when the log has gone on since; personal scopes are counted and not shown")
    func whole() throws {
        let (bench, log) = try bench()
        let snapshot = try bench.compile(day: 3)
        try bench.file("host", "later.com", contact: "l@later.com", day: 4)
        let head = try bench.store.export(to: log, key: bench.key)
        let audit = try SnapshotAudit(snapshot, log: log, trusted: bench.key.verifying)
        #expect(audit.findings.isEmpty)
        #expect(audit.blocking == 4)
        #expect(audit.unopened == 1)
        #expect(audit.logSize == head.size && audit.size < head.size)
        let text = try String(contentsOfFile: log, encoding: .utf8)
        #expect(!text.contains("~eve") && !text.contains("Ann") && !text.contains("@example"))
        #expect(text.contains("example.org/a"))
        let late = try bench.compile(day: 30)
        _ = try bench.store.export(to: log, key: bench.key)
        #expect(try SnapshotAudit(late, log: log).blocking == 1)
    }

    @Test("What a snapshot lacks is named", arguments: ["O-", "personal"])
    func missing(_ what: String) throws {
        let (bench, log) = try bench()
        let snapshot = try bench.compile(day: 3)
        _ = try bench.store.export(to: log, key: bench.key)
        // A compile that leaves one out, and names the same log.
        let keep = snapshot.objections.filter {
            what == "personal" ? $0.scope.kind != .prefix : $0.scope.kind != .domain
        }
        let forged = try snapshot.forged(keep)
        let audit = try SnapshotAudit(forged, log: log)
        #expect(audit.findings.count == 1)
    }

    @Test("Another log, a cut one and a changed one are refused")
    func damaged() throws {
        let (bench, log) = try bench()
        let snapshot = try bench.compile(day: 3)
        _ = try bench.store.export(to: log, key: bench.key)
        let text = try String(contentsOfFile: log, encoding: .utf8)
        let lines = text.split(separator: "\n").map(String.init)
        func audit(_ lines: [String]) throws {
            let file = Bench.folder()
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: file))
            _ = try SnapshotAudit(snapshot, log: file, trusted: bench.key.verifying)
        }
        try audit(lines)
        for index in lines.indices {
            // The scope behind an event is no event; without it the log is whole, and less is known.
            if lines[index].hasPrefix("{\"opens\"") { continue }
            var cut = lines
            cut.remove(at: index)
            #expect(throws: RegistryError.self) { try audit(cut) }
            var changed = lines
            changed[index] = changed[index].replacing("2026-01-0", with: "2026-01-1").replacing("registry/", with: "x/")
            if changed != lines { #expect(throws: RegistryError.self) { try audit(changed) } }
        }
        #expect(throws: RegistryError.self) {
            try audit(lines.map { $0.replacing("example.org/a", with: "example.org/b") })
        }
        let other = try StoreBench(seed: 9)
        try other.file()
        let foreign = Bench.folder()
        _ = try other.store.export(to: foreign, key: other.key)
        #expect(throws: RegistryError.self) { try SnapshotAudit(snapshot, log: foreign) }
        #expect(throws: RegistryError.self) {
            try SnapshotAudit(snapshot, log: log, trusted: SigningKey(newNamed: "example.org/registry").verifying)
        }
        let plain = try compile([Filing()])
        #expect(throws: RegistryError.self) { try SnapshotAudit(plain, log: log) }
    }

    @Test("The same store gives the same snapshot, twice")
    func same() throws {
        let (bench, _) = try bench()
        #expect(try bench.compile(day: 3).digest == (try bench.compile(day: 3).digest))
    }
}

extension Snapshot {
    /// A snapshot of fewer objections that names the same log.
    fileprivate func forged(_ objections: [Objection]) throws -> Snapshot {
        var rest = objections[...]
        let made = try Snapshot.compile(
            publicSuffixList: publicSuffixListBytes, at: compiledAt, into: Bench.folder(), log: log
        ) { rest.popFirst() }
        return made
    }
}

import Canonical
import Foundation
import GRDB
import Ledger
import Provenance
import Registry
import Testing

@Suite("The tables that objections are looked up by are tested with the log")
struct TableCheckTests {
    private static let notice = """
        id: N-1
        controller: {name: Lab}
        sources: [example.com]
        purposes: [pretrain]
        commercial: true
        territories: [DE]
        collection: {from: 2026-01-01, to: 2026-12-31}
        channels: ["https://lab.example/notices", "https://lab.example/feed"]
        how_to_object: {form: "https://lab.example/object"}
        """

    /// Objections of several kinds, one whose contact is erased, one that was adopted, and a draft.
    private func bench() throws -> StoreBench {
        let bench = try StoreBench()
        for (kind, value) in [
            ("host", "example.com"), ("prefix", "https://b.example.org/x/"), ("domain", "a.co.uk"), ("host", "[::1]"),
            ("payload", "sha256:" + String(repeating: "ab", count: 32)), ("isbn", "9780306406157"),
        ] { try bench.file(kind, value, contact: "\(value.utf8.count)@example.com") }
        let gone = try bench.file("host", "gone.com", contact: "gone@example.com")
        try bench.store.erase(.identity, of: gone, at: bench.day(1))
        let record = try NoticeRecord(ConfigNode.read(Self.notice, file: "n.yaml"), publicSuffixList: nil)
        try bench.store.draft(record, at: bench.day(2))
        return bench
    }

    @Test("what was written down is found sound, also where it is erased")
    func sound() throws {
        let bench = try bench()
        #expect(try bench.store.check(key: bench.key.verifying).size == bench.store.size())
    }

    @Test(
        "a row that is gone, changed or added is told, and the log alone does not show it",
        arguments: [
            ("DELETE FROM scope WHERE key = 'example.com'", "not those of its scope"),
            ("UPDATE scope SET key = 'other.com' WHERE key = 'example.com'", "not those of its scope"),
            ("UPDATE scope SET kind = 'domain' WHERE key = 'example.com'", "not those of its scope"),
            ("UPDATE scope SET site = 'example.org' WHERE key = 'example.com'", "not that of its scope"),
            ("UPDATE scope SET site = '' WHERE key = 'example.com'", "not that of its scope"),
            ("UPDATE scope SET site = 'x.com' WHERE kind = 'payload'", "not that of its scope"),
            ("INSERT INTO scope SELECT objection, kind, 'b.com', 'b.com' FROM scope LIMIT 1", "not those of its scope"),
            ("INSERT INTO scope VALUES ('O-none', 'host', 'b.com', 'b.com')", "names O-none"),
            ("DELETE FROM contact WHERE rowid = 1", "the mark of its contact"),
            ("UPDATE contact SET mark = x'00' WHERE rowid = 1", "the mark of its contact"),
            ("INSERT INTO contact VALUES (x'00', 'O-none')", "names O-none"),
            ("INSERT INTO link VALUES (x'00', x'00', x'00', 'O-none')", "names O-none"),
            ("UPDATE draft SET content = x'7b7d'", "the draft of notice N-1"),
            ("INSERT INTO draft VALUES ('N-2', x'7b7d')", "the draft of notice N-2"),
        ])
    func damaged(_ change: String, _ reason: String) throws {
        let bench = try bench()
        try DatabaseQueue(path: bench.path).write { db in
            try db.execute(sql: change)
            #expect(db.changesCount > 0)
        }
        let error = #expect(throws: RegistryError.self) { try bench.store.check(key: bench.key.verifying) }
        #expect(error?.code == .damagedLog && error?.reason.contains(reason) == true, "\(String(describing: error))")
        #expect(try bench.store.check(key: bench.key.verifying, tables: false).size == bench.store.size())
    }
}

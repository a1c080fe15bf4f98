import Canonical
import Ledger
import Provenance
import Testing

@testable import Registry

@Suite("Repertoires: one objection to all that stands on a list")
struct RepertoireTests {
    private static let list = "scope_kind,value\nisbn,9780306406157\ndomain,member.example.org\n"

    private func repertoire(_ text: String = list) throws -> Repertoire {
        let path = Bench.folder()
        try write(text, path)
        return try Repertoire("society", path: path, format: .csv, publicSuffixList: suffixes)
    }

    private func compiled(_ filings: [Filing], _ repertoires: [Repertoire]) throws -> Snapshot {
        let text = filings.map { $0.line + "\n" }.joined()
        return try Snapshot.compile(
            objections: [(file: "o.jsonl", bytes: Array(text.utf8))], publicSuffixList: suffixes, at: compileTime,
            into: Bench.folder(), repertoires: repertoires)
    }

    @Test("With a mandate, what the list names is covered under the objection's own id")
    func expanded() throws {
        let filings = [
            Filing(id: "a"), Filing(id: "mandate", kind: "repertoire", value: "society", standing: "L4"),
        ]
        let snapshot = try compiled(filings, [try repertoire()])
        #expect(snapshot.count == 4)
        #expect(snapshot.covering("https://www.member.example.org/x") == ["mandate"])
        let book = snapshot.match(MatchKeys(identifiers: ["isbn:9780306406157"]), at: compileTime)
        #expect(book.map(\.objection) == ["mandate"])
        #expect(book.map(\.isBlocking) == [true])
        #expect(try compiled(filings, []).count == 2)
    }

    @Test("Without a mandate nothing is covered, and another list is not meant", arguments: ["L0", "L3"])
    func unproven(_ standing: String) throws {
        let filing = Filing(kind: "repertoire", value: "society", standing: standing)
        #expect(try compiled([filing], [try repertoire()]).count == 1)
        #expect(
            try compiled([Filing(kind: "repertoire", value: "other", standing: "L4")], [try repertoire()]).count == 1)
    }

    @Test("An id that stands twice is still told by its own line")
    func repeated() throws {
        let filings = [
            Filing(id: "mandate", kind: "repertoire", value: "society", standing: "L4"), Filing(id: "a"),
            Filing(id: "a", kind: "url", value: "https://example.com/"),
        ]
        let error = #expect(throws: RegistryError.self) { try compiled(filings, [try repertoire()]) }
        #expect(error?.code == .duplicate && error?.line == 3)
    }

    @Test(
        "A list is taken whole or not at all",
        arguments: ["isbn,9780306406158\n", "repertoire,other\n", "domain,com\n"])
    func refused(_ row: String) {
        #expect(throws: RegistryError.self) { try repertoire(Self.list + row) }
    }

    @Test("A snapshot of a store holds it, and the public log shows that nothing is missing")
    func audited() throws {
        let bench = try StoreBench()
        let id = try bench.file("repertoire", "society")
        #expect(try bench.store.life(id, at: bench.day(0))?.standingDue == .documents)
        _ = try bench.store.prove(id, .documents, by: .document, at: bench.day(1))
        let folder = Bench.folder()
        let snapshot = try Snapshot.compile(
            store: bench.store, key: bench.key, publicSuffixList: suffixes, at: bench.day(2), into: folder,
            repertoires: [try repertoire()])
        #expect(snapshot.covering("https://member.example.org/") == [id])
        let log = Bench.folder()
        _ = try bench.store.export(to: log, key: bench.key)
        #expect(try SnapshotAudit(snapshot, log: log).findings.isEmpty)
    }
}

import Canonical
import Foundation
import Ledger
import Provenance
import Registry
import Testing

@Suite("The repertoire in the registry's store: events of its log, texts beside it, a file of the snapshot")
struct RepertoireStoreTests {
    private func mandate(_ id: String, _ society: String = "Writers") -> (kind: String, id: String, content: JSONValue)
    {
        ("mandate", id, .object([.init("id", .string(id)), .init("society", .string(society))]))
    }

    @Test("set, changed, ended and set anew; what stands as it is stays, and nothing is written in a dry run")
    func life() throws {
        let bench = try StoreBench()
        let size = try bench.store.size()
        let dry = try bench.store.set(repertoire: [mandate("M-1"), mandate("M-2")], at: bench.day(1), dryRun: true)
        #expect(dry.added == 2)
        #expect(try bench.store.size() == size)
        _ = try bench.store.set(repertoire: [mandate("M-1"), mandate("M-2")], at: bench.day(1))
        let change = try bench.store.set(
            repertoire: [mandate("M-1"), mandate("M-2", "Poets"), mandate("M-3")], at: bench.day(2))
        #expect(change.same == 1 && change.changed == 1 && change.added == 1)
        try bench.store.end(repertoire: "mandate", "M-1", on: bench.day(9), reason: "left", at: bench.day(3))
        #expect(throws: RegistryError.self) {
            try bench.store.end(repertoire: "mandate", "M-1", on: bench.day(9), reason: "left", at: bench.day(3))
        }
        #expect(throws: RegistryError.self) {
            try bench.store.end(repertoire: "mandate", "M-9", on: bench.day(9), reason: "left", at: bench.day(3))
        }
        let now = try bench.store.repertoire(at: bench.day(4))
        #expect(now.map(\.life.id) == ["M-1", "M-2", "M-3"] && now.map(\.life.version) == [1, 2, 1])
        #expect(now[0].life.ends == bench.day(9) && now[1].content["society"]?.string == "Poets")
        // What was known before is what it said then.
        let before = try bench.store.repertoire(at: bench.day(1))
        #expect(before.count == 2 && before[1].content["society"]?.string == "Writers")
        _ = try bench.store.set(repertoire: [mandate("M-1")], at: bench.day(5))
        #expect(try bench.store.repertoire(at: bench.day(5))[0].life.ends == nil)
        #expect(try bench.store.check().size == bench.store.size())
    }

    @Test("all entries or none: a time before the log's end takes none in")
    func atomic() throws {
        let bench = try StoreBench()
        _ = try bench.store.set(repertoire: [mandate("M-1")], at: bench.day(5))
        #expect(throws: RegistryError.self) {
            try bench.store.set(repertoire: [mandate("M-2")], at: bench.day(1))
        }
        #expect(try bench.store.repertoire(at: bench.day(9)).count == 1)
    }

    @Test("a text that was changed beside the log is found, and nothing is compiled of it")
    func damaged() throws {
        let bench = try StoreBench()
        _ = try bench.store.set(repertoire: [mandate("M-1")], at: bench.day(1))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sqlite3,sys; d=sqlite3.connect(sys.argv[1]); d.execute(\"UPDATE repertoire SET content = ?\", (b'{}',)); d.commit()",
            bench.path,
        ]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        for run in [{ _ = try bench.store.check() }, { _ = try bench.store.repertoire(at: bench.day(2)) }] {
            let error = #expect(throws: RegistryError.self) { try run() }
            #expect(error?.code == .damagedLog, "\(String(describing: error))")
        }
    }

    @Test("a snapshot has the file and its digest, and one without mandates is what it was before")
    func snapshot() throws {
        let bench = try StoreBench()
        let file = Array("{\"mandates\":[]}\n".utf8)
        let plain = try bench.compile(day: 3)
        #expect(plain.repertoire == nil && !plain.files.contains { $0.name == "repertoire.json" })
        func compile() throws -> Snapshot {
            try Snapshot.compile(
                store: bench.store, key: bench.key, publicSuffixList: suffixes, at: bench.day(3), into: Bench.folder(),
                mandates: file)
        }
        let made = try compile()
        #expect(try compile().digest == made.digest && made.digest != plain.digest)
        #expect(made.repertoire?.text == "{\"mandates\":[]}\n")
        #expect(made.files.first { $0.name == "repertoire.json" }?.digest == Digest(of: file))
        try Data("{}".utf8).write(to: URL(fileURLWithPath: made.folder + "/repertoire.json"))
        #expect(throws: RegistryError.self) { try Snapshot.load(made.folder) }
        try FileManager.default.removeItem(atPath: made.folder + "/repertoire.json")
        #expect(throws: RegistryError.self) { try Snapshot.load(made.folder) }
    }
}

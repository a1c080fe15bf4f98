import Canonical
import Foundation
import Ledger
import Provenance
import Testing

@testable import Registry

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

    @Test("what a party said is erased from every file, whichever version, and the log stays whole; its id is left")
    func erased() throws {
        let bench = try StoreBench()
        func party(_ name: String) -> (kind: String, id: String, content: JSONValue) {
            ("party", "ann", .object([.init("names", .array([.string(name)])), .init("party", .string("ann"))]))
        }
        _ = try bench.store.set(repertoire: [party("Annabel Quill"), mandate("M-1")], at: bench.day(1))
        _ = try bench.store.set(repertoire: [party("Annabel Plume")], at: bench.day(2))
        #expect(try bench.store.set(repertoire: [party("Annabel Plume")], at: bench.day(2)).same == 1)
        try bench.store.erase(repertoire: "party", "ann", at: bench.day(3))
        for suffix in ["", "-wal", "-journal"] {
            guard let bytes = FileManager.default.contents(atPath: bench.path + suffix) else { continue }
            #expect(bytes.range(of: Data("Annabel".utf8)) == nil, "\(suffix)")
        }
        // The log is whole, and nobody can try names against it: the same text has another commitment elsewhere.
        #expect(try bench.store.check().size == bench.store.size())
        for day in [1.0, 2, 4] {
            let found = try bench.store.repertoire(at: bench.day(day))
            #expect(found.map(\.life.id) == ["M-1", "ann"])
            #expect(found[1].content == .object([.init("party", .string("ann"))]))
        }
        for (kind, id) in [("party", "ann"), ("party", "eve"), ("mandate", "M-1")] {
            let error = #expect(throws: RegistryError.self) {
                try bench.store.erase(repertoire: kind, id, at: bench.day(4))
            }
            #expect(error?.code == .notAllowed)
        }
        // Said anew, it is there again, and what was erased stays so.
        #expect(try bench.store.set(repertoire: [party("Ann")], at: bench.day(5)).changed == 1)
        #expect(try bench.store.repertoire(at: bench.day(5))[1].content["names"]?.array?.count == 1)
        #expect(try bench.store.repertoire(at: bench.day(4))[1].content["names"] == nil)
        #expect(try bench.store.check().size == bench.store.size())
    }

    @Test("a store of before texts had salts is read, checked and erased as others are")
    func plain() throws {
        let bench = try StoreBench()
        _ = try bench.store.set(repertoire: [mandate("M-1")], at: bench.day(1))
        let event = RepertoireEvent.set(content: Digest(of: Array("x".utf8)), isSealed: false)
        #expect(event.members.map(\.key) == ["content"])
        #expect(RepertoireEvent(named: "repertoire-set", .object(event.members)) == event)
        let sealed = RepertoireEvent.set(content: Digest(of: Array("x".utf8)), isSealed: true)
        #expect(RepertoireEvent(named: "repertoire-set", .object(sealed.members)) == sealed)
        #expect(RepertoireEvent(named: "repertoire-set", .object(sealed.members + event.members)) == nil)
        #expect(RepertoireEvent(named: "repertoire-set", .object([])) == nil)
        // The row as it was written then: a plain digest in its event, and no salt.
        let text = mandate("M-1").content.canonicalBytes
        try bench.store.read { db in
            let life = try bench.store.repertoire(db, "mandate:M-1", until: nil)
            #expect(
                try bench.store.content(db, life?.place ?? 0, life?.content, isSealed: true) == text)
            #expect(throws: RegistryError.self) {
                try bench.store.content(db, life?.place ?? 0, Digest(of: Array("other".utf8)), isSealed: false)
            }
            #expect(
                try bench.store.content(db, life?.place ?? 0, Digest(of: text), isSealed: false) == text)
        }
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

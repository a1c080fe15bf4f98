import Canonical
import Foundation
import GRDB
import Ledger
import Provenance
import Registry
import Testing

@Suite("The registry's store")
struct StoreTests {
    /// What an objection's life looks like from outside.
    private func looks(_ life: ObjectionLife) -> String {
        "\(life.id) \(life.state.rawValue) \(life.standing.rawValue) \(life.since) \(life.isBlocking) "
            + "\(life.effectiveTo?.description ?? "-") \(life.pending?.due.description ?? "-") \(life.reason)"
    }

    @Test("1,000 random histories fold to the same states after reopening and at any time asked")
    func histories() throws {
        let bench = try StoreBench()
        var random = SplitMix(seed: 7)
        var ids: [String] = []
        var seen: [(at: Timestamp, id: String, looks: String)] = []
        var now = 0.0
        for number in 0..<1000 {
            ids.append(
                try bench.file(
                    ["host", "domain"].randomElement(using: &random)!, "site\(number).com",
                    contact: "a\(number)@example.com", review: Bool.random(using: &random), day: now))
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                now += Double.random(in: 0...0.01, using: &random)
                let id = ids.suffix(40).randomElement(using: &random)!
                try act(on: id, bench, &random, ids, day: now)
                if let life = try bench.store.life(id, at: bench.day(now)) {
                    seen.append((bench.day(now), id, looks(life)))
                }
            }
            if number % 40 == 0 { now += Double.random(in: 0...9, using: &random) }
        }
        let again = try RegistryStore.open(bench.path)
        // Two histories may change within one second: what was known at its end is what the last of them left.
        var last: [String: (at: Timestamp, id: String, looks: String)] = [:]
        for one in seen { last["\(one.id) \(one.at)"] = one }
        for one in last.values { #expect(try again.life(one.id, at: one.at).map(looks) == one.looks) }
        let end = bench.day(now + 400)
        let all = try again.lives(at: end)
        #expect(all.count == 1000)
        for life in all { #expect(try bench.store.life(life.id, at: end).map(looks) == looks(life)) }
        #expect(Set(all.map(\.state)).count >= 5)
        #expect(try again.check(key: bench.key.verifying).size == (try bench.store.size()))
    }

    /// Tries something at random; what is not allowed is refused and changes nothing.
    private func act(
        on id: String, _ bench: StoreBench, _ random: inout SplitMix, _ ids: [String], day: Double
    ) throws {
        let at = bench.day(day)
        let before = try bench.store.size()
        do throws(RegistryError) {
            try attempt(id, bench.store, &random, ids, at: at)
        } catch {
            #expect(error.code == .notAllowed)
            #expect(try bench.store.size() == before)
        }
    }

    private func attempt(
        _ id: String, _ store: RegistryStore, _ random: inout SplitMix, _ ids: [String], at: Timestamp
    ) throws(RegistryError) {
        let standing = Standing.allCases.randomElement(using: &random) ?? .claim
        switch Int.random(in: 0...9, using: &random) {
        case 0: try store.accept(id, at: at)
        case 1: try store.prove(id, standing, by: .document, at: at)
        case 2: try store.submit(id, evidence: [1], at: at)
        case 3: try store.stop(id, reason: "r", at: at)
        default:
            let step = LifeStep.allCases.randomElement(using: &random) ?? .ask
            let reason = step == .supersede ? ids.randomElement(using: &random) ?? "" : "r"
            try store.step(step, id, standing: standing, reason: reason, at: at)
        }
    }

    @Test("A tampered event is found, whatever is changed")
    func tampered() throws {
        let changes = [
            "UPDATE event SET line = CAST(replace(CAST(line AS TEXT), '\"uses\":[\"all\"]', '\"uses\":[\"tdm\"]') AS BLOB) WHERE place = 1",
            "UPDATE event SET recorded = recorded - 1 WHERE place = 2", "DELETE FROM event WHERE place = 3",
            "DELETE FROM event WHERE place = (SELECT max(place) FROM event)",
            "UPDATE event SET subject = 'O-x' WHERE place = 2",
            "UPDATE body SET body = CAST('[{\"key\":\"example.net\",\"kind\":\"host\"}]' AS BLOB) WHERE part = 'scope'",
            "DELETE FROM body WHERE part = 'evidence'", "UPDATE body SET salt = zeroblob(32) WHERE part = 'identity'",
        ]
        for change in changes {
            let bench = try StoreBench()
            try bench.file()
            try bench.file("host", "example.org", contact: "bob@example.org")
            _ = try bench.store.checkpoint(bench.key)
            #expect(try bench.store.check().size == 9)
            let raw = try DatabaseQueue(path: bench.path)
            try raw.write { db in
                #expect(throws: (any Error).self) { try db.execute(sql: "UPDATE event SET subject = ''") }
                try db.execute(sql: "DROP TRIGGER event_stays; DROP TRIGGER event_remains")
                try db.execute(sql: change)
            }
            let fault = #expect(throws: RegistryError.self, "\(change)") { try bench.store.check() }
            #expect(fault?.code == .damagedLog)
        }
    }

    @Test("Erasing who objected takes it out of every file and lifts nothing; a blocking scope cannot be erased")
    func erasure() throws {
        let bench = try StoreBench()
        let id = try bench.file()
        try bench.store.prove(id, .mailbox, by: .mailbox, at: bench.day(1))
        func contains(_ text: String) throws -> Bool {
            try ["", "-wal"].contains { end in
                let path = bench.path + end
                guard FileManager.default.fileExists(atPath: path) else { return false }
                return try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data(text.utf8)) != nil
            }
        }
        #expect(try contains("Ann <b>Author"))
        try bench.store.erase(.identity, of: id, at: bench.day(2))
        try bench.store.erase(.evidence, of: id, at: bench.day(2))
        #expect(try !contains("Ann <b>Author"))
        #expect(try !contains("example.com/imprint"))
        #expect(try bench.store.objector(of: id) == nil)
        #expect(try bench.store.check().erased == 2)
        #expect(
            try bench.compile(day: 3).match(url("https://example.com/"), at: bench.day(3)).first?.isBlocking == true)
        for group in [FieldGroup.scope, .identity] {
            let fault = #expect(throws: RegistryError.self) { try bench.store.erase(group, of: id, at: bench.day(3)) }
            #expect(fault?.code == .notAllowed)
        }
        try bench.store.step(.withdraw, id, standing: .mailbox, at: bench.day(3))
        try bench.store.erase(.scope, of: id, at: bench.day(20))
        #expect(try bench.store.check().erased == 3)
        #expect(try bench.compile(day: 21).count == 0)
    }

    @Test("A receipt holds for its key and its log, and for no other")
    func receipts() throws {
        let bench = try StoreBench()
        let receipt = try bench.store.file(
            StoreBench.filing(), publicSuffixList: suffixes, key: bench.key, at: bench.day(0)
        ).get()
        try bench.file("host", "example.org", contact: "bob@example.org")
        let bytes = receipt.json.canonicalBytes
        let read = try Receipt(bytes, trusted: bench.key.verifying, file: "receipt.json")
        #expect(read == receipt)
        let (proof, root) = try bench.store.inclusion(of: read)
        #expect(proof.root(of: read.leaf) == root)
        #expect(try bench.store.check().root == root)
        let forged = String(decoding: bytes, as: UTF8.self).replacing("exclude_all", with: "remove_past")
        #expect(throws: RegistryError.self) { try Receipt(Array(forged.utf8), file: "f") }
        let stranger = try SigningKey(newNamed: "example.org/registry").verifying
        #expect(throws: RegistryError.self) { try Receipt(bytes, trusted: stranger, file: "f") }
        let other = try StoreBench(seed: 2)
        try other.file()
        #expect(throws: RegistryError.self) { try other.store.inclusion(of: read) }
    }

    @Test("Time never goes back, and what is no store is refused")
    func refusedStores() throws {
        let bench = try StoreBench()
        try bench.file(day: 5)
        let fault = #expect(throws: RegistryError.self) { try bench.file("host", "b.com", contact: "b@b.com", day: 4) }
        #expect(fault?.code == .badValue)
        #expect(throws: RegistryError.self) { try RegistryStore.open("/nowhere/registry.db") }
        let text = Bench.folder()
        try Data("no store".utf8).write(to: URL(fileURLWithPath: text))
        #expect(throws: RegistryError.self) { try RegistryStore.open(text) }
        #expect(throws: RegistryError.self) {
            try RegistryStore.create(bench.path, origin: "x", at: bench.day(0))
        }
    }

    @Test("Lists of others are taken in once, effective at once")
    func adopted() throws {
        let bench = try StoreBench()
        let path = Bench.folder()
        try Data("example.com\nco.uk\nexample.org\n".utf8).write(to: URL(fileURLWithPath: path))
        func adopt() throws -> Int {
            let terms = ObjectionImport.Terms(standing: .documents, at: bench.day(1))
            return try bench.store.adopt(publicSuffixList: suffixes, at: bench.day(1)) { take throws(RegistryError) in
                var rows = try ObjectionImport(path: path, format: .domains, terms: terms, publicSuffixList: suffixes)
                while let row = try rows.next() { if case .success(let one) = row { try take(one) } }
            }
        }
        #expect(try adopt() == 2)
        #expect(try adopt() == 0)
        let snapshot = try bench.compile(day: 1)
        #expect(snapshot.match(url("https://www.example.com/"), at: bench.day(1)).first?.isBlocking == true)
        #expect(snapshot.count == 2)
    }
}

import Canonical
import Foundation
import Provenance
import Registry
import Testing

@Suite("How far an objection to a text reaches, licensing bases 0.0.8")
struct ReachTests {
    private static let sketch = NameScopeTests.sketch(42)
    private static let value = TextSketch.algorithm + ":" + sketch.base64

    /// A store with an objection to a text in effect, and one to a host beside it.
    private func bench() throws -> (StoreBench, id: String) {
        let bench = try StoreBench()
        var filing = StoreBench.filing("text", Self.value)
        filing.scopes.append(.init(kind: "host", value: "example.com"))
        let id = try bench.store.file(filing, publicSuffixList: suffixes, key: bench.key, at: bench.day(0)).get()
            .objection
        try bench.store.prove(id, .mailbox, by: .mailbox, at: bench.day(0))
        return (bench, id)
    }

    private func matches(_ bench: StoreBench, day: Double) throws -> [String: ObjectionMatch] {
        let found = try bench.compile(day: day).match(
            MatchKeys(hops: [url("https://example.com/")], sketch: Self.sketch.base64), at: bench.day(day))
        return Dictionary(uniqueKeysWithValues: found.map { ($0.scope, $0) })
    }

    @Test(
        "Over 100 documents or 10 domains it holds until somebody confirms, and the host beside it bars on",
        arguments: [(100, 10, false), (101, 1, true), (11, 11, true)])
    func review(documents: Int, domains: Int, isWide: Bool) throws {
        let (bench, id) = try bench()
        let life = try bench.store.record(
            CopyReach(documents: documents, domains: domains), of: id, at: bench.day(1))
        #expect(life.isUnderReview == isWide && life.isBlocking && life.state == .effective)
        let found = try matches(bench, day: 1)
        #expect(found["text"]?.isUncertain == isWide && found["text"]?.isBlocking == true)
        #expect(found["host"]?.isUncertain == false)
        #expect(try Snapshot.load(bench.compile(day: 1).folder).objections.contains(where: \.isUnderReview) == isWide)
        guard isWide else {
            #expect(throws: RegistryError.self) { try bench.store.confirm(id, reason: "seen", at: bench.day(1)) }
            return
        }
        try bench.store.confirm(id, reason: "seen", at: bench.day(2))
        #expect(try matches(bench, day: 2)["text"]?.isUncertain == false)
        let wider = try bench.store.record(CopyReach(documents: 9000, domains: 900), of: id, at: bench.day(3))
        #expect(!wider.isUnderReview, "it was confirmed")
        #expect(try bench.store.check().size == (try bench.store.size()))
    }

    @Test(
        "A copy of somebody else's that is openly licensed, or proven earlier, contests it at once, and it blocks on",
        arguments: [CopyReach(documents: 2, domains: 2, licensed: 1), CopyReach(documents: 2, domains: 2, earlier: 1)])
    func contested(reach: CopyReach) throws {
        let (bench, id) = try bench()
        let life = try bench.store.record(reach, of: id, at: bench.day(1))
        #expect(life.state == .contested && life.isBlocking && !life.isUnderReview)
        #expect(try matches(bench, day: 1)["text"]?.state == "CONTESTED")
        #expect(try matches(bench, day: 1)["text"]?.isBlocking == true)
        try bench.store.step(.uphold, id, at: bench.day(2))
        #expect(try bench.store.record(reach, of: id, at: bench.day(3)).state == .upheld, "it was decided")
    }

    @Test("What is not in effect yet is contested when it comes into effect")
    func pending() throws {
        let bench = try StoreBench()
        let id = try bench.file("text", Self.value)
        let reach = CopyReach(documents: 1, domains: 1, licensed: 1)
        #expect(try bench.store.record(reach, of: id, at: bench.day(1)).state == .standingPending)
        #expect(try bench.store.prove(id, .mailbox, by: .mailbox, at: bench.day(2)).state == .contested)
        #expect(try bench.store.life(id, at: bench.day(1))?.state == .standingPending)
    }

    @Test("Only texts reach copies, and only while they have not ended; unsound numbers are no event")
    func refused() throws {
        let (bench, id) = try bench()
        let host = try bench.file("host", "example.org", contact: "bob@example.org")
        #expect(throws: RegistryError.self) { try bench.store.record(CopyReach(), of: host, at: bench.day(1)) }
        try bench.store.step(.withdraw, id, standing: .mailbox, at: bench.day(1))
        #expect(throws: RegistryError.self) { try bench.store.record(CopyReach(), of: id, at: bench.day(30)) }
    }

    @Test("Other limits stand in the log, and the usual ones leave it as it was written before there were any")
    func limits() throws {
        var rules = RegistryRules()
        #expect(rules.reachDocuments == 100 && rules.reachDomains == 10)
        func line(_ rules: RegistryRules) throws -> String {
            let bench = try StoreBench(rules: rules)
            #expect(try bench.store.rules() == rules)
            return String(decoding: try #require(try bench.store.events().first).line, as: UTF8.self)
        }
        #expect(try !line(rules).contains("reach"))
        rules.reachDomains = 3
        #expect(try line(rules).contains("\"reach_domains\":3"))
        let bench = try StoreBench(rules: rules)
        let id = try bench.file("text", Self.value)
        #expect(try bench.store.record(CopyReach(documents: 4, domains: 4), of: id, at: bench.day(1)).isUnderReview)
    }

    @Test("An objection file says that one is under review, and a delta too")
    func files() throws {
        let plain = Filing(id: "T-1", kind: "text", value: Self.value)
        var held = plain
        held.more = ",\"review\":true"
        #expect(try compile([plain]).objections.map(\.isUnderReview) == [false])
        let snapshot = try compile([held])
        #expect(snapshot.objections.map(\.isUnderReview) == [true])
        #expect(
            String(decoding: try #require(snapshot.objections.first { _ in true }).line, as: UTF8.self).contains(
                "\"review\":true"))
        let changes = SnapshotDelta(from: try compile([plain]), to: snapshot).changes
        #expect(changes.map { $0.json["review"]?.bool } == [false, true])
        held.more = ",\"review\":\"yes\""
        #expect(throws: RegistryError.self) { try compile([held]) }
    }
}

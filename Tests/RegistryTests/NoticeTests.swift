import Canonical
import Foundation
import Ledger
import Provenance
import Registry
import Testing
import WebAddress

@Suite("Public notices, licensing bases 2(b) and 0.0.5")
struct NoticeTests {
    static let site = "https://operator.demo/n/"
    static let feed = "https://operator.demo/feed.atom"

    private func record(_ change: (String) -> String = { $0 }) throws -> NoticeRecord {
        let text = """
            id: N-1
            controller: {name: "A <b>&</b> Co"}
            how_to_object: {email: rights@operator.demo}
            purposes: [pretrain]
            commercial: true
            sources: [example.com, "https://example.org/a"]
            territories: [CN]
            collection: {from: 2026-01-01, to: 2026-12-31}
            period_days: 30
            remuneration: "1 CNY"
            channels: ["\(Self.site)", "\(Self.feed)"]
            """
        return try NoticeRecord(
            ConfigNode.read(change(text), file: "notice.yaml"), publicSuffixList: PublicSuffixList(contents: suffixes))
    }

    private func published() throws -> StoreBench {
        let bench = try StoreBench()
        try bench.store.draft(record(), at: bench.day(0))
        try bench.store.publish(notice: "N-1", at: bench.day(0))
        return bench
    }

    private func find(_ bench: StoreBench, _ days: some Sequence<Int>) throws {
        for day in days {
            try bench.store.probe(notice: "N-1", channel: Self.site, found: true, at: bench.day(Double(day)))
            try bench.store.probe(notice: "N-1", channel: Self.feed, found: true, at: bench.day(Double(day)))
        }
    }

    private func notice(_ bench: StoreBench, _ day: Double) throws -> NoticeLife {
        try #require(try bench.store.notices(at: bench.day(day)).first)
    }

    private func state(_ bench: StoreBench, _ day: Double, version: Int = 1) throws -> NoticeState {
        let notice = try notice(bench, day)
        return notice.state(of: notice.versions[version - 1], at: bench.day(day))
    }

    @Test("Published, found twice, open for its period, then effective; a year later it is expired")
    func life() throws {
        let bench = try published()
        #expect(try state(bench, 0) == .published)
        try bench.store.probe(notice: "N-1", channel: Self.site, found: true, at: bench.day(0))
        #expect(try state(bench, 0) == .published)
        try find(bench, 0..<40)
        #expect(try state(bench, 0) == .windowOpen)
        #expect(try state(bench, 29.9) == .windowOpen)
        #expect(try state(bench, 30) == .effective)
        #expect(try state(bench, 364) == .effective)
        #expect(try state(bench, 365) == .expired)
        #expect(
            try RegistryStore.open(bench.path).notices(at: bench.day(30))
                == (try bench.store.notices(at: bench.day(30))))
        #expect(try bench.store.check().size == (try bench.store.size()))
    }

    @Test("Three days of outage change nothing, four lengthen the window by four; no probe at the end keeps it open")
    func outages() throws {
        let three = try published()
        try find(three, Array(0..<10) + Array(13..<40))
        #expect(try state(three, 30) == .effective)
        let four = try published()
        try find(four, Array(0..<10) + Array(14..<40))
        #expect(try state(four, 33.9) == .windowOpen)
        #expect(try state(four, 34) == .effective)
        let silent = try published()
        try find(silent, 0..<20)
        #expect(try state(silent, 60) == .windowOpen)
    }

    @Test("A new version supersedes; only what says more than before begins anew")
    func versions() throws {
        let bench = try published()
        try find(bench, 0..<10)
        try bench.store.draft(
            record { $0.replacing("[example.com,", with: "[example.com, example.demo,") }, at: bench.day(10))
        let next = try bench.store.publish(notice: "N-1", at: bench.day(10))
        try find(bench, 10..<60)
        #expect(try state(bench, 10) == .superseded)
        let version = try #require(next.latest)
        #expect(version.since["example.com"] == bench.day(0))
        #expect(version.since["example.demo"] == bench.day(10))
        let life = try notice(bench, 50)
        #expect(life.window(of: "example.com", in: version, at: bench.day(50))?.closes == bench.day(30))
        #expect(life.window(of: "example.demo", in: version, at: bench.day(50))?.closes == bench.day(40))
        try bench.store.draft(record { $0.replacing("\"1 CNY\"", with: "none") }, at: bench.day(60))
        let lower = try #require(try bench.store.publish(notice: "N-1", at: bench.day(60)).latest)
        #expect(Set(lower.since.values) == [bench.day(60)])
        try bench.store.withdraw(notice: "N-1", reason: "done", at: bench.day(61))
        #expect(try state(bench, 61, version: 3) == .withdrawn)
        #expect(throws: RegistryError.self) {
            try bench.store.withdraw(notice: "N-1", reason: "again", at: bench.day(62))
        }
    }

    @Test("A snapshot has the notices, in the form of a notices file")
    func compiled() throws {
        let bench = try published()
        #expect(try bench.compile(day: 0).noticesFile == nil)
        try find(bench, 0..<5)
        let snapshot = try bench.compile(day: 6)
        let text = try #require(snapshot.noticesFile)
        let entry = try #require(try JSONReader.read(Array(text.utf8))["notices"]?.array?.first)
        #expect(entry["published"]?.string == bench.day(0).description)
        #expect(entry["probes"]?.array?.count == 1)
        #expect(try Snapshot.load(snapshot.folder).noticesFile == text)
        #expect(try Snapshot.load(snapshot.folder).summary.notices == 1)
    }

    @Test("Pages, signed JSON and a feed; what a notice says cannot break out of them")
    func pages() throws {
        let bench = try published()
        try find(bench, 0..<2)
        let pages = NoticePages(
            origin: "example.org/registry", key: bench.key, base: "https://operator.demo/n", at: bench.day(1))
        let files = try pages.files(try bench.store.notices(at: bench.day(1)))
        #expect(
            files.map(\.path) == ["N-1/v1/notice.json", "N-1/v1/notice.json.sig", "N-1/v1/index.html", "feed.atom"])
        let signature = try #require(
            try JSONReader.read(files[1].bytes)["signature"]?.string.flatMap { Base64.decode($0) })
        #expect(NoticePages.isSigned(files[0].bytes, signature, by: bench.key.verifying))
        #expect(!NoticePages.isSigned(files[0].bytes + [0x20], signature, by: bench.key.verifying))
        let html = String(decoding: files[2].bytes, as: UTF8.self)
        #expect(!html.contains("<b>") && html.contains("A &lt;b&gt;&amp;"))
        let digest = try record().digest.hex
        #expect(html.contains(digest) && String(decoding: files[3].bytes, as: UTF8.self).contains(digest))
    }

    static let bad = [
        "sources: [co.uk]", "sources: []", "sources: [example.com, example.com]", "purposes: [everything]",
        "channels: [\"https://operator.demo/\"]", "collection: {from: 2026-12-31, to: 2026-01-01}", "period_days: 7",
        "territories: []", "commercial: perhaps", "nonsense: 1",
    ]

    @Test("A notice that cannot be meant is refused by line and key", arguments: bad)
    func refused(_ line: String) {
        let key = line.prefix { $0 != ":" }
        #expect(throws: ConfigError.self) {
            try record { text in
                text.split(separator: "\n").filter { !$0.hasPrefix(key + ":") }.joined(separator: "\n") + "\n" + line
            }
        }
    }

    @Test("Nothing is published that was not drafted, and nothing probed that is not public or no channel")
    func order() throws {
        let bench = try StoreBench()
        #expect(throws: RegistryError.self) { try bench.store.publish(notice: "N-1", at: bench.day(0)) }
        try bench.store.draft(record(), at: bench.day(0))
        #expect(throws: RegistryError.self) {
            try bench.store.probe(notice: "N-1", channel: Self.site, found: true, at: bench.day(0))
        }
        try bench.store.publish(notice: "N-1", at: bench.day(0))
        #expect(throws: RegistryError.self) { try bench.store.publish(notice: "N-1", at: bench.day(0)) }
        #expect(throws: RegistryError.self) {
            try bench.store.probe(notice: "N-1", channel: "https://elsewhere.demo/", found: true, at: bench.day(0))
        }
    }

    private func cosigned(_ bench: StoreBench, day: Double) throws -> (checkpoint: [UInt8], key: VerifyingKey) {
        let key = try SigningKey(name: "witness.example", kind: .cosignature, seed: Array(1...32))
        var head = try bench.store.checkpoint(bench.key)
        try head.cosign(with: key, at: bench.day(day))
        return (head.bytes, key.verifying)
    }

    @Test("A window counts from the earliest time a witness saw the version, which is then not self-attested")
    func witness() throws {
        let bench = try published()
        try find(bench, 0..<3)
        let seen = try cosigned(bench, day: 2)
        try bench.store.witness(notice: "N-1", checkpoint: seen.checkpoint, key: seen.key, at: bench.day(3))
        try find(bench, 3..<40)
        #expect(try state(bench, 31.9) == .windowOpen)
        #expect(try state(bench, 32) == .effective)
        let notice = try notice(bench, 32)
        #expect(notice.proof(of: notice.versions[0], by: bench.day(32))?.name == "witness.example")
        #expect(notice.proof(of: notice.versions[0], by: bench.day(2.9)) == nil)
        let file = try #require(try bench.compile(day: 41).noticesFile)
        #expect(file.contains(#""witness":"witness.example""#))
        #expect(file.contains("\"published\":\"\(bench.day(2))\""))
        let log = Bench.folder()
        _ = try bench.store.export(to: log, key: bench.key)
        #expect(try bench.store.check().size == (try bench.store.size()))
    }

    @Test("A checkpoint of another log, without the notice, changed, by nobody, or of a time to come proves nothing")
    func noWitness() throws {
        let bench = try published()
        let seen = try cosigned(bench, day: 1)
        let other = try StoreBench(seed: 9)
        try other.file()
        let early = try cosigned(other, day: 1)
        let log = try SigningKey(name: "witness.example", seed: Array(1...32)).verifying
        let changed = String(decoding: seen.checkpoint, as: UTF8.self).replacing(
            "/registry\n3\n", with: "/registry\n2\n")
        let cases: [([UInt8], VerifyingKey, Double)] = [
            (early.checkpoint, early.key, 2), (Array(changed.utf8), seen.key, 2), (seen.checkpoint, log, 2),
            (seen.checkpoint, seen.key, 0.5), (Array("x".utf8), seen.key, 2),
        ]
        for (checkpoint, key, day) in cases {
            #expect(throws: RegistryError.self) {
                try bench.store.witness(notice: "N-1", checkpoint: checkpoint, key: key, at: bench.day(day))
            }
        }
        #expect(throws: RegistryError.self) {
            try bench.store.witness(notice: "N-2", checkpoint: seen.checkpoint, key: seen.key, at: bench.day(2))
        }
    }
}

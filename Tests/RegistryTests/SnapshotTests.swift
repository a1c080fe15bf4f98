import Canonical
import Foundation
import Provenance
import Testing

@testable import Registry

@Suite("The snapshot as bytes")
struct SnapshotTests {
    static let filings = [
        Filing(id: "a", kind: "domain", value: "example.com", more: ",\"note\":\"x\""),
        Filing(id: "b", kind: "prefix", value: "https://example.com/a", to: "2027-01-01T00:00:00Z"),
        Filing(id: "c", kind: "prefix", value: "https://example.com/a", state: "LAPSED"),
        Filing(id: "d", kind: "url", value: "https://example.com/?\\", more: ",\"uses\":[\"train\"]"),
        Filing(id: "e", kind: "payload", value: Digest(of: "e").hex),
        Filing(id: "f", kind: "host", value: "example.com", standing: "L0"),
    ]

    @Test("The same objections in any order and split give the same bytes")
    func determinism() throws {
        let whole = try compile(Self.filings)
        var random = SplitMix(seed: 7)
        for _ in 0..<50 {
            let shuffled = Self.filings.shuffled(using: &random)
            let cut = Int.random(in: 0...shuffled.count, using: &random)
            let files = [shuffled[..<cut], shuffled[cut...]].enumerated().map { index, part in
                (file: "\(index).jsonl", bytes: Array(part.map { $0.line + "\n" }.joined().utf8))
            }
            #expect(try compile(files: files).allBytes == whole.allBytes)
        }
    }

    @Test("Its name is the digest of the manifest, and changes with time, list and objections")
    func name() throws {
        let whole = try compile(Self.filings)
        #expect(whole.name == Digest(of: whole.bytes(of: "manifest.json")).description)
        #expect(whole.compiledAt == compileTime)
        let source = [(file: "x", bytes: Array(Self.filings.map { $0.line + "\n" }.joined().utf8))]
        let others = [
            try compile(Array(Self.filings.dropLast())), try compile(files: source, list: suffixes + [0x0A]),
            try compile(files: source, at: compileTime.adding(seconds: 1)),
        ]
        #expect(Set(others.map(\.name) + [whole.name]).count == 4)
    }

    @Test("It reads back as it was written, with the Public Suffix List in it")
    func roundTrip() throws {
        let written = try compile(Self.filings)
        let read = try Snapshot.load(written.folder)
        #expect(read.name == written.name)
        #expect(read.publicSuffixListBytes == suffixes)
        #expect(read.publicSuffixListDigest == Digest(of: suffixes))
        #expect(Array(read.objections) == Array(written.objections))
        #expect(read.objections.map(\.id) == ["a", "f", "e", "b", "c", "d"])
        #expect(read.objections.map(\.scope.key).last == "example.com/?\\")
        #expect(read.summary == written.summary)
        #expect(read.summary.blocking == 5)
    }

    @Test("Any changed octet of any file, and any cut, is damage")
    func damage() throws {
        let snapshot = try compile(Self.filings)
        for file in snapshot.files.map(\.path) {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
            for index in stride(from: 0, to: bytes.count, by: file.hasSuffix(".json") ? 5 : 3) {
                var changed = bytes
                changed[index] ^= 1 << (index % 8)
                try expectDamage(snapshot, file, changed)
            }
            for length in stride(from: 0, to: bytes.count, by: 7) {
                try expectDamage(snapshot, file, Array(bytes[..<length]))
            }
            try expectDamage(snapshot, file, bytes + [0x0A])
            try Data(bytes).write(to: URL(fileURLWithPath: file))
        }
        #expect(try Snapshot.load(snapshot.folder).name == snapshot.name)
    }

    private func expectDamage(_ snapshot: Snapshot, _ file: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        let error = #expect(throws: RegistryError.self) { try Snapshot.load(snapshot.folder) }
        #expect(error?.code == .damagedSnapshot)
    }

    @Test("Whatever the octets, a snapshot that was opened untested answers or refuses, and never faults")
    func untested() throws {
        let text = NameScopeTests.sketch(1)
        let snapshot = try compile(
            Self.filings + [
                Filing(id: "g", kind: "text", value: TextSketch.algorithm + ":" + text.base64),
                Filing(id: "h", kind: "account", value: "https://example.com/a"),
                Filing(id: "i", kind: "work", value: "isbn:9780306406157"),
            ])
        var random = SplitMix(seed: 11)
        let keys = MatchKeys(
            hops: [url("https://www.example.com/a/b?\\"), url("https://example.com/?\\")], sketch: text.base64,
            identifiers: ["isbn:9780306406157"])
        for file in snapshot.files.dropFirst() where file.name != "public_suffix_list.dat" {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file.path)))
            for _ in 0..<300 {
                var changed = bytes
                for _ in 0...2 {
                    changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
                try Data(changed).write(to: URL(fileURLWithPath: file.path))
                _ = try Snapshot.open(snapshot.folder).match(keys, at: compileTime)
            }
            try Data(bytes).write(to: URL(fileURLWithPath: file.path))
        }
    }

    @Test("A snapshot of another format is told apart from a damaged one")
    func format() throws {
        let snapshot = try compile(Self.filings)
        let path = URL(fileURLWithPath: snapshot.folder + "/manifest.json")
        let text = String(decoding: snapshot.bytes(of: "manifest.json"), as: UTF8.self)
        let line = Array(text.split(separator: "\n")[0].replacing("snapshot/4", with: "snapshot/2").utf8) + [0x0A]
        let seal = "{\"sha256\":\"\(Digest(of: line).hex)\"}\n"
        try Data(line + Array(seal.utf8)).write(to: path)
        let error = #expect(throws: RegistryError.self) { try Snapshot.open(snapshot.folder) }
        #expect(error?.code == .unknownFormat)
    }

    /// Makes a snapshot one of the format before, which had no filter.
    private func downgrade(_ snapshot: Snapshot) throws {
        let text = String(decoding: snapshot.bytes(of: "manifest.json"), as: UTF8.self)
        var line = String(text.split(separator: "\n")[0]).replacing("snapshot/4", with: "snapshot/3")
        let start = try #require(line.range(of: "\"filter.bin\":"))
        let end = try #require(line[start.upperBound...].range(of: "},"))
        line.removeSubrange(start.lowerBound..<end.upperBound)
        line += "\n"
        try write(line + "{\"sha256\":\"\(Digest(of: line).hex)\"}\n", snapshot.folder + "/manifest.json")
        try FileManager.default.removeItem(atPath: snapshot.folder + "/filter.bin")
    }

    @Test("A snapshot of the format before, which had no filter, is read, answers alike, and is replaced")
    func before() throws {
        let golden = try compile(
            files: [(file: "objections.jsonl", bytes: Array(GoldenTests.objections.utf8))],
            list: Array("com\norg\nco.uk\n".utf8))
        try downgrade(golden)
        // The name it had when it was written by the build of then.
        #expect(
            try Snapshot.load(golden.folder).digest.hex
                == "0757c7e9f0d1bb9a959e047960ec7cce86cf03015bb0bc8d4d20f55522f1bafa")
        let newer = try compile(Self.filings)
        let older = try compile(Self.filings)
        try downgrade(older)
        let read = try Snapshot.load(older.folder)
        #expect(read.files.count == newer.files.count - 1 && read.name != newer.name)
        for page in [
            "https://example.com/", "https://example.com/a/b", "https://example.com/?\\", "https://example.org/",
        ] {
            #expect(read.covering(page) == newer.covering(page))
        }
        #expect(Array(SnapshotDelta(from: read, to: newer).changes).isEmpty)
        let again = try Snapshot.compile(
            objections: [], publicSuffixList: suffixes, at: compileTime, into: older.folder)
        #expect(try Snapshot.load(older.folder).name == again.name)
    }

    @Test("A filter that is left out, or is another's, is damage; one that passes all costs time and no answer")
    func filters() throws {
        let snapshot = try compile(Self.filings)
        let path = snapshot.folder + "/filter.bin"
        try write([UInt8](repeating: 0xFF, count: snapshot.bytes(of: "filter.bin").count), path)
        #expect(try Snapshot.open(snapshot.folder).covering("https://example.com/a/b") == ["a", "f", "b", "c"])
        for bytes in [[], [UInt8](repeating: 0, count: 8), [1]] as [[UInt8]] {
            try write(bytes, path)
            let error = #expect(throws: RegistryError.self) { try Snapshot.load(snapshot.folder) }
            #expect(error?.code == .damagedSnapshot)
        }
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: RegistryError.self) { try Snapshot.open(snapshot.folder) }
    }

    @Test("A newer compile takes the place of an older one, and of nothing else")
    func replaces() throws {
        let older = try compile(Self.filings)
        let newer = try Snapshot.compile(
            objections: [], publicSuffixList: suffixes, at: compileTime, into: older.folder)
        #expect(try Snapshot.load(older.folder).name == newer.name)
        #expect(older.covering("https://example.com/").count == 2)
        try Data().write(to: URL(fileURLWithPath: older.folder + "/mine.txt"))
        #expect(throws: RegistryError.self) {
            try Snapshot.compile(objections: [], publicSuffixList: suffixes, at: compileTime, into: older.folder)
        }
        #expect(FileManager.default.fileExists(atPath: older.folder + "/mine.txt"))
    }

    @Test("Sorting that spills to disk gives the same bytes as sorting in memory")
    func spilling() throws {
        let bytes = Array((0..<2000).map { Filing(id: "O-\($0)", value: "h\($0 % 700).com").line + "\n" }.joined().utf8)
        let whole = try compile(files: [(file: "x", bytes: bytes)])
        let folder = Bench.folder()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var writer = SnapshotWriter(into: folder, publicSuffixList: suffixes, at: compileTime, memory: 5000)
        for objection in whole.objections { try writer.add(objection) }
        #expect(try writer.finish(allowingRepeatedIDs: false) == nil)
        let spilt = try Snapshot.load(folder)
        #expect(spilt.allBytes == whole.allBytes)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == whole.files.count)
    }

    @Test("A delta names what one snapshot holds and the other does not, and applied gives the other")
    func delta() throws {
        var random = SplitMix(seed: 3)
        let pool = (0..<300).map { Filing(id: "O-\($0)", value: "h\($0 % 50).com", standing: "L\($0 % 6)") }
        for _ in 0..<20 {
            let older = try compile(pool.filter { _ in Bool.random(using: &random) })
            let newer = try compile(pool.filter { _ in Bool.random(using: &random) })
            let delta = SnapshotDelta(from: older, to: newer)
            var held = Set(older.objections)
            for change in delta.changes {
                if change.isAdded {
                    #expect(held.insert(change.objection).inserted)
                } else {
                    #expect(held.remove(change.objection) != nil)
                }
            }
            #expect(held == Set(newer.objections))
        }
        let same = try compile(pool)
        #expect(Array(SnapshotDelta(from: same, to: same).changes).isEmpty)
    }
}

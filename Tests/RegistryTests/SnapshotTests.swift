import Canonical
import Provenance
import Registry
import Testing

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
            let split = try Snapshot.compile(objections: files, publicSuffixList: suffixes, at: compileTime)
            #expect(split.bytes == whole.bytes)
        }
    }

    @Test("Its name is the digest of the file, and changes with time, list, objections and notes")
    func name() throws {
        let whole = try compile(Self.filings)
        #expect(whole.name == Digest(of: whole.bytes).description)
        #expect(whole.fileName == "snapshot-\(whole.digest.hex.prefix(16)).jsonl")
        #expect(whole.compiledAt == compileTime)
        var noted = Self.filings
        noted[0].more = ",\"note\":\"y\""
        let source = [(file: "x", bytes: Array(Self.filings.map { $0.line + "\n" }.joined().utf8))]
        let others = [
            try compile(Array(Self.filings.dropLast())), try compile(noted),
            try Snapshot.compile(objections: source, publicSuffixList: suffixes + [0x0A], at: compileTime),
            try Snapshot.compile(objections: source, publicSuffixList: suffixes, at: compileTime.adding(seconds: 1)),
        ]
        #expect(Set(others.map(\.name) + [whole.name]).count == 5)
    }

    @Test("It reads back as it was written, with the Public Suffix List in it")
    func roundTrip() throws {
        let written = try compile(Self.filings)
        let read = try Snapshot.load(bytes: written.bytes)
        #expect(read.name == written.name)
        #expect(read.publicSuffixListBytes == suffixes)
        #expect(read.publicSuffixListDigest == Digest(of: suffixes))
        #expect(Array(read.objections) == Array(written.objections))
        #expect(read.objections.map(\.id) == ["a", "f", "e", "b", "c", "d"])
        #expect(read.objections.map(\.scope.key).last == "example.com/?\\")
        #expect(read.summary == written.summary)
        #expect(read.summary.blocking == 5)
    }

    @Test("Every line is canonical JSON")
    func canonicalLines() throws {
        for line in try compile(Self.filings).bytes.split(separator: 0x0A) {
            let value = try JSONReader.read(Array(line))
            #expect(value.canonicalBytes == Array(line))
        }
    }

    @Test("Any changed byte, and any cut, is damage")
    func damage() throws {
        let bytes = try compile(Self.filings).bytes
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1 << (index % 8)
            let error = #expect(throws: RegistryError.self) { try Snapshot.load(bytes: changed) }
            #expect(error?.code == .damagedSnapshot)
        }
        for length in 0..<bytes.count {
            let error = #expect(throws: RegistryError.self) { try Snapshot.load(bytes: Array(bytes[..<length])) }
            #expect(error?.code == .damagedSnapshot)
        }
        #expect(throws: RegistryError.self) { try Snapshot.load(bytes: bytes + [0x0A]) }
    }

    struct Forgery: CustomTestStringConvertible {
        let testDescription: String
        let find: String
        let replace: String
        let code: RegistryError.Code

        init(_ name: String, _ find: String, _ replace: String, _ code: RegistryError.Code = .damagedSnapshot) {
            (testDescription, self.find, self.replace, self.code) = (name, find, replace, code)
        }
    }

    @Test(
        "Bytes with a right digest that no compile would write are refused",
        arguments: [
            Forgery("format", "snapshot/1", "snapshot/2", .unknownFormat),
            Forgery("count", "\"entries\":6", "\"entries\":5"),
            Forgery("counts by scope", "\"domain\":1,\"host\":1", "\"domain\":2,\"host\":0"),
            Forgery("order of keys in the header", "\"compiled_at\":", " \"compiled_at\":"),
            Forgery("state", "\"LAPSED\"", "\"GONE\""),
            Forgery("time", "2027-01-01", "2027-13-01"),
            Forgery("time in another spelling", "2027-01-01T00:00:00Z", "2027-01-01t00:00:00Z"),
            Forgery("order of entries", "\"id\":\"b\"", "\"id\":\"z\""),
            Forgery("escape", "?\\\\", "?\\n"),
            Forgery("uses", "\"uses\":\"train\"", "\"uses\":\"train crawl\""),
            Forgery("no uses", "\"uses\":\"train\"", "\"uses\":\"\""),
            Forgery("list", "github.io", "github.com"),
        ])
    func forged(_ item: Forgery) throws {
        let text = String(decoding: try compile(Self.filings).bytes.dropLast(78), as: UTF8.self)
        let changed = Array(text.replacing(item.find, with: item.replace, maxReplacements: 1).utf8)
        #expect(changed != Array(text.utf8))
        let sealed = changed + Array("{\"sha256\":\"\(Digest(of: changed).hex)\"}\n".utf8)
        let error = #expect(throws: RegistryError.self) { try Snapshot.load(bytes: sealed) }
        #expect(error?.code == item.code, "\(error.map(\.description) ?? "")")
    }
}

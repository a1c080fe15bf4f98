import Canonical
import Provenance
import Shards
import Testing
import WebAddress

@Suite("Evidence rows, docs/formats/evidence.md")
struct EvidenceRowTests {
    private static func json(_ line: [UInt8]) throws -> JSONValue { try JSONReader.read(line) }

    @Test("A line reads back to a row that writes the same bytes, and is its own canonical form", arguments: 0..<8)
    func roundTrip(seed: Int) throws {
        var source = RandomRow(seed: UInt64(seed))
        for _ in 0..<50 {
            let row = try source.row()
            let line = row.line
            #expect(try Self.json(line).canonicalBytes == line)
            #expect(!line.contains(0x0A))
            let read = try EvidenceRow(line: line)
            #expect(Set(read.considered.siteFiles) == Set(row.considered.siteFiles))
            #expect(read.considered.document == row.considered.document)
            #expect(read.line == line, "\(String(decoding: line, as: UTF8.self))")
        }
    }

    @Test("What was considered comes back whole: captures, states, signals, site files, keys, registry, decisions")
    func content() throws {
        let row = try Samples.row()
        let read = try EvidenceRow(line: row.line)
        #expect(read.id == row.id && read.kind == .capture && read.verdict == .allowWithObligations)
        #expect(read.considered.capture == row.considered.capture)
        #expect(read.considered.signals == row.considered.signals)
        #expect(read.considered.matchKeys == row.considered.matchKeys)
        #expect(read.considered.licence == row.considered.licence)
        #expect(Set(read.considered.siteFiles) == Set(row.considered.siteFiles))
        #expect(read.considered.document == row.considered.document)
        #expect(read.considered.registry == row.considered.registry)
        #expect(read.considered.statesAtUse == row.considered.statesAtUse)
        #expect(read.decisions.map(\.obligations) == row.decisions.map(\.obligations))
    }

    @Test("The golden rows are written byte for byte")
    func golden() throws {
        var random = RandomRow(seed: 2026)
        let lines = try [Samples.row(), Samples.refused()].map(\.line) + (0..<6).map { _ in try random.row().line }
        try Golden.expect(lines, are: "evidence.jsonl")
        for line in lines { #expect(try EvidenceRow(line: line).line == line) }
    }

    /// The median over real pages is measured by `scripts/bench`; this holds the row of a licensed page, which is longer.
    @Test("A row of one licence and two site files keeps well within the budget of 8 KB")
    func budget() throws {
        let line = try Samples.row().line
        print("an evidence row with one licence and two site files: \(line.count) bytes")
        #expect(line.count <= 2048)
    }

    @Test("A line of site files that cannot be read is an error of its place")
    func siteLines() throws {
        let good = ["rt", "fu", "absent", "60", "-1 -2"]
        let bad: [[String]] = [
            ["", "fu", "absent", "60", "-1"], ["x", "fu", "absent", "60", "-1"], ["r", "x", "absent", "60", "-1"],
            ["r", "f", "gone", "60", "-1"], ["r", "f", "absent", "long", "-1"], ["rta", "f", "absent", "60", "-1 -2"],
            ["r", "f", "absent", "60", "9223372036854775807"], ["r", "f", "found", "60", "1", "00"],
            ["l", "f", "absent", "60", "1"], ["r", "f", "absent", "60", "1", "", "https://a.example/"],
            ["r", "f", "absent", "60", "1", "", "", "no origin"], ["r", "f", "absent", "60", "1", ""],
        ]
        func row(_ line: [String]) throws -> [UInt8] {
            let value = JSONValue.array([.array(line.map { .string($0) })])
            return Self.changed(try Self.json(Samples.refused().line), ["sites"], to: value).canonicalBytes
        }
        #expect(try EvidenceRow(line: row(good)).considered.siteFiles.count == 4)
        for line in bad {
            #expect(throws: RowError.self, "\(line)") { try EvidenceRow(line: row(line)) }
        }
    }

    /// Changes one key at the top, or at a path.
    private static func changed(_ value: JSONValue, _ path: [String], to new: JSONValue?) -> JSONValue {
        guard let key = path.first else { return new ?? .null }
        if case .array(let items) = value, let first = items.first {
            return .array([changed(first, path, to: new)] + items.dropFirst())
        }
        guard case .object(let members) = value else { return value }
        let rest = Array(path.dropFirst())
        if rest.isEmpty, let new, !members.contains(where: { $0.key == key }) {
            return .object(members + [.init(key, new)])
        }
        return .object(
            members.compactMap { member in
                guard member.key == key else { return member }
                if rest.isEmpty { return new.map { .init(key, $0) } }
                return .init(key, changed(member.value, rest, to: new))
            })
    }

    struct Damage: CustomTestStringConvertible {
        let path: [String]
        let value: JSONValue?
        let key: String
        var testDescription: String { "\(path.joined(separator: ".")) -> \(value.map { "\($0)" } ?? "gone")" }

        init(_ path: String, _ value: JSONValue?, key: String? = nil) {
            self.path = path.split(separator: ".").map(String.init)
            self.value = value
            self.key = key ?? path
        }
    }

    static let damages =
        ["access", "capture", "decisions", "id", "keys", "registry", "states", "url", "v"].map { Damage($0, nil) }
        + [
            "access", "capture", "decisions", "document", "id", "keys", "kind", "licence", "registry", "signals",
            "sites",
            "states", "trouble", "url", "v",
        ].map { Damage($0, .bool(true)) }
        + ["body", "bytes", "encoding", "fetched", "hops", "payload", "status", "type"].map {
            Damage("capture.\($0)", .bool(true))
        }
        + ["bytes", "language", "text"].map { Damage("document.\($0)", nil) }
        + [
            Damage("v", .integer(2)), Damage("kind", .string("other")), Damage("signalz", .array([])),
            Damage("access", .string("Open")), Damage("states", .array([])), Damage("states", .array([.string("a")])),
            Damage("capture.extra", .integer(1)),
            Damage("decisions.packs.gates", .array([]), key: "decisions[0].packs[0].gates"),
            Damage("decisions.at", .string("yesterday"), key: "decisions[0].at"),
            Damage("decisions.packs.bases", .string(""), key: "decisions[0].packs[0].bases"),
            Damage("decisions.packs.verdict", .string("Allow"), key: "decisions[0].packs[0].verdict"),
            Damage("decisions.extra", .integer(1), key: "decisions[0].extra"),
            Damage("signals.value", .string("maybe"), key: "signals[0].value"),
            Damage("signals.quote64", .string("?"), key: "signals[0].quote64"),
            Damage("signals.quoteSpace", .string("site:0000000000000000"), key: "signals[0].quoteSpace"),
            Damage("keys.hops", .array([.string("ftp://x/")])), Damage("capture.fetched", .string("2026")),
            Damage("capture.payload", .string("00")), Damage("licence.outcome", .string("maybe")),
            Damage("url", .string("mailto:a@b.example")),
        ]

    @Test("A missing, unknown or ill-typed key is an error that names it, never a softer row", arguments: damages)
    func refused(_ damage: Damage) throws {
        let line = Self.changed(try Self.json(Samples.row().line), damage.path, to: damage.value).canonicalBytes
        do {
            _ = try EvidenceRow(line: line)
            Issue.record("read: \(String(decoding: line, as: UTF8.self))")
        } catch {
            #expect(error.key == damage.key, "\(error)")
        }
    }

    @Test("Bytes that are no JSON, or say a key twice, are an error of the line")
    func notRows() {
        for text in ["", "{}x", "[]", "null", "{\"v\":1,\"v\":1}", "{\"v\":1"] {
            #expect(throws: RowError.self) { try EvidenceRow(line: Array(text.utf8)) }
        }
    }

    @Test("Changed bytes give an error or a row, never a crash")
    func mutated() throws {
        var random = SplitMix(5)
        let line = try Samples.row().line
        for _ in 0..<500 {
            var bytes = line
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random)
            do { _ = try EvidenceRow(line: bytes).line } catch { #expect(!error.problem.isEmpty) }
        }
    }
}

import Canonical
import Testing

@testable import Licensing

@Suite("Repertoire files: YAML, JSON, JSON lines and CSV say the same, and each fault is told by its line")
struct RepertoireFileTests {
    private static let yaml = """
        parties:
          - {party: ann, kind: author, names: [Ann], isni: "0000 0001 2103 2683"}
          - {party: "ipi:00014107338", kind: translator}
        societies:
          - {society: Writers, territories: [CN, DE], mandate_kinds: [member, default]}
        tariffs:
          - {tariff: T-1, society: Writers, basis: per_doc, rate: "3/7", currency: EUR}
        mandates:
          - id: M-1
            society: Writers
            kind: default
            rights: [training]
            territories: [CN]
            from: 2026-01-01
            tariff: T-1
            repertoire:
              - work: W-1
                title: Harbours
                ids: ["isbn:9780306406157"]
                shares: {ann: {ppm: 700_000, role: A}, "ipi:00014107338": {ppm: 300_000, role: T}}
              - {work: W-2, covers: ["http://a.example/", "http://b.example/"], shares: {ann: 400_000}, partial: true}
        """

    private static let lines = """
        {"type":"party","party":"ann","kind":"author","names":["Ann"],"isni":"0000000121032683"}
        {"type":"party","party":"ipi:00014107338","kind":"translator"}
        {"type":"society","society":"Writers","territories":["CN","DE"],"mandate_kinds":["member","default"]}
        {"type":"tariff","tariff":"T-1","society":"Writers","basis":"per_doc","rate":"3/7","currency":"EUR"}
        {"type":"mandate","id":"M-1","society":"Writers","kind":"default","rights":["training"],"territories":["CN"],"from":"2026-01-01","tariff":"T-1","repertoire":[{"work":"W-1","title":"Harbours","ids":["isbn:9780306406157"],"shares":{"ann":{"ppm":700000,"role":"A"},"ipi:00014107338":{"ppm":300000,"role":"T"}}},{"work":"W-2","covers":["http://a.example/","http://b.example/"],"shares":{"ann":400000},"partial":true}]}
        """

    private static let csv = """
        mandate,society,kind,rights,territories,from,tariff,work,title,ids,covers,partial,party,role,ppm
        M-1,Writers,default,training,CN,2026-01-01,T-1,W-1,Harbours,isbn:9780306406157,,,ann,A,700000
        M-1,,,,,,,W-1,,,,,ipi:00014107338,T,300000
        M-1,,,,,,,W-2,,,http://a.example/|http://b.example/,true,ann,,400000
        """

    private func read(_ text: String, _ file: String) -> RepertoireFile {
        var found = RepertoireFile()
        found.add(text, file: file)
        return found
    }

    private func shares(_ text: String, _ file: String) throws -> [String] {
        var found: [String] = []
        try RepertoireFile.eachShare(text, file: file) { work, share, isPartial in
            found.append("\(work) \(share.society) \(share.party) \(share.role) \(share.ppm) \(isPartial)")
            return nil
        }
        return found
    }

    @Test("the same shares of every form")
    func forms() throws {
        let wanted = [
            "W-1 Writers ann A 700000 false", "W-1 Writers ipi:00014107338 T 300000 false",
            "W-2 Writers ann  400000 true",
        ]
        #expect(try shares(Self.yaml, "m.yaml") == wanted)
        #expect(try shares(Self.lines, "m.jsonl") == wanted)
        #expect(try shares(Self.csv, "m.csv") == wanted)
        #expect(try shares("\u{FEFF}" + Self.csv.replacing("\n", with: "\r\n"), "m.csv") == wanted)
        #expect(read(Self.yaml, "m.yaml").entries.map(\.id) == ["ann", "ipi:00014107338", "Writers", "T-1", "M-1"])
        #expect(read(Self.lines, "m.jsonl").entries.map(\.line) == [1, 2, 3, 4, 5])
    }

    @Test(
        "one line is wrong: it is named, and the others are read",
        arguments: [
            (lines.replacing("0000000121032683", with: "0000000121032684"), "m.jsonl", 1, "no ISNI", 3),
            (lines.replacing(#""type":"society","#, with: ""), "m.jsonl", 3, "type is missing", 4),
            (lines.replacing(#"{"type":"tariff""#, with: #"["type":"tariff""#), "m.jsonl", 4, "no JSON", 4),
            (lines.replacing(#""ann":400000"#, with: #""eve":400000"#), "m.jsonl", 5, "none of the parties", 4),
            (
                lines.replacing(#""tariff":"T-1","repertoire""#, with: #""tariff":"T-2","repertoire""#), "m.jsonl", 5,
                "none of the tariffs", 4
            ),
            (
                lines.replacing(#""society":"Writers","kind""#, with: #""society":"Poets","kind""#), "m.jsonl", 5,
                "none of the societies", 4
            ),
            (
                lines.replacing(#""territories":["CN"],"#, with: #""territories":["FR"],"#), "m.jsonl", 5,
                "does not license", 4
            ),
            (lines.replacing(#""kind":"default""#, with: #""kind":"extended""#), "m.jsonl", 5, "no such mandates", 4),
            (lines.replacing("700000", with: "800000"), "m.jsonl", 5, "1100000", 4),
            (lines.replacing(#","partial":true"#, with: ""), "m.jsonl", 5, "not marked as partial", 4),
            (lines.replacing("isbn:9780306406157", with: "isbn:9780306406158"), "m.jsonl", 5, "no ISBN", 4),
            (lines.replacing(#""currency":"EUR""#, with: #""currency":"euro""#), "m.jsonl", 4, "ISO 4217", 4),
            (lines + "\n" + lines.split(separator: "\n")[0], "m.jsonl", 6, "party ann stands twice", 5),
            (csv.replacing("A,700000", with: "A,1.5"), "m.csv", 2, "whole number", 0),
            (csv + "\nM-1,Poets,,,,,,W-2,,,,,eve,,1", "m.csv", 5, "society is Poets", 1),
            (csv + "\nM-1,,,,,,,W-2,,,,,ann,,1", "m.csv", 5, "stands twice", 1),
            (csv + "\nM-1,,,", "m.csv", 5, "4 fields", 1), (csv + "\n\"M-1,,,", "m.csv", 5, "quote", 1),
            ("mandate,work,party\n", "m.csv", 1, "names the columns", 0),
            ("", "m.yaml", 1, "", 0), ("mandates: [", "m.yaml", 1, "YAML", 0),
        ] as [(String, String, Int, String, Int)])
    func faults(_ text: String, _ file: String, _ line: Int, _ reason: String, _ good: Int) throws {
        let found = read(text, file)
        #expect(
            found.faults.contains {
                $0.file == file && $0.description.contains(reason) && $0.line >= (file == "m.yaml" ? 0 : 1)
            },
            "\(found.faults)")
        if file != "m.yaml" { #expect(found.faults.contains { $0.line == line }, "\(found.faults)") }
        #expect(found.entries.count >= good - 1 && found.entries.count <= 5, "\(found.entries.map(\.id))")
        if good > 0 { #expect(!found.entries.isEmpty) }
        #expect(throws: ConfigError.self) {
            var book = RepertoireBook()
            try book.add(RepertoireFile.read(text, file: file))
        }
    }

    @Test("what a registry compiles is read again, and says the same")
    func json() throws {
        let found = read(Self.yaml, "m.yaml")
        let sections = Dictionary(grouping: found.entries, by: \.section).map {
            JSONValue.Member($0.key.rawValue, .array($0.value.map(\.json)))
        }
        let text = String(decoding: JSONValue.object(sections).canonicalBytes, as: UTF8.self)
        #expect(try shares(text, "m.json") == shares(Self.yaml, "m.yaml"))
        #expect(read("{", "m.json").faults.map(\.file) == ["m.json"])
    }

    @Test("two files are checked together: what one society claims in both is no more than a work")
    func together() throws {
        var both = read(Self.csv, "one.csv")
        both.add(Self.csv.replacing("M-1", with: "M-2"), file: "two.csv")
        #expect(both.faults.count == 1 && both.faults[0].file == "two.csv")
        #expect(both.faults[0].problem.contains("claims"), "\(both.faults)")
        both.add(Self.csv.replacing("M-1", with: "M-3").replacing("Writers", with: "Other"), file: "three.csv")
        #expect(both.entries.map(\.id) == ["M-1", "M-3"])
    }
}

import Canonical
import Testing

@testable import Settlement

@Suite("A table of shares is read as strictly as mandates are, and says the same")
struct ShareTableTests {
    private static func line(
        _ work: String = "A", _ party: String = "p", _ role: String = "A", _ society: String = "Society"
    ) -> String { "\(work)\t\(party)\t\(role)\t1000000\t\(society)\t\n" }

    @Test(
        "names that mandates could not have, and files of nothing",
        arguments: [
            ("", "there is nothing in it"), ("\n\n# a note\n", "there is nothing in it"),
            ("\u{FEFF}", "there is nothing in it"),
            (line("W 1"), "W 1 is no name; letters, digits, . _ - are due here"),
            (line("domain:a.example"), "domain:a.example is no name"), (line("A", "=1+1"), "=1+1 is no name"),
            (line("A", "p", "Author, first"), "Author, first is no name"), (line("A\u{85}"), "work holds U+0085"),
            (line("A", "p\u{202E}q"), "party holds U+202E"),
            (line("A", "p", "A", "So\u{2066}c"), "society holds U+2066"),
            (line("A\u{1}"), "work holds U+0001"), (line("A", "p", "A", " "), "work, party and society are due"),
            (line("A", "p", "\u{7F}"), "role holds U+007F"), (line("A", "caf\u{E9}"), "is no name"),
        ])
    func refused(_ text: String, _ reason: String) {
        let (_, faults) = ShareTable.read(Array(text.utf8), file: "s.tsv")
        #expect(faults.count == 1 && faults[0].reason.contains(reason) && faults[0].line > 0, "\(faults)")
    }

    @Test("a field that is no UTF-8 is told by its name")
    func octets() {
        let bytes = Array("A\tp\tA\t1000000\tSoc".utf8) + [0xFF, 0x09, 0x0A]
        let (table, faults) = ShareTable.read(bytes, file: "s.tsv")
        #expect(faults.map(\.reason) == ["society is no UTF-8"] && table.count == 0)
    }

    @Test(
        "sound ones: the line of columns alone, letters of all scripts in a society's name, public identifiers",
        arguments: [
            ("work\tparty\trole\tppm\tsociety\tmark\n", 0), (line("A", "p", "", "Société d'auteurs 著作權"), 1),
            (line("isbn:0-306-40615-2", "isni:0000 0001 2103 2683"), 1), (line("W-1.a_b"), 1),
        ])
    func taken(_ text: String, _ count: Int) {
        let (table, faults) = ShareTable.read(Array(text.utf8), file: "s.tsv")
        #expect(faults.isEmpty && table.count == count, "\(faults)")
    }

    @Test("a table that was settled by earlier rules is read as it was")
    func earlier() {
        for text in ["", Self.line("W 1"), Self.line("domain:a.example"), Self.line("A\u{85}")] {
            #expect(ShareTable.read(Array(text.utf8), file: "s.tsv", rules: .third).faults.isEmpty)
        }
    }

    @Test(
        "mandates that hold nowhere, or hide characters",
        arguments: [
            ("territories: [DE]", "territories: []", "would hold nowhere"),
            ("territories: [DE]", "territories:", "would hold nowhere"),
            ("society: S", "society: \"S\u{202E}\"", "holds U+202E"),
            ("tariff: T", #"tariff: "T\x85""#, "holds U+0085"),
        ])
    func mandates(_ old: String, _ new: String, _ reason: String) throws {
        let text = """
            mandates:
              - id: M-1
                society: S
                kind: member
                rights: [training]
                territories: [DE]
                from: 2026-01-01
                tariff: T
                repertoire: [{work: A, covers: [a.example], shares: {p: 1_000_000}}]

            """
        #expect(try ShareTable.read(mandates: text, file: "m.yaml").count == 1)
        let changed = text.replacing(old, with: new)
        let error = #expect(throws: ConfigError.self) { try ShareTable.read(mandates: changed, file: "m.yaml") }
        #expect(error?.problem.contains(reason) == true && error?.line ?? 0 > 0, "\(String(describing: error))")
        #expect(try ShareTable.read(mandates: changed, file: "m.yaml", rules: .third).count == 1)
    }
}

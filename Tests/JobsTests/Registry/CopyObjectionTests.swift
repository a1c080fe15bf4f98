import Canonical
import Provenance
import Registry
import Shards
import Testing
import WebAddress

@testable import Jobs

@Suite("Objections to works, makers and texts, through filter, replay and recall")
struct CopyObjectionTests {
    private static func words(_ seed: Int, _ range: Range<Int>) -> String {
        range.map { "w\(($0 * 7919 + seed * 104_729) % 100_003)" + ($0 % 12 == 11 ? "." : "") }.joined(separator: " ")
    }

    private static func page(_ text: String, head: String = "") -> String {
        "<html><head>\(head)</head><body><article><p>\(text).</p></article></body></html>"
    }

    private static func objections(_ standing: String = "L4") throws -> String {
        let text = try FiledText().scopeValue(of: Array(words(1, 0..<400).utf8), name: "article.txt")
        let scopes = [
            ("copy", "text", text), ("book", "work", "isbn:9780306406157"),
            ("ann", "party", "orcid:0000-0002-1825-0097"),
        ]
        return scopes.map { id, kind, value in
            RecallBench.objection(id, kind, value, from: Workbench.fetched.adding(seconds: -86_400))
                .replacing("\"L2\"", with: "\"\(standing)\"")
                .replacing(
                    "\"recorded_at\":\"\(Workbench.at)\"",
                    with: "\"recorded_at\":\"\(Workbench.fetched.adding(seconds: -86_400))\"")
        }.joined(separator: "\n") + "\n"
    }

    /// Every page is under CC BY, so that nothing else keeps it out.
    private static let licence = "<link rel=license href='https://creativecommons.org/licenses/by/4.0/'>"

    static let pages: [(path: String, html: String, verdict: Verdict, objection: String?)] = [
        ("copy", page(words(1, 0..<400), head: licence), .deny, "copy"),
        ("part", page(words(1, 0..<220) + " " + words(2, 0..<220), head: licence), .hold, "copy"),
        ("other", page(words(3, 0..<400), head: licence), .allowWithObligations, nil),
        (
            "book", page(words(4, 0..<400), head: licence + "<meta name=citation_isbn content='0-306-40615-2'>"), .deny,
            "book"
        ),
        ("mention", page("ISBN 978-0-306-40615-7 " + words(5, 0..<400), head: licence), .allowWithObligations, nil),
        (
            "ann",
            page(words(6, 0..<400), head: licence + "<meta name=citation_author_orcid content='0000-0002-1825-0097'>"),
            .deny,
            "ann"
        ),
    ]

    private func filtered(_ standing: String = "L4") throws -> Workbench {
        let bench = try Workbench(objections: Self.objections(standing), packs: "open-only")
        let records = Self.pages.map { Record.page("http://a.example/\($0.path)", $0.html) }
        let input = try bench.archive("a.warc.gz", records + Record.silentSite("a.example"))
        try bench.filter([input], out: "one")
        return bench
    }

    @Test(
        "What a page states of itself, and copies of a text, are refused; what may be a copy is held; the rest passes")
    func verdicts() throws {
        let rows = try filtered().rows("one")
        for page in Self.pages {
            let row = try #require(rows.first { $0.considered.url.text.hasSuffix("/" + page.path) })
            #expect(row.verdict == page.verdict, "\(page.path): \(row.decisions.last?.packs.first?.reasons ?? [])")
            guard case .matches(let matches) = row.considered.registry else {
                Issue.record("the registry was not asked")
                continue
            }
            #expect(matches.map(\.objection) == (page.objection.map { [$0] } ?? []), "\(page.path)")
            #expect((matches.first?.similarity != nil) == (page.objection == "copy"))
        }
    }

    @Test("A party that has signed nothing yet is a candidate")
    func candidate() throws {
        let rows = try filtered("L1").rows("one")
        #expect(rows.first { $0.considered.url.text.hasSuffix("/ann") }?.verdict == .hold)
        #expect(rows.first { $0.considered.url.text.hasSuffix("/book") }?.verdict == .deny)
    }

    @Test("A replay from the evidence alone finds the same matches")
    func replayed() throws {
        let bench = try filtered()
        for row in try bench.rows("one") {
            guard let inputs = Optional(try bench.inputs(bench.config())) else { continue }
            let replay = RowReplay(
                profile: inputs.profile, ruleset: inputs.ruleset, objections: .matched(inputs.snapshot))
            #expect(replay.row(UndecidedRow(row)).considered.registry == row.considered.registry)
        }
    }

    @Test("A recall takes the copy, and leaves what may be one")
    func recalled() throws {
        let desk = try RecallBench()
        let records = [
            Record.page("http://d.example/copy", Self.page(Self.words(1, 0..<400))),
            Record.page("http://d.example/part", Self.page(Self.words(1, 0..<220) + " " + Self.words(2, 0..<220))),
        ]
        let input = try desk.bench.archive("d.warc.gz", records + Record.silentSite("d.example"))
        try desk.bench.filter([input], out: "three")
        #expect(try desk.urls("three").count == 2)
        let text = try FiledText().scopeValue(of: Array(Self.words(1, 0..<400).utf8), name: "article.txt")
        let outcomes = try desk.take(
            .recall, [RecallBench.objection("T-1", "text", text)], outputs: ["one", "two", "three"])
        #expect(outcomes.map(\.documents) == [0, 0, 1])
        #expect(try desk.urls("three") == ["http://d.example/part"])
    }

    @Test("A recall goes by the run's own settings of what a copy is, not by the usual ones")
    func recalledBySettings() throws {
        let text = try FiledText().scopeValue(of: Array(Self.words(1, 0..<400).utf8), name: "article.txt")
        func taken(_ settings: String) throws -> Int {
            let desk = try RecallBench()
            let half = Self.page(Self.words(1, 0..<220) + " " + Self.words(2, 0..<220))
            let input = try desk.bench.archive(
                "d.warc.gz", [Record.page("http://d.example/part", half)] + Record.silentSite("d.example"))
            try desk.bench.filter([input], out: "three", more: settings)
            return try desk.take(.recall, [RecallBench.objection("T-1", "text", text)], outputs: ["three"])[0].documents
        }
        #expect(try taken("settings: {near_copy_deny: 400, near_copy_places: 7}") == 1)
        #expect(try taken("settings: {near_copy_deny: 800}") == 0)
    }

    @Test("What stands on more than twenty domains tells nothing of a text")
    func common() throws {
        let bench = try Workbench()
        let shared = Self.words(9, 0..<100)
        let records = (0..<21).flatMap { number in
            [Record.page("http://h\(number).example/", Self.page(shared + " " + Self.words(20 + number, 0..<200)))]
                + Record.silentSite("h\(number).example")
        }
        try bench.filter([try bench.archive("a.warc.gz", records)], out: "one")
        #expect(try bench.lines("one", "documents").count == 21)
        let text = (bytes: Array((shared + " " + Self.words(8, 0..<300)).utf8), name: "a.txt")
        #expect(try FiledText().sketch(of: text.bytes, name: text.name).count > 380)
        var filed = FiledText()
        try filed.ignoreCommon(in: [text], seenIn: [bench.folder + "/one"], publicSuffixList: Workbench.suffixes)
        let count = try filed.sketch(of: text.bytes, name: text.name).count
        #expect(count > 295 && count < 310)
    }
}

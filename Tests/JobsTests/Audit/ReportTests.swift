import Canonical
import Foundation
import Shards
import Testing

@testable import Jobs

@Suite("audit report: what an output holds, as pages and as JSON; what a run cannot know is not filled in")
struct ReportTests {
    private func bench() throws -> Workbench {
        let bench = try Workbench(packs: "eu,open-only")
        var records: [Record] = []
        for host in ["a.example", "b.example"] {
            records += Record.silentSite(host)
            records += (0..<3).map { .page("http://\(host)/\($0)", Record.prose("item \($0)")) }
        }
        let licence = "<a rel=license href=https://creativecommons.org/licenses/by/4.0/>CC BY</a>"
        records.append(.page("http://a.example/<cc>", licence + Record.prose("licensed")))
        try bench.archive("a.warc.gz", records)
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        return bench
    }

    @Test("funnel, reasons, what a pack alone keeps out, domains; pages hold no markup of others")
    func reports() throws {
        let bench = try bench()
        let run = try Command(["audit", "report", "out", "--to", "reports", "--json"], in: bench.folder)
        #expect(run.code == 0, "\(run.complaints)")
        let again = try Command(["audit", "report", "out", "--to", "reports"], in: bench.folder)
        #expect(again.code == 2 && again.complaints.contains("name another folder"), "\(again.complaints)")
        let summary = try JSONReader.read(OutputFile.read(bench.folder + "/reports/summary.json"))
        #expect(summary["funnel"]?["considered"]?.integer == 7)
        #expect(summary["funnel"]?["documents"]?.integer == 1)
        #expect(summary["pack_alone"]?["open-only"]?["captures"]?.integer == 6)
        #expect(summary["protocols"]?["robots"]?["absent"] != nil)
        // One domain has all of the text.
        #expect(summary["concentration"]?["a.example"]?["captures"]?.integer == 1)
        let eu = try JSONReader.read(OutputFile.read(bench.folder + "/reports/eu-public-summary.json"))
        let fields = eu["fields"]?.array ?? []
        #expect(fields.contains { $0["value"]?.string?.hasPrefix("NOT PROVIDED: ") == true })
        #expect(eu["domains"]?.array?.count == 1)
        for name in ["summary.html", "eu-public-summary.html"] {
            let page = String(decoding: try OutputFile.read(bench.folder + "/reports/" + name), as: UTF8.self)
            #expect(page.hasPrefix("<!doctype html>"))
            #expect(!page.contains("<script") && !page.contains("http-equiv"))
        }
        let drawn = String(decoding: try OutputFile.read(bench.folder + "/reports/summary.html"), as: UTF8.self)
        // A bar for each step of the funnel, and one cut in shares for each protocol, each told in words.
        #expect(drawn.contains(#"aria-label="considered: 7""#))
        #expect(drawn.contains(#"aria-label="robots: 7 stated, 0 absent, 0 unreadable, 0 notChecked""#), "\(drawn)")
        #expect(drawn.components(separatedBy: "<svg").count == drawn.components(separatedBy: "</svg>").count)
        let card = String(decoding: try OutputFile.read(bench.folder + "/reports/dataset-card.md"), as: UTF8.self)
        #expect(card.hasPrefix("---\npretty_name: \"out\"\n"))
        #expect(card.contains("path: documents/*.jsonl.zst"))
        // The features that the card tells of are those that rows have.
        let row = try JSONReader.read(try #require(try bench.lines("out", "documents").first))
        #expect(row["metadata"]?.members?.map(\.key) == DocumentRow.metadata)
        for member in row["metadata"]?.members ?? [] {
            #expect((member.value.integer != nil) == DocumentRow.numbers.contains(member.key), "\(member.key)")
            #expect(
                card.contains(
                    "    - name: \(member.key)\n      dtype: \(member.value.integer == nil ? "string" : "int64")\n"))
        }
        #expect(row.members?.filter { card.contains("  - name: \($0.key)\n") }.count == 6)
        #expect(ReportPage.escaped("<b>&\"") == "&lt;b&gt;&amp;&quot;")
    }

    @Test("a bar is as long as its share, and never longer; the parts of one fill it")
    func charts() {
        #expect(ReportChart.bar(5, of: 10, "x").contains(#"<rect width="500""#))
        #expect(ReportChart.bar(0, of: 0, "x").contains(#"<rect width="0""#))
        let chart = ReportChart.shares([("<p>", [1, 0, 3])], kinds: ["a", "b", "c"])
        #expect(chart.contains(#"<rect x="0" width="250""#) && chart.contains(#"<rect x="250" width="750""#))
        #expect(chart.contains("&lt;p&gt;: 1 a, 0 b, 3 c") && !chart.contains("<p>"))
        #expect(ReportChart.shares([("none", [0, 0])], kinds: ["a", "b"]).contains("none: 0 a, 0 b"))
    }

    @Test(
        "words of pages are text in a card of Markdown",
        arguments: [
            ("en-GB", "en-GB"), ("a|b", "a&#124;b"), ("<img src=x>", "&#60;img src&#61;x&#62;"),
            ("[a](b)", "&#91;a&#93;&#40;b&#41;"), ("`*_", "&#96;&#42;&#95;"), ("http://a", "http&#58;&#47;&#47;a"),
        ])
    func markdown(_ text: String, _ due: String) { #expect(MarkdownText.escaped(text) == due) }

    @Test("a language that a page makes up neither ends its cell nor makes markup")
    func madeUpLanguage() throws {
        let bench = try Workbench(packs: "eu,open-only")
        let licence = "<a rel=license href=https://creativecommons.org/licenses/by/4.0/>CC BY</a>"
        let page = "<html lang='x|<img src=y>'><body>" + licence + Record.prose("licensed")
        try bench.archive("a.warc.gz", Record.silentSite("a.example") + [.page("http://a.example/cc", page)])
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        _ = try OutputReports(output: bench.folder + "/out").write(to: bench.folder + "/reports")
        let card = String(decoding: try OutputFile.read(bench.folder + "/reports/dataset-card.md"), as: UTF8.self)
        #expect(!card.contains("<img") && card.contains("&#60;img"), "\(card)")
    }

    /// Forms by file, with a field that a run fills and what it fills it with.
    private static let forms: [(file: String, field: String, value: String)] = [
        ("gpai-copyright", "documents recalled after an objection", "0"),
        ("california-ab2013", "number of data points", "1 documents, 395 bytes of text"),
        ("china-source-record", "licences kept as evidence (documents)", "1"),
        ("data-provenance", "intended use", "ai-pre-training"),
    ]

    @Test(
        "every form fills what a run knows, says of the rest why not, and comes as a page too",
        arguments: 0..<forms.count)
    func form(_ number: Int) throws {
        let bench = try bench()
        let form = Self.forms[number]
        _ = try OutputReports(output: bench.folder + "/out").write(to: bench.folder + "/reports")
        let base = bench.folder + "/reports/" + form.file
        let fields = try JSONReader.read(OutputFile.read(base + ".json"))["fields"]?.array ?? []
        let field = try #require(fields.first { $0["field"]?.string == form.field })
        #expect(field["value"]?.string == form.value)
        #expect(fields.contains { $0["value"]?.string?.contains("NOT PROVIDED: ") == true })
        #expect(fields.allSatisfy { $0["value"]?.string?.isEmpty == false }, "a field is blank")
        let page = String(decoding: try OutputFile.read(base + ".html"), as: UTF8.self)
        #expect(page.hasPrefix("<!doctype html>") && page.contains("NOT PROVIDED"))
    }

    @Test("recalled documents are in no number of documents")
    func recalled() throws {
        let bench = try RecallBench()
        try bench.take(.recall, [RecallBench.objection("O", "domain", "a.example")])
        let facts = try RunFacts(bench.folder + "/one")
        #expect(facts.documents.documents == 4 && facts.recalled.documents == 4)
        #expect(facts.hosts.keys.sorted() == ["b.example"])
    }

    @Test("one dataset package for each basis, each with one declared and one concluded licence")
    func packages() throws {
        let bench = try bench()
        _ = try OutputReports(output: bench.folder + "/out").write(to: bench.folder + "/reports")
        let graph = try JSONReader.read(OutputFile.read(bench.folder + "/reports/spdx.json"))["@graph"]?.array ?? []
        func all(_ type: String) -> [JSONValue] { graph.filter { $0["type"]?.string == type } }
        let packages = all("dataset_DatasetPackage")
        #expect(packages.count == 1)
        for package in packages {
            for kind in ["hasConcludedLicense", "hasDeclaredLicense"] {
                let found = all("Relationship").filter {
                    $0["relationshipType"]?.string == kind && $0["from"]?.string == package["spdxId"]?.string
                }
                #expect(found.count == 1, "\(kind)")
            }
        }
        let expressions = all("simplelicensing_LicenseExpression")
        #expect(expressions.map { $0["simplelicensing_licenseExpression"]?.string } == ["CC-BY-4.0"])
    }

    @Test(
        "Croissant and SPDX are taken by the validators of their makers, and the card by load_dataset",
        .enabled(if: FileManager.default.fileExists(atPath: venv), "scripts/report-schemas makes it"))
    func validators() throws {
        let bench = try bench()
        _ = try OutputReports(
            output: bench.folder + "/out", publisher: "Example Labs", url: "https://data.example/corpus"
        ).write(to: bench.folder + "/reports")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.root + "/scripts/report-schemas")
        process.arguments = [bench.folder + "/reports", bench.folder + "/out"]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../..").standardizedFileURL.path
    private static let venv = root + "/.bench/reports-venv/bin/python"

    @Test("a tenth of the names, rounded up; small undertakings a twentieth, at most 1,000")
    func domainRule() {
        // Worked through in the template's footnote: 11 names give 2, 20,001 give a small undertaking 1,000.
        for (names, due, small) in [(0, 0, 0), (1, 1, 1), (10, 1, 1), (11, 2, 1), (20_001, 2001, 1000)] {
            let tenth = (names * 10 + 99) / 100
            #expect(tenth == due)
            #expect(min((names * 5 + 99) / 100, 1000) == small)
        }
    }
}

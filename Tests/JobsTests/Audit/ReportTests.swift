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
        let summary = try JSONReader.read(OutputFile.read(bench.folder + "/reports/summary.json"))
        #expect(summary["funnel"]?["considered"]?.integer == 7)
        #expect(summary["funnel"]?["documents"]?.integer == 1)
        #expect(summary["pack_alone"]?["open-only"]?["captures"]?.integer == 6)
        #expect(summary["protocols"]?["robots"]?["absent"] != nil)
        let eu = try JSONReader.read(OutputFile.read(bench.folder + "/reports/eu-public-summary.json"))
        let fields = eu["fields"]?.array ?? []
        #expect(fields.contains { $0["value"]?.string?.hasPrefix("NOT PROVIDED: ") == true })
        #expect(eu["domains"]?.array?.count == 1)
        for name in ["summary.html", "eu-public-summary.html"] {
            let page = String(decoding: try OutputFile.read(bench.folder + "/reports/" + name), as: UTF8.self)
            #expect(page.hasPrefix("<!doctype html>"))
            #expect(!page.contains("<script") && !page.contains("http-equiv"))
        }
        let card = String(decoding: try OutputFile.read(bench.folder + "/reports/dataset-card.md"), as: UTF8.self)
        #expect(card.hasPrefix("---\npretty_name: \"out\"\n"))
        #expect(card.contains("path: documents/*.jsonl.zst"))
        #expect(ReportPage.escaped("<b>&\"") == "&lt;b&gt;&amp;&quot;")
    }

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

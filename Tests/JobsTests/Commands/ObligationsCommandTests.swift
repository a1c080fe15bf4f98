import Canonical
import Foundation
import Shards
import Testing

@testable import Jobs

@Suite("muniment obligations: whom to credit, what falls due, what is to be paid", .serialized)
struct ObligationsCommandTests {
    private static func licensed(_ code: String, _ title: String) -> String {
        "<head><title>\(title)</title><meta name=author content=\"Ann Author\">"
            + "<link rel=license href=\"https://creativecommons.org/licenses/\(code)/4.0/\"></head><body>"
            + Record.prose(title) + "</body>"
    }

    private func output(_ bench: Workbench) throws {
        let pages: [Record] = [
            .page("http://by.example/a", Self.licensed("by", "First")),
            .page("http://sa.example/a", Self.licensed("by-sa", "Second")),
            .page("http://open.example/a", Record.prose("open")),
            .page("http://no.example/a", Record.prose("reserved"), headers: ["tdm-reservation: 1"]),
            .page("http://press.example/a", Record.prose("press"), headers: ["tdm-reservation: 1"]),
            .page("http://union.example/a", Record.prose("union"), headers: ["tdm-reservation: 1"]),
        ]
        let hosts = ["by", "sa", "open", "no", "press", "union"]
        let archive = try bench.archive("a.warc.gz", hosts.flatMap { Record.silentSite($0 + ".example") } + pages)
        try OutputFile.replace(
            bench.folder + "/contracts.yaml",
            with: Array(
                """
                contracts:
                  - {id: C-1, licensor: Press, covers: [press.example], training: granted, from: 2026-01-01, to: 2027-06-30, commercial: true, tariff: "T-7, per page"}
                """.utf8))
        try OutputFile.replace(
            bench.folder + "/mandates.yaml",
            with: Array(
                """
                mandates:
                  - id: M-1
                    society: Writers
                    kind: member
                    rights: [training]
                    territories: [DE]
                    from: 2026-01-01
                    tariff: W-1
                    repertoire: [{work: W-1, covers: [union.example], shares: {ann: 1_000_000}}]
                """.utf8))
        let lists = (Command.config as NSString).deletingLastPathComponent + "/grounds/gates.yaml"
        try bench.filter(
            [archive], out: "out",
            more: "grounds: {lists: \"\(lists)\", contracts: contracts.yaml, mandates: mandates.yaml}")
    }

    private func table(_ path: String) throws -> [[String]] {
        String(decoding: try OutputFile.read(path), as: UTF8.self).split(separator: "\n")
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }

    @Test("an attribution file for each partition, dates that fall due, tariffs to pay by and to report to")
    func writes() throws {
        let bench = try Workbench(packs: "eu")
        try output(bench)
        let run = try Command(["obligations", "out"], in: bench.folder)
        #expect(run.code == 0, "\(run.complaints)")
        #expect(run.output.contains("5 of 5 documents oblige to something"))
        let folder = bench.folder + "/out/obligations/"
        let by = try table(folder + "attribution-attribution.tsv")
        #expect(by[0] == ["creator", "title", "url", "licence", "obligations"])
        #expect(
            by.dropFirst() == [
                [
                    "Ann Author", "First", "http://by.example/a", "https://creativecommons.org/licenses/by/4.0/",
                    "OB.ATTR OB.CHANGES OB.NOTICE",
                ]
            ])
        let sa = try table(folder + "attribution-attribution+share-alike.tsv")
        #expect(sa.dropFirst().map { $0[2] } == ["http://sa.example/a"])
        let due = try table(folder + "due.tsv")
        #expect(due[0] == ["due", "obligation", "document", "url", "because"])
        func lines(_ host: String) -> Set<[String]> {
            Set(due.filter { $0[3] == "http://\(host).example/a" }.map { [$0[0], $0[1], $0[4]] })
        }
        #expect(
            lines("open") == [
                ["2026-11-30T00:00:00Z", "OB.RECHECK", "site files (site_evidence_age_use)"],
                ["2027-02-20T12:00:00Z", "OB.RECHECK", "the page's own signals (page_signal_age_use)"],
                ["-", "OB.RETAIN", "kept as long as the purpose needs it"],
            ])
        #expect(
            lines("press") == [
                ["2027-06-30T00:00:00Z", "OB.DELETE", "end of contract C-1"],
                ["-", "OB.PAY", "by use, tariff T-7, per page"],
                ["-", "OB.REPORT", "usage report, tariff T-7, per page"],
                ["-", "OB.RETAIN", "kept as long as the purpose needs it"],
            ])
        #expect(
            lines("union") == [
                ["-", "OB.PAY", "by use, tariff W-1"], ["-", "OB.REPORT", "usage report, tariff W-1"],
            ])
        #expect(lines("no").isEmpty && lines("by").isEmpty)
        #expect(due.dropFirst().map { $0[0] } == due.dropFirst().map { $0[0] }.sorted())
    }

    @Test("share-alike text lands in a partition of its own, and every document in the one its row names")
    func partitions() throws {
        let bench = try Workbench(packs: "eu")
        try output(bench)
        #expect(try Command(["obligations", "out"], in: bench.folder).code == 0)
        var named: [String: String] = [:]
        for line in try bench.lines("out", "documents") {
            let row = try JSONReader.read(line)
            named[row["id"]?.string ?? ""] = row["metadata"]?["partition"]?.string
        }
        let partitions = try table(bench.folder + "/out/obligations/partitions.tsv")
        #expect(partitions[0] == ["partition", "document", "url", "obligations"])
        #expect(Dictionary(uniqueKeysWithValues: partitions.dropFirst().map { ($0[1], $0[0]) }) == named)
        let alone = partitions.filter { $0[0].contains("share-alike") }
        #expect(alone.map { $0[2] } == ["http://sa.example/a"])
        #expect(
            partitions.allSatisfy { $0[0].contains("share-alike") == $0[3].contains("OB.SA") || $0[0] == "partition" })
    }

    @Test("as JSON; the same output gives the same bytes; a folder that is no output is refused")
    func json() throws {
        let bench = try Workbench(packs: "eu")
        try output(bench)
        let run = try Command(["obligations", "out", "--json"], in: bench.folder)
        let line = try JSONReader.read(Array(run.output.utf8.dropLast()))
        #expect(line["documents"]?.integer == 5 && line["obliged"]?.integer == 5 && line["dates"]?.integer == 9)
        #expect(
            line["files"]?.array?.compactMap(\.string) == [
                "obligations/attribution-attribution.tsv", "obligations/attribution-attribution+share-alike.tsv",
                "obligations/due.tsv", "obligations/partitions.tsv",
            ])
        let first = try OutputFile.read(bench.folder + "/out/obligations/due.tsv")
        #expect(try Command(["obligations", "out"], in: bench.folder).code == 0)
        #expect(try OutputFile.read(bench.folder + "/out/obligations/due.tsv") == first)
        let none = try Command(["obligations", "none"], in: bench.folder)
        #expect(none.code == 3 && none.complaints.contains("none: there is no such folder"))
    }
}

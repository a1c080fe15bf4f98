import Canonical
import Foundation
import Provenance
import Registry
import Shards
import Testing

@testable import Jobs

@Suite("audit replay: every row decided again from stored evidence and match keys, offline")
struct OutputReplayTests {
    private static let objection = """
        {"id":"o1","scope":{"kind":"domain","value":"objector.example"},"state":"active","effective_from":"2026-01-01T00:00:00Z","standing":"verified"}
        """

    private func bench(packs: String = "eu") throws -> Workbench {
        let bench = try Workbench(packs: packs)
        var records: [Record] = []
        for host in ["a.example", "b.example"] {
            records += Record.silentSite(host)
            records += (0..<4).map { .page("http://\(host)/\($0)", Record.prose("item \($0)")) }
            records.append(
                .page(
                    "http://\(host)/cc",
                    "<a rel=license href=https://creativecommons.org/licenses/by/4.0/>CC BY</a>"
                        + Record.prose("licensed")))
            records.append(.page("http://\(host)/no", "<meta name=robots content=noai>" + Record.prose("reserved")))
            records.append(.page("http://\(host)/head", Record.prose("head"), headers: ["tdm-reservation: 1"]))
        }
        records.append(.page("http://unknown.example/", Record.prose("nobody looked")))
        records.append(.file("http://a.example/gone", "", status: 404, type: "text/html"))
        try bench.archive("a.warc.gz", records)
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        return bench
    }

    @Test(
        "same inputs: byte for byte, with one thread or several, under one pack or ten",
        arguments: ["eu", "cn,cn-proposed,eu,ie,jp,open-only,sg,strict,uk,us"])
    func same(_ packs: String) throws {
        let bench = try bench(packs: packs)
        for workers in [1, 3] {
            let outcome = try OutputReplay(output: bench.folder + "/out").run(workers: workers)
            #expect(outcome.rows == 16)
            #expect(outcome.identical == outcome.rows, "\(outcome.differing)")
            #expect(outcome.table.changes.isEmpty)
        }
    }

    @Test("a row that was made up is found: its decision does not follow from its evidence")
    func madeUp() throws {
        let bench = try bench()
        let path = bench.folder + "/out/evidence/part-000000-000.jsonl.zst"
        var lines = try RowFile.lines(path)
        let place = try #require(lines.firstIndex { String(decoding: $0, as: UTF8.self).contains("/cc\"") })
        let text = String(decoding: lines[place], as: UTF8.self)
        lines[place] = Array(text.replacing("open.cc-by\"", with: "open.cc0\"").utf8)
        #expect(lines[place] != Array(text.utf8))
        let writer = try RowFileWriter(path: path)
        for line in lines { try writer.append(line) }
        _ = try writer.finish()
        let outcome = try OutputReplay(output: bench.folder + "/out").run()
        #expect(outcome.identical == outcome.rows - 1)
        let run = try Command(["audit", "replay", "out"], in: bench.folder)
        #expect(run.code == 1)
        #expect(run.output.contains("/cc"))
    }

    @Test(
        "other packs, no registry, a later time: what changes is told by verdict, reason and host, and written row by row"
    )
    func others() throws {
        let bench = try bench()
        let run = try Command(
            ["audit", "replay", "out", "--packs", "open-only", "--out", "changes.jsonl", "--config", Command.config],
            in: bench.folder)
        #expect(run.code == 0, "\(run.complaints)")
        #expect(run.output.contains("-> deny") || run.output.contains("-> hold"), "\(run.output)")
        let lines = try RowFile.lines(bench.folder + "/changes.jsonl")
        #expect(!lines.isEmpty)
        for line in lines { #expect(try JSONReader.read(line)["basis_before"] != nil) }
        let later = try Command(["audit", "replay", "out", "--at", "2028-01-01T00:00:00Z", "--json"], in: bench.folder)
        #expect(later.code == 0, "\(later.complaints)")
        #expect(later.output.contains("-> hold"), "\(later.output)")
        let without = try Command(["audit", "replay", "out", "--no-registry", "--json"], in: bench.folder)
        #expect(without.output.contains(#""same_inputs":false"#))
    }

    @Test("an output that lacks an input, or is none, cannot be replayed")
    func lacking() throws {
        let bench = try bench()
        #expect(try Command(["audit", "replay", "none"], in: bench.folder).code == 3)
        let folder = bench.folder + "/out/inputs/"
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            try OutputFile.replace(folder + name, with: [1])
        }
        let run = try Command(["audit", "replay", "out"], in: bench.folder)
        #expect(run.code == 3)
        #expect(run.complaints.contains("audit verify"), "\(run.complaints)")
    }
}

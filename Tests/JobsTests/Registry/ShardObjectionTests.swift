import Canonical
import Provenance
import Registry
import Shards
import Testing
import WebAddress

@testable import Jobs

@Suite(
    "Objections to a part of a data set: in a filter by the archive's name or digest, in a recall by the run's parts too"
)
struct ShardObjectionTests {
    private static func objection(_ value: String, standing: String = "L4") -> String {
        RecallBench.objection("S-1", "shard", value, from: Workbench.fetched).replacing(
            "\"L2\"", with: "\"\(standing)\""
        )
        .replacing("\"recorded_at\":\"\(Workbench.at)\"", with: "\"recorded_at\":\"\(Workbench.fetched)\"")
    }

    private static func records(_ host: String) -> [Record] {
        Record.silentSite(host) + (0..<3).map { .page("http://\(host)/\($0)", Record.prose("\(host) \($0)")) }
    }

    private static func names(_ bench: Workbench) throws -> [(name: String, digest: Digest)] {
        try ["a", "b"].map { name in
            let path = try bench.archive("corpus-\(name).warc.gz", records("\(name).example"))
            return ("corpus-\(name).warc.gz", try OutputFile.digest(path).digest)
        }
    }

    private func verdicts(_ bench: Workbench, _ host: String) throws -> Set<Verdict> {
        Set(
            try bench.rows("one").filter { $0.considered.url.host == host && $0.considered.document != nil }.map(
                \.verdict))
    }

    @Test("Every capture of the archive is refused, and none of the other", arguments: ["name", "digest"])
    func filter(by what: String) throws {
        let plan = try Workbench()
        let first = try Self.names(plan)[0]
        let value = what == "name" ? first.name : first.digest.description
        let bench = try Workbench(objections: Self.objection(value) + "\n", packs: "eu")
        _ = try Self.names(bench)
        let inputs = ["a", "b"].map { "\(bench.folder)/corpus-\($0).warc.gz" }
        try bench.filter(inputs, out: "one")
        let rows = try bench.rows("one").filter { $0.considered.url.host == "a.example" && $0.kind == .capture }
        #expect(!rows.isEmpty && rows.allSatisfy { $0.verdict == .deny })
        #expect(rows.allSatisfy { $0.considered.matchKeys.shards == [value] })
        #expect(try bench.lines("one", "documents").count == 3)
        #expect(try verdicts(bench, "b.example").allSatisfy(\.admits))
        let others = try bench.rows("one").filter { $0.considered.url.host == "b.example" }
        #expect(others.allSatisfy { $0.considered.matchKeys.shards.isEmpty })
        let set = try bench.inputs(bench.config())
        let replay = RowReplay(profile: set.profile, ruleset: set.ruleset, objections: .matched(set.snapshot))
        for row in try bench.rows("one") { #expect(replay.row(UndecidedRow(row)).verdict == row.verdict) }
        #expect(try OutputAudit(output: bench.folder + "/one").run().faults.isEmpty)
    }

    @Test("Without a mandate or an order it refuses nothing, and is told")
    func claimed() throws {
        let bench = try Workbench(objections: Self.objection("corpus-a.warc.gz", standing: "L3") + "\n", packs: "eu")
        _ = try Self.names(bench)
        try bench.filter(["\(bench.folder)/corpus-a.warc.gz"], out: "one")
        #expect(try bench.lines("one", "documents").count == 3)
        let row = try #require(try bench.rows("one").first { $0.considered.document != nil })
        #expect(row.considered.registry != .matches([]))
    }

    @Test("A recall takes the archive's documents, one part of the run, or all of it, and no copy elsewhere")
    func recall() throws {
        func taken(_ value: (RecallBench) throws -> String) throws -> [Int] {
            let desk = try RecallBench()
            let line = RecallBench.objection("S-1", "shard", try value(desk)).replacing("\"L2\"", with: "\"L5\"")
            return try desk.take(.recall, [line]).map(\.documents)
        }
        #expect(try taken { _ in "0.warc.gz" } == [4, 0], "the copy in the other output is not of that archive")
        #expect(try taken { try OutputFile.digest("\($0.folder)/1.warc.gz").digest.description } == [4, 0])
        func run(_ desk: RecallBench, _ output: String) throws -> String {
            try FinishedOutput("\(desk.folder)/\(output)").run.hex
        }
        #expect(try taken { try run($0, "two") } == [0, 4])
        #expect(try taken { try run($0, "one") + "/part-000001-000" }[1] == 0)
        let part = try taken { try run($0, "one") + "/part-000001-000" }[0]
        #expect(part > 0 && part <= 4)
        #expect(try taken { _ in "nothing" } == [0, 0])
    }
}

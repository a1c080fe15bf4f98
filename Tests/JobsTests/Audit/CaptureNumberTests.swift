import Canonical
import Foundation
import Ledger
import Shards
import Testing

@testable import Jobs

@Suite("ledger: the rows of a rank are numbered without a gap; docs/formats/ledger.md, \"Entries of a run\"")
struct CaptureNumberTests {
    /// Two ranks over four inputs, several parts each.
    private func bench(_ world: Int = 2) throws -> (bench: Workbench, out: String) {
        let bench = try Workbench()
        for number in 0..<4 {
            let host = "h\(number).example"
            let pages = (0..<8).map { Record.page("http://\(host)/\($0)", Record.prose("item \(number) \($0)")) }
            try bench.archive("a\(number).warc.gz", Record.silentSite(host) + pages)
        }
        let inputs = (0..<4).map { bench.folder + "/a\($0).warc.gz" }
        for rank in 0..<world {
            try bench.filter(inputs, out: "out", rank: rank, world: world, more: "output: {part_bytes: 6000}")
        }
        if world > 1 { _ = try RunFinish(output: bench.folder + "/out").join() }
        return (bench, bench.folder + "/out")
    }

    private func entries(_ out: String, _ rank: Int, _ world: Int = 2) throws -> [JSONValue] {
        try RowFile.lines("\(out)/ledger/\(rank)-of-\(world).jsonl").map { try JSONReader.read($0) }
    }

    @Test(
        "each part begins with the number behind that of the part before it, and a rank's rows are as many as its numbers"
    )
    func gapless() throws {
        let (bench, out) = try bench()
        for rank in 0..<2 {
            var next: Int64 = 1
            let parts = try entries(out, rank).dropFirst()
            #expect(parts.count > 2)
            for part in parts {
                #expect(part["first"]?.integer == next && part["rank"]?.integer == Int64(rank))
                next += part["evidence"]?["rows"]?.integer ?? 0
            }
            #expect(next == 17)
        }
        #expect(try OutputAudit(output: out).run().faults.isEmpty)
        try OperatorLog.make(bench.folder + "/log", origin: "log.example")
        var log = try OperatorLog(bench.folder + "/log")
        #expect(try log.add(outputs: [out]) > 6)
    }

    @Test("a run that goes on numbers on: what it told of before it does not tell again")
    func resumed() throws {
        let (bench, out) = try bench(1)
        let before = try OutputFile.read(out + "/ledger/0-of-1.jsonl")
        try FileManager.default.removeItem(atPath: out + "/manifests/inputs/000002.json")
        let inputs = (0..<4).map { bench.folder + "/a\($0).warc.gz" }
        try bench.filter(inputs, out: "out", more: "output: {part_bytes: 6000}")
        #expect(try OutputFile.read(out + "/ledger/0-of-1.jsonl") == before)
        #expect(try OutputAudit(output: out).run().faults.isEmpty)
    }

    /// What is done to a rank's entries.
    enum Change: String, CaseIterable { case dropped, swapped, renumbered, otherRank, doubled }

    @Test("an entry that is left out, moved, or numbered otherwise is found by verify", arguments: Change.allCases)
    func changed(_ change: Change) throws {
        let (bench, out) = try bench()
        let path = out + "/ledger/0-of-2.jsonl"
        var lines = try RowFile.lines(path)
        switch change {
        case .dropped: lines.remove(at: 1)
        case .swapped: lines.swapAt(1, 2)
        case .renumbered: lines[1] = Resealing.replacing(lines[1], #""first":1"#, #""first":2"#)
        case .otherRank: lines[1] = Resealing.replacing(lines[1], #""rank":0"#, #""rank":1"#)
        case .doubled: lines.insert(lines[1], at: 1)
        }
        try OutputFile.replace(path, with: lines.flatMap { $0 + [0x0A] })
        let report = try OutputAudit(output: out).run()
        #expect(report.faults.contains { $0.file.hasPrefix("ledger") }, "\(report.faults)")
        guard change != .otherRank else { return }
        try OperatorLog.make(bench.folder + "/log", origin: "log.example")
        var log = try OperatorLog(bench.folder + "/log")
        #expect(throws: JobError.self) { try log.add(outputs: [out]) }
        #expect(log.size == 0)
    }

    @Test("entries of runs before the numbers still count, as a whole or where a later run went on")
    func plain() throws {
        let (bench, out) = try bench()
        defer { withExtendedLifetime(bench) {} }
        let path = out + "/ledger/0-of-2.jsonl"
        let plan = try FinishedOutput(out).plan
        let parts = try FinishedOutput(out).manifest.seals.flatMap(\.parts).filter { $0.name.number % 2 == 0 }
        var lines = try RowFile.lines(path)
        lines[1] = RunLeaf.part(plan, parts[0])
        try OutputFile.replace(path, with: lines.flatMap { $0 + [0x0A] })
        #expect(try OutputAudit(output: out).run().faults.isEmpty)
        lines = [lines[0]] + parts.map { RunLeaf.part(plan, $0) }
        try OutputFile.replace(path, with: lines.flatMap { $0 + [0x0A] })
        #expect(try OutputAudit(output: out).run().faults.isEmpty)
    }
}

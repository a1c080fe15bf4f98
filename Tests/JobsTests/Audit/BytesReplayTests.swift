import Canonical
import Foundation
import Shards
import Testing

@testable import Jobs

@Suite("audit replay --from-bytes: signals read again from archives and site files")
struct BytesReplayTests {
    private func bench() throws -> Workbench {
        let bench = try Workbench()
        let reserved = Record.page("http://a.example/r", Record.prose("kept back"), headers: ["TDM-Reservation: 1"])
        let pages = (0..<3).map { Record.page("http://a.example/\($0)", Record.prose("item \($0)")) }
        try bench.archive("a.warc.gz", Record.silentSite("a.example") + pages + [reserved])
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        return bench
    }

    private func replay(_ bench: Workbench, _ archives: [String]) throws -> BytesReplay.Outcome {
        try BytesReplay(output: bench.folder + "/out", config: bench.config()).run(
            archives: archives, sites: nil, work: bench.folder + "/again", workers: 1)
    }

    @Test("the same archive gives every row again; the folder worked in is gone")
    func same() throws {
        let bench = try bench()
        let outcome = try replay(bench, [bench.folder + "/a.warc.gz"])
        #expect(outcome.isSame && outcome.rows == 4 && outcome.identical == 4, "\(outcome)")
        #expect(!OutputFile.exists(bench.folder + "/again"))
    }

    @Test("a signal that the archive states and the evidence does not is found, with the row and the place")
    func other() throws {
        let bench = try bench()
        // The run's evidence was made from a page without the reservation; the archive has it.
        let page = Record.page("http://a.example/0", Record.prose("item 0"), headers: ["TDM-Reservation: 1"])
        let rest = (1..<3).map { Record.page("http://a.example/\($0)", Record.prose("item \($0)")) }
        let added = Record.page("http://a.example/new", Record.prose("never told of"))
        try bench.archive("b.warc.gz", Record.silentSite("a.example") + [page] + rest + [added])
        let outcome = try replay(bench, [bench.folder + "/b.warc.gz"])
        #expect(!outcome.isSame && outcome.identical == 2)
        #expect(outcome.differing.count == 1 && outcome.withoutBytes == 1)
        #expect(outcome.unknown.count == 1)
    }

    @Test("a filter's archives must be named; the command ends with 2 without them")
    func refused() throws {
        let bench = try bench()
        #expect(throws: JobError.self) { try replay(bench, []) }
        #expect(
            try Command(["audit", "replay", "out", "--from-bytes", "--config", Command.config], in: bench.folder).code
                == 2)
        #expect(try Command(["audit", "replay", "out", "--archives", "a.warc.gz"], in: bench.folder).code == 2)
    }
}

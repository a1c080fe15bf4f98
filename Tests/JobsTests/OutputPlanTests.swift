import Canonical
import Foundation
import Shards
import Testing

@testable import Jobs

@Suite("an output folder remembers what it was begun with")
struct OutputPlanTests {
    private func archives(_ bench: Workbench, _ count: Int) throws -> [String] {
        try (0..<count).map { try bench.archive("f\($0).warc.gz", Record.silentSite("h\($0).example")) }
    }

    private func expectRefused(_ words: String..., body: () throws -> Void) {
        #expect { try body() } throws: { error in
            guard let error = error as? JobError, error.kind == .usage else { return false }
            return words.allSatisfy { error.message.contains($0) }
        }
    }

    @Test("fewer, more or other inputs are refused, and the message names both sets and the way out")
    func inputs() throws {
        let bench = try Workbench()
        let paths = try archives(bench, 3)
        try bench.filter(Array(paths[..<2]), out: "o")
        let before = try bench.files("o")
        expectRefused("begun with 2 inputs (f0.warc.gz, f1.warc.gz)", "1 input (f0.warc.gz) is", "new --out") {
            try bench.filter([paths[0]], out: "o")
        }
        expectRefused("3 inputs (f0.warc.gz … f2.warc.gz)") { try bench.filter(paths, out: "o") }
        expectRefused("(f0.warc.gz, f2.warc.gz)") { try bench.filter([paths[0], paths[2]], out: "o") }
        #expect(try bench.files("o") == before)
        try bench.filter(Array(paths[..<2]), out: "o")
    }

    @Test("a rank of another world is refused before it writes, and the finished run still joins")
    func world() throws {
        let bench = try Workbench()
        let paths = try archives(bench, 3)
        for rank in 0..<2 { try bench.filter(paths, out: "o", rank: rank, world: 2) }
        _ = try RunFinish(output: bench.folder + "/o").join()
        let before = try bench.files("o")
        expectRefused("--world 2", "--world 3", "new --out") { try bench.filter(paths, out: "o", rank: 2, world: 3) }
        expectRefused("--world 2", "--world 1") { try bench.filter(paths, out: "o") }
        #expect(try bench.files("o") == before)
        _ = try RunFinish(output: bench.folder + "/o").join()
    }

    @Test("another time, or other settings at the same time, are told apart")
    func time() throws {
        let bench = try Workbench()
        let paths = try archives(bench, 1)
        try bench.filter(paths, out: "o")
        let later = Workbench.at.adding(seconds: 60)
        let config = try bench.config()
        let options = FilterOptions(
            inputs: paths, output: bench.folder + "/o", siteEvidence: nil, workers: 1, rank: 0, world: 1, isLive: false)
        expectRefused("another time, \(Workbench.at)", "this is \(later)") {
            _ = try FilterJob(config: config, inputs: bench.inputs(config, at: later), options: options).run { _ in }
        }
        expectRefused("other packs, profile, registry or settings;") {
            try bench.filter(paths, out: "o", more: "settings: {honour_over_open_licence: false}")
        }
    }

    @Test(
        "a finished output is looked at again: what is missing or changed is named, and made again once its mark is gone",
        arguments: PartFolder.allCases, [true, false])
    func rechecks(_ folder: PartFolder, _ isDeleted: Bool) throws {
        let bench = try Workbench()
        let paths = try archives(bench, 2)
        for rank in 0..<2 { try bench.filter(paths, out: "o", rank: rank, world: 2) }
        _ = try RunFinish(output: bench.folder + "/o").join()
        let before = try bench.files("o")
        let name = PartName(number: 1, roll: 0).path(in: folder)
        let part = bench.folder + "/o/" + name
        if isDeleted {
            try FileManager.default.removeItem(atPath: part)
        } else {
            var bytes = try OutputFile.read(part)
            bytes[bytes.count - 1] ^= 1
            try OutputFile.replace(part, with: bytes)
        }
        func expectNamed(_ body: () throws -> Void) {
            #expect { try body() } throws: { error in
                guard let error = error as? JobError, error.kind == .couldNotRun else { return false }
                return ["/o/" + name, isDeleted ? "is missing" : "has changed", "inputs/000001.json"]
                    .allSatisfy { error.message.contains($0) }
            }
        }
        expectNamed { _ = try RunFinish(output: bench.folder + "/o").join() }
        expectNamed { try bench.filter(paths, out: "o", rank: 1, world: 2) }
        try FileManager.default.removeItem(atPath: bench.folder + "/o/manifests/inputs/000001.json")
        try bench.filter(paths, out: "o", rank: 1, world: 2)
        _ = try RunFinish(output: bench.folder + "/o").join()
        #expect(try bench.files("o") == before)
    }

    @Test("ranks with other inputs than the first are refused")
    func ranks() throws {
        let bench = try Workbench()
        let paths = try archives(bench, 3)
        try bench.filter(paths, out: "o", rank: 0, world: 2)
        expectRefused("begun with 3 inputs") { try bench.filter([paths[0], paths[1]], out: "o", rank: 1, world: 2) }
    }

    @Test("a second run of one rank is refused while the first runs; other ranks are not")
    func locks() throws {
        let bench = try Workbench()
        let paths = try archives(bench, 2)
        try OutputFile.makeFolder(bench.folder + "/o")
        let lock = try RunLock(folder: bench.folder + "/o", name: ".lock-0-of-2")
        #expect { try bench.filter(paths, out: "o", rank: 0, world: 2) } throws: { error in
            (error as? JobError)?.kind == .couldNotRun && "\(error)".contains("another run is writing here")
        }
        try bench.filter(paths, out: "o", rank: 1, world: 2)
        withExtendedLifetime(lock) {}
    }

    @Test("a folder of something else, or of another command, is refused")
    func foreign() throws {
        let bench = try Workbench()
        let paths = try archives(bench, 1)
        try OutputFile.makeFolder(bench.folder + "/home/documents")
        expectRefused("home is not empty (documents)") { try bench.filter(paths, out: "home") }
        try bench.filter(paths, out: "o")
        expectRefused("another command") { try OutputFolder.check(store: bench.folder + "/o") }
        let plan = bench.folder + "/o/manifests/plan-0-of-1.json"
        let text = String(decoding: try OutputFile.read(plan), as: UTF8.self)
        try OutputFile.replace(plan, with: Array(text.replacing("\"filter\"", with: "\"crawl\"").utf8))
        expectRefused("output of crawl") { try bench.filter(paths, out: "o") }
        // What a run leaves that was killed before its plan stood.
        try OutputFile.makeFolder(bench.folder + "/begun/manifests")
        try OutputFile.replace(bench.folder + "/begun/.lock-0-of-1", with: [])
        try bench.filter(paths, out: "begun")
    }

    @Test("other limits and other site evidence are refused: what is done would not fit what is still to do")
    func means() throws {
        let bench = try Workbench()
        let page = Record.page("http://a.example/", Record.prose("harbours"))
        let paths = [try bench.archive("a.warc.gz", Record.silentSite("a.example") + [page])]
        try bench.filter(paths, out: "o")
        expectRefused("other limits") { try bench.filter(paths, out: "o", more: "limits: {body_bytes: 1KiB}") }
        expectRefused("site evidence") { try bench.filter(paths, out: "o", sites: bench.folder + "/o") }
        try bench.filter(paths, out: "o")
    }
}

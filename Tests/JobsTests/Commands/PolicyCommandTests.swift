import Canonical
import Foundation
import Shards
import Testing

@testable import Jobs

@Suite("muniment policy list, show, check, test, diff (docs/formats/pack.md)", .serialized)
struct PolicyCommandTests {
    static let folder = (Command.config as NSString).deletingLastPathComponent

    private func run(_ arguments: String..., in folder: String = PolicyCommandTests.folder) throws -> Command {
        try Command(["policy"] + arguments.flatMap { $0.split(separator: " ").map(String.init) }, in: folder)
    }

    @Test("list names every pack with its kind and date, and those that are active")
    func list() throws {
        let run = try run("list")
        #expect(run.code == 0)
        for id in HardCase.packs { #expect(run.output.contains(id)) }
        #expect(run.output.split(separator: "\n").filter { $0.contains(" active ") }.count == 1)
        let lines = try self.run("list --json").output.split(separator: "\n")
        let packs = try lines.map { try JSONReader.read(Array($0.utf8)) }
        #expect(packs.compactMap { $0["id"]?.string } == HardCase.packs)
        for pack in packs {
            #expect(pack["as_of"]?.string != nil && pack["kind"]?.string != nil && pack["digest"]?.string?.count == 64)
        }
    }

    @Test("show tells each gate and basis with source, kind and date; a pack that is not there is refused by name")
    func show() throws {
        let run = try run("show eu")
        #expect(run.code == 0)
        for words in [
            "HG1: deny at fetch, tag, use", "exc.eu.cdsm3", "exc.eu.cdsm4", "Directive (EU) 2019/790", "as of 2026",
        ] {
            #expect(run.output.contains(words), "\(words)")
        }
        let json = try JSONReader.read(Array(try self.run("show us --json").output.utf8.dropLast()))
        #expect(json["id"]?.string == "us")
        let missing = try self.run("show atlantis")
        #expect(missing.code == 2 && missing.complaints.contains("there is no pack atlantis; known: cn, cn-proposed"))
    }

    @Test("check takes every delivered pack, and refuses a fault with file, line and key before any work")
    func check() throws {
        for id in HardCase.packs { #expect(try run("check packs/\(id).yaml").code == 0) }
        let bench = try Workbench()
        let eu = String(decoding: try OutputFile.read(Self.folder + "/packs/eu.yaml"), as: UTF8.self)
        try OutputFile.makeFolder(bench.folder + "/parts")
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder + "/packs/parts") {
            let text = try OutputFile.read(Self.folder + "/packs/parts/" + name)
            try OutputFile.replace(bench.folder + "/parts/" + name, with: text)
        }
        let faults: [(old: String, new: String, says: String)] = [
            ("kind: law", "kin: law", "eu.yaml:9: kin: unknown key"),
            ("as_of: 2026-11-24\n", "", "as_of is missing"),
            ("include: eu-exceptions", "include: eu-exception", "no part eu-exception"),
            ("adaptation: always", "adaptation: {use: adaptation}", "a cycle: "),
            (
                "gates:\n",
                "gates:\n  - {id: X, fires: never, verdict: allow, source: s, as_of: 2026-11-24, kind: law}\n",
                "would open it"
            ),
        ]
        for fault in faults {
            let broken = eu.replacing(fault.old, with: fault.new, maxReplacements: 1)
            #expect(broken != eu)
            try OutputFile.replace(bench.folder + "/eu.yaml", with: Array(broken.utf8))
            let run = try run("check eu.yaml", in: bench.folder)
            #expect(run.code == 2, "\(fault.says)")
            #expect(run.complaints.contains(fault.says), "\(run.complaints)")
        }
    }

    @Test("test tries examples and ends with 1 where a pack answers otherwise")
    func examples() throws {
        #expect(try run("test").code == 0)
        let bench = try Workbench()
        let text = "examples:\n  - {name: open, pack: eu, facts: {access: refused}, expect: allow}\n"
        try OutputFile.replace(bench.folder + "/e.yaml", with: Array(text.utf8))
        let run = try run("test e.yaml --config \(Command.config)", in: bench.folder)
        #expect(run.code == 1)
        #expect(run.output.contains("eu: open: deny"))
        try OutputFile.replace(bench.folder + "/e.yaml", with: Array(text.replacing("refused", with: "opened").utf8))
        let wrong = try self.run("test e.yaml --config \(Command.config)", in: bench.folder)
        #expect(wrong.code == 2 && wrong.complaints.contains("e.yaml:2: examples[0].facts.access: opened is no value"))
    }

    @Test("diff names each rule that differs; of a pack with itself there is none")
    func diff() throws {
        let same = try run("diff eu eu")
        #expect(same.code == 0 && same.output.contains("say the same"))
        let run = try run("diff cn cn-proposed")
        #expect(run.code == 0)
        for words in [
            "+ basis prop.cn.iau", "+ basis prop.cn.notice", "+ basis prop.cn.cmo", "+ score market-conflict",
        ] {
            #expect(run.output.contains(words), "\(words)")
        }
        let json = try JSONReader.read(Array(try self.run("diff cn cn-proposed --json").output.utf8.dropLast()))
        #expect(json["differences"]?.array?.isEmpty == false)
    }

    @Test("diff --in decides an output's rows anew under both and counts documents, tokens and hosts for each reason")
    func replay() throws {
        let bench = try Workbench(packs: "eu")
        let pages: [Record] = [
            .page("http://a.example/1", Record.prose("one")), .page("http://a.example/2", Record.prose("two")),
            .page("http://b.example/1", Record.prose("three")),
            .page("http://c.example/1", Record.prose("four"), headers: ["tdm-reservation: 1"]),
            .page(
                "http://d.example/1",
                "<link rel=license href=\"https://creativecommons.org/licenses/by/4.0/\">" + Record.prose("five")),
        ]
        let sites = ["a", "b", "c", "d"].flatMap { Record.silentSite($0 + ".example") }
        let archive = try bench.archive("a.warc.gz", sites + pages)
        let config = bench.folder + "/settings.yaml"
        try OutputFile.replace(config, with: try OutputFile.read(Command.config))
        let text = String(decoding: try OutputFile.read(config), as: UTF8.self)
            .replacing("directory: packs", with: "directory: \(Self.folder)/packs")
            .replacing("grounds/", with: Self.folder + "/grounds/")
        try OutputFile.replace(config, with: Array((text + "\nsignals: {directory: \(Self.folder)/signals}\n").utf8))
        let filter = try Command(
            ["filter", archive, "--out", "out", "--no-registry", "--config", config, "--at", "2026-11-23T00:00:00Z"],
            in: bench.folder)
        #expect(filter.code == 0, "\(filter.complaints)")
        let run = try run("diff eu eu,uk --in out --config \(config)", in: bench.folder)
        #expect(run.code == 0, "\(run.complaints)")
        #expect(run.output.contains("5 captures decided under eu and under eu,uk"))
        #expect(run.output.contains("allowWithObligations -> deny: 3 documents"), "\(run.output)")
        #expect(!run.output.contains("d.example") && !run.output.contains("c.example"))
        let json = try JSONReader.read(
            Array(
                try self.run("diff eu eu,uk --in out --json --config \(config)", in: bench.folder).output.utf8
                    .dropLast()))
        let change = try #require(json["changes"]?["allowWithObligations -> deny"])
        #expect(change["documents"]?.integer == 3)
        #expect(change["hosts"]?.array?.compactMap(\.string) == ["a.example", "b.example"])
        let bytes = try #require(change["text_bytes"]?.integer)
        #expect(change["tokens_estimated"]?.integer == bytes / 4)
        let reason = try #require(change["reasons"]?.members?.first)
        #expect(reason.key.hasPrefix("uk: "))
        #expect(reason.value["documents"]?.integer == 3 && reason.value["hosts"]?.array?.count == 2)
        #expect(reason.value["tokens_estimated"]?.integer == bytes / 4)
        // Under rules that are the same nothing changes, and what was written is untouched.
        let same = try self.run("diff eu eu --in out --config \(config)", in: bench.folder)
        #expect(same.output.contains("nothing changes"))
        let other = text.replacing("commercial: true", with: "commercial: false")
        try OutputFile.replace(config, with: Array((other + "\nsignals: {directory: \(Self.folder)/signals}\n").utf8))
        let warned = try self.run("diff eu eu,uk --in out --config \(config)", in: bench.folder)
        #expect(warned.complaints.contains("decided for another use"), "\(warned.complaints)")
    }
}

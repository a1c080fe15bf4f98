import Canonical
import Foundation
import Registry
import Testing

@testable import Jobs

@Suite("muniment registry: what was known at a time, lists of others, delta feeds, answers for programs", .serialized)
struct RegistryCommandTests {
    private struct Desk {
        let folder: String

        init() throws {
            folder = NSTemporaryDirectory() + "registry-" + UUID().uuidString
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try write("com\norg\nexample\n", "suffixes")
        }

        func write(_ text: String, _ name: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }

        func run(_ words: String..., input: String = "") throws -> Command {
            try Command(["registry"] + words, in: folder, input: Array(input.utf8))
        }

        func lines(_ command: Command) throws -> [JSONValue] {
            try command.output.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
        }
    }

    @Test("What did we know at time t: the log, the state and the snapshot's answer, each as of then")
    func bitemporal() throws {
        let desk = try Desk()
        func at(_ day: Int) -> String { "2026-01-\(day < 10 ? "0" : "")\(day)T00:00:00Z" }
        _ = try desk.run("init", "--store", "r.db", "--origin", "example.org/registry", "--at", at(1))
        let filed = try desk.run(
            "object", "--store", "r.db", "--name", "Ann", "--contact", "ann@a.example", "--scope", "host:a.example",
            "--statement", "--psl", "suffixes", "--at", at(2))
        let id = try #require(try desk.lines(filed).first?["objection"]?.string)
        _ = try desk.run("verify", id, "--store", "r.db", "--standing", "L2", "--method", "document", "--at", at(5))
        _ = try desk.run("withdraw", id, "--store", "r.db", "--standing", "L2", "--at", at(6))
        func state(_ day: Int) throws -> String {
            let told = try desk.run("status", id, "--store", "r.db", "--json", "--at", at(day))
            return told.code == 1 ? "nothing" : try desk.lines(told).first?["state"]?.string ?? "?"
        }
        #expect(
            try [1, 2, 4, 5, 19, 20].map(state) == [
                "nothing", "STANDING_PENDING", "STANDING_PENDING", "EFFECTIVE", "EFFECTIVE", "WITHDRAWN",
            ])
        func events(_ day: Int) throws -> [String] {
            try desk.lines(desk.run("log", id, "--store", "r.db", "--json", "--at", at(day))).compactMap {
                $0["event"]?.string
            }
        }
        #expect(try events(1).isEmpty)
        #expect(try events(4) == ["file", "acknowledge", "block", "ask"])
        #expect(try events(30).last == "withdraw")
        let made = try desk.run("compile", "--store", "r.db", "--out", "s", "--psl", "suffixes", "--at", at(7))
        #expect(made.code == 0, "\(made.complaints)")
        func blocked(_ day: Int) throws -> Bool? {
            let told = try desk.run("check", "--snapshot", "s", "--json", "--at", at(day), "https://a.example/")
            return try desk.lines(told).first?["blocked"]?.bool
        }
        #expect(try [1, 2, 19, 20].map(blocked) == [false, true, true, false])
    }

    @Test("Nothing is compiled or handed out ahead of its time")
    func future() throws {
        let desk = try Desk()
        try desk.write("", "none.jsonl")
        let compiled = try desk.run(
            "compile", "none.jsonl", "--out", "s", "--psl", "suffixes", "--at", "2999-01-01T00:00:00Z")
        #expect(compiled.code == 2 && compiled.complaints.contains("later than now"), "\(compiled.complaints)")
        #expect(!FileManager.default.fileExists(atPath: desk.folder + "/s"))
        let released = try Command(
            ["release", "out", "--to", "Lab", "--at", "2999-01-01T00:00:00Z"], in: desk.folder)
        #expect(released.code == 2 && released.complaints.contains("later than now"), "\(released.complaints)")
    }

    @Test("A snapshot that no run would take any more is told of, by the settings that are named")
    func old() throws {
        let desk = try Desk()
        try desk.write("", "none.jsonl")
        _ = try desk.run("compile", "none.jsonl", "--out", "s", "--psl", "suffixes", "--at", "2026-01-01T00:00:00Z")
        func note(_ at: String, _ more: [String] = []) throws -> String {
            let told = try Command(
                ["registry", "check", "--snapshot", "s", "https://a.example/", "--at", at] + more, in: desk.folder)
            #expect(told.code == 0 && told.output.contains("free"), "\(told.complaints)")
            return told.complaints
        }
        #expect(try note("2026-01-02T00:00:00Z").isEmpty)
        #expect(try note("2026-01-02T00:00:01Z").contains("more than 86400 s before"))
        #expect(try note("2025-12-31T00:00:00Z").contains("after the time asked for"))
        let text = try String(contentsOfFile: Command.config, encoding: .utf8)
        let packs = (Command.config as NSString).deletingLastPathComponent
        try desk.write(
            text.replacing("folder: packs", with: "folder: \(packs)/packs") + "\nsettings: {registry_age: 90d}\n",
            "week.yaml")
        #expect(try note("2026-01-09T00:00:00Z", ["--config", "week.yaml"]).isEmpty)
    }

    @Test("A withdrawal that is asked for twice keeps its day and says so")
    func twice() throws {
        let desk = try Desk()
        func at(_ day: Int) -> String { "2026-01-0\(day)T00:00:00Z" }
        _ = try desk.run("init", "--store", "r.db", "--origin", "example.org/registry", "--at", at(1))
        let filed = try desk.run(
            "object", "--store", "r.db", "--name", "Ann", "--contact", "ann@a.example", "--scope", "host:a.example",
            "--statement", "--psl", "suffixes", "--at", at(2))
        let id = try #require(try desk.lines(filed).first?["objection"]?.string)
        _ = try desk.run("verify", id, "--store", "r.db", "--standing", "L2", "--method", "document", "--at", at(3))
        func withdraw(_ day: Int) throws -> Command {
            try desk.run("withdraw", id, "--store", "r.db", "--standing", "L2", "--json", "--at", at(day))
        }
        let (first, second) = (try withdraw(4), try withdraw(6))
        #expect(first.code == 0 && !first.complaints.contains("as before") && second.code == 0)
        #expect(second.complaints.contains("takes effect at 2026-01-18T00:00:00Z, as before"), "\(second.complaints)")
        #expect(first.output == second.output)
    }

    @Test(
        "Lists of others: good rows are taken, each bad one is told by file, line and code, exit 1",
        arguments: [
            (
                "list.txt", "domains", "# ads\nbad.example\nexample\n0.0.0.0 worse.example\n",
                ["list.txt:3", "bare_tld"], 2
            ),
            (
                "urls.txt", "urls", "https://a.example/x\nnonsense\nhttps://a.example/y/*\n",
                ["urls.txt:2", "unparseable"], 2
            ),
            ("rows.csv", "csv", "scope_kind,value\nhost,a.example\nhost,10.0.0.0/8\n", ["rows.csv:3", "ip_block"], 1),
            (
                "rows.jsonl", "jsonl", "{\"scope_kind\":\"host\",\"value\":\"a.example\"}\n{\"x\":1}\n",
                ["rows.jsonl:2", "bad_row"], 1
            ),
        ])
    func lists(name: String, format: String, text: String, told: [String], taken: Int) throws {
        let desk = try Desk()
        try desk.write(text, name)
        let done = try desk.run("import", name, "--format", format, "--out", "o.jsonl", "--psl", "suffixes")
        #expect(done.code == 1)
        for words in told { #expect(done.complaints.contains(words), "\(done.complaints)") }
        let lines = try String(contentsOfFile: desk.folder + "/o.jsonl", encoding: .utf8).split(separator: "\n")
        #expect(lines.count == taken)
        #expect(try desk.run("compile", "o.jsonl", "--out", "s", "--psl", "suffixes").code == 0)
    }

    @Test("A delta names both snapshots, and each entry that came or went")
    func delta() throws {
        let desk = try Desk()
        func compile(_ list: String, _ name: String) throws {
            try desk.write(list, "l.txt")
            _ = try desk.run(
                "import", "l.txt", "--format", "domains", "--out", "\(name).jsonl", "--psl", "suffixes", "--at",
                "2026-01-01T00:00:00Z")
            // Ids follow from the list's digest: the delta is to be of what is covered.
            let text = try String(contentsOfFile: "\(desk.folder)/\(name).jsonl", encoding: .utf8).split(
                separator: "\n"
            ).map { line in
                let value = try JSONReader.read(Array(line.utf8))["scope"]?["value"]?.string ?? ""
                return line.replacing(try Regex("import-[0-9a-f-]+"), with: value)
            }
            try desk.write(text.joined(separator: "\n") + "\n", "\(name).jsonl")
            #expect(try desk.run("compile", "\(name).jsonl", "--out", name, "--psl", "suffixes").code == 0)
        }
        try compile("a.example\nb.example\n", "old")
        try compile("b.example\nc.example\n", "new")
        let lines = try desk.lines(desk.run("delta", "old", "new"))
        #expect(lines.first?["format"]?.string == "muniment.registry.delta/1")
        #expect(
            lines.dropFirst().map { "\($0["change"]?.string ?? "") \($0["key"]?.string ?? "")" } == [
                "removed a.example", "added c.example",
            ])
    }

    @Test("check --json answers one object a line with url, blocked and matches, and tells what is no URL at the end")
    func answers() throws {
        let desk = try Desk()
        try desk.write("a.example\n", "l.txt")
        _ = try desk.run("import", "l.txt", "--format", "domains", "--out", "o.jsonl", "--psl", "suffixes")
        _ = try desk.run("compile", "o.jsonl", "--out", "s", "--psl", "suffixes")
        let asked = ["https://www.a.example./x?y", "http://A.EXAMPLE:80/%78", "nonsense", "https://b.example/"]
        let told = try desk.run(
            "check", "--snapshot", "s", "--json", input: asked.joined(separator: "\n") + "\n")
        #expect(told.code == 1 && told.complaints.contains("nonsense"))
        let lines = try desk.lines(told)
        #expect(lines.map { $0["url"]?.string } == [asked[0], asked[1], asked[3]])
        #expect(lines.map { $0["blocked"]?.bool } == [true, true, false])
        #expect(lines.allSatisfy { Set($0.members?.map(\.key) ?? []) == ["url", "blocked", "matches"] })
        let match = try #require(lines[0]["matches"]?.array?.first)
        #expect(match["scope"]?.string == "domain" && match["from"]?.string != nil && match["to"]?.string == "")
    }
}

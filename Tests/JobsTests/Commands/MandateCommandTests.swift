import Canonical
import Foundation
import Shards
import Testing

@testable import Jobs

@Suite("settle mandate: mandates of files in the registry's store, in the snapshot, in a decision, in a pool")
struct MandateCommandTests {
    private static let mandates = """
        tariffs: [{tariff: T-1, basis: per_doc, rate: 250, currency: EUR}]
        mandates:
          - id: M-1
            society: Society
            kind: default
            rights: [training]
            territories: [DE]
            from: 2026-01-01
            tariff: T-1
            repertoire:
              - {work: W-1, covers: ["http://a.example/1"], shares: {ann: {ppm: 600_000, role: A}, ben: {ppm: 400_000, role: T}}}
        """

    private func run(_ arguments: [String], _ bench: Workbench, _ code: Int32 = 0) throws -> Command {
        let run = try Command(arguments, in: bench.folder)
        #expect(run.code == code, "\(arguments): \(run.output) \(run.complaints)")
        return run
    }

    private func bench() throws -> Workbench {
        let bench = try Workbench(packs: "cn-proposed")
        try put("m.yaml", Self.mandates, bench)
        try OutputFile.replace(bench.folder + "/psl", with: Workbench.suffixes)
        _ = try run(
            ["registry", "init", "--store", "r.db", "--origin", "r.example", "--at", "2026-11-01T00:00:00Z"], bench)
        return bench
    }

    private func put(_ name: String, _ text: String, _ bench: Workbench) throws {
        try OutputFile.replace("\(bench.folder)/\(name)", with: Array(text.utf8))
    }

    private func mandate(_ more: [String], _ bench: Workbench, _ code: Int32 = 0, day: Int = 2) throws -> Command {
        try run(
            ["settle", "mandate"] + more + ["--store", "r.db", "--at", "2026-11-0\(day)T00:00:00Z"], bench, code)
    }

    private func compile(_ bench: Workbench, _ out: String, _ more: [String] = [], _ code: Int32 = 0) throws -> Command
    {
        try run(
            ["registry", "compile", "--psl", "psl", "--at", "2026-11-22T23:00:00Z", "--out", out] + more, bench, code)
    }

    @Test("added, shown, changed, ended; a dry run writes nothing; what is wrong is refused whole")
    func commands() throws {
        let bench = try bench()
        #expect(try mandate(["add", "m.yaml", "--dry-run"], bench).output.contains("2 new"))
        #expect(try mandate(["list"], bench).output.contains("has none"))
        #expect(try mandate(["add", "m.yaml"], bench).output.contains("1 tariffs, 1 mandates"))
        #expect(try mandate(["add", "m.yaml"], bench).output.contains("2 as they stood"))
        let lines = try mandate(["list", "--json", "--kind", "mandate"], bench).output
        let listed = try JSONReader.read(Array(lines.split(separator: "\n")[0].utf8))
        #expect(listed["type"]?.string == "mandate" && listed["id"]?.string == "M-1")
        // What is listed can be read again.
        try put("listed.jsonl", lines, bench)
        #expect(try run(["settle", "mandate", "check", "listed.jsonl"], bench).output.contains("1 mandates"))
        // The same work under another mandate of the society.
        try put("more.yaml", Self.mandates.replacing("M-1", with: "M-2").replacing("tariffs", with: "tariffs"), bench)
        let told = try mandate(["add", "more.yaml"], bench, 2).complaints
        #expect(told.contains("more.yaml:") && told.contains("claims 2000000"), "\(told)")
        #expect(try mandate(["check", "more.yaml"], bench, 2).complaints.contains("stands twice"))
        try put("rate.yaml", "tariffs: [{tariff: T-2, basis: per_doc, rate: 1e3, currency: EUR}]", bench)
        #expect(try mandate(["add", "rate.yaml"], bench, 2).complaints.contains("no exact rate"))
        #expect(
            try mandate(["end", "M-1", "--on", "2026-12-31", "--dry-run"], bench, day: 3).output.contains("nothing"))
        #expect(try mandate(["end", "M-1", "--on", "2026-12-31"], bench, day: 3).output.contains("ends 2026-12-31"))
        _ = try mandate(["end", "M-1", "--on", "2026-12-31", "--dry-run"], bench, 1, day: 3)
        #expect(try mandate(["list"], bench, day: 4).output.contains("2026-12-31"))
    }

    @Test(
        "the party of a mandate is changed for all of its time, or from a day on; what a party says is changed and put back"
    )
    func changed() throws {
        let bench = try bench()
        let parties = "parties: [{party: ann, names: [Ann]}, {party: ben}]\n"
        try put("first.yaml", parties + Self.mandates, bench)
        _ = try mandate(["add", "first.yaml"], bench)
        func shares(_ day: Int) throws -> [String] {
            try mandate(["list", "--json", "--kind", "mandate"], bench, day: day).output.split(separator: "\n").map {
                let entry = try JSONReader.read(Array($0.utf8))
                let shares = entry["repertoire"]?.array?.first?["shares"]?.members?.map(\.key) ?? []
                return "\(entry["id"]?.string ?? "") \(shares.joined(separator: " "))"
            }
        }
        // A slip of the pen: the mandate as it should have been, under its id.
        let mended = Self.mandates.replacing("ben:", with: "cleo:")
        try put("mended.yaml", mended, bench)
        #expect(
            try mandate(["add", "mended.yaml"], bench, 2, day: 3).complaints.contains("cleo is none of the parties"))
        try put("mended.yaml", "parties: [{party: ann, names: [Ann]}, {party: cleo}]\n" + mended, bench)
        #expect(
            try mandate(["add", "mended.yaml"], bench, day: 3).output.contains("1 new, 1 changed, 2 as they stood"))
        #expect(try shares(3) == ["M-1 ann cleo"] && shares(2) == ["M-1 ann ben"])
        // A party that follows another from a day on: the mandate ends, and one of another id begins.
        _ = try mandate(["end", "M-1", "--on", "2026-07-01", "--reason", "rights passed to dora"], bench, day: 4)
        let next = mended.replacing("id: M-1", with: "id: M-1b").replacing("from: 2026-01-01", with: "from: 2026-07-01")
        try put(
            "next.yaml",
            "parties: [{party: ann, names: [Ann]}, {party: dora}]\n" + next.replacing("cleo:", with: "dora:"), bench)
        _ = try mandate(["add", "next.yaml"], bench, day: 4)
        #expect(try shares(5) == ["M-1 ann cleo", "M-1b ann dora"])
        // What a party says: changed by adding it anew, and given back after it was erased.
        try put("ann.yaml", "parties: [{party: ann, names: [Ann, A. Author]}]", bench)
        #expect(try mandate(["add", "ann.yaml"], bench, day: 6).output.contains("0 new, 1 changed"))
        _ = try run(["settle", "mandate", "erase", "ann", "--store", "r.db", "--at", "2026-11-07T00:00:00Z"], bench)
        #expect(try mandate(["add", "ann.yaml"], bench, day: 8).output.contains("0 new, 1 changed"))
        let said = try mandate(["list", "--json", "--kind", "party"], bench, day: 9).output
        #expect(said.contains("A. Author"))
    }

    @Test("faults in JSON name the line and the keys")
    func json() throws {
        let bench = try bench()
        let text = """
            {"mandates": [
              {"id": "M-1", "society": "S", "kind": "member", "rights": ["training"],
               "territories": ["DE"], "from": "2026-01-01", "tariff": "T",
               "repertoire": [
                 {"work": "W-1", "covers": ["a.example"],
                  "shares": {"p": 10000000}}]}
            ]}
            """
        try put("m.json", text, bench)
        let told = try run(["settle", "mandate", "check", "m.json"], bench, 2).complaints
        #expect(told.contains("m.json:6: mandates[0].repertoire[0].shares.p: "), "\(told)")
        try put("m.json", text.replacing("\"tariff\": \"T\",", with: "\"tariff\": \"T\""), bench)
        let broken = try run(["settle", "mandate", "check", "m.json"], bench, 2).complaints
        #expect(broken.contains("m.json:4: it is no JSON: not valid JSON at byte"), "\(broken)")
        try put("m.json", text.replacing("10000000", with: "1000000").replacing("[\"DE\"]", with: "[]"), bench)
        let nowhere = try run(["settle", "mandate", "check", "m.json"], bench, 2).complaints
        #expect(nowhere.contains("m.json:2: mandates[0]: mandate M-1 has no territories"), "\(nowhere)")
    }

    @Test("a run that obeys the snapshot decides by its mandates, and a pool is shared out by them")
    func whole() throws {
        let bench = try bench()
        _ = try mandate(["add", "m.yaml"], bench)
        _ = try compile(bench, "snapshot", ["--store", "r.db"])
        let pages = ["1", "2"].map { Record.page("http://a.example/\($0)", Record.prose("harbours \($0)")) }
        try bench.archive("a.warc.gz", Record.silentSite("a.example") + pages)
        bench.registry = bench.folder + "/snapshot"
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        let matches = try bench.rows("out").flatMap(\.considered.grounds.mandates)
        #expect(matches.map(\.work) == ["W-1"] && matches.map(\.mandate) == ["M-1"])
        // The same of files beside a snapshot that is made of files.
        try put("none.jsonl", "", bench)
        _ = try compile(bench, "other", ["none.jsonl", "--mandates", "m.yaml"])
        #expect(
            try OutputFile.read(bench.folder + "/other/repertoire.json")
                == OutputFile.read(bench.folder + "/snapshot/repertoire.json"))
        try put("bad.csv", "mandate,work,party,ppm\nM-9,W-9,eve,2000000\n", bench)
        #expect(try compile(bench, "bad", ["none.jsonl", "--mandates", "bad.csv"], 2).complaints.contains("bad.csv:2"))
        // Replayed, the decision is the same: the snapshot's files are kept with the run.
        #expect(try run(["audit", "replay", "out"], bench).code == 0)
        try settle(bench)
    }

    /// One use of one document at 2.50 EUR, by the tariff and the shares of the snapshot.
    private func settle(_ bench: Workbench) throws {
        _ = try run(["ledger", "init", "log", "--origin", "lab.example"], bench)
        let key = try run(["ledger", "key", "lab.example", "--out", "log.key"], bench).output
        try put("log.pub", key, bench)
        let period = ["--from", "2026-01-01", "--to", "2026-07-01"]
        _ = try run(
            ["use", "record", "log", "out", "--model", "m", "--epochs", "1", "--licensee", "Lab", "--territory", "DE"]
                + ["--key", "log.key", "--from", "2026-02-01", "--to", "2026-03-01"], bench)
        _ = try run(
            ["settle", "report", "out", "--log", "log", "--key", "log.pub", "--out", "usage.tsv", "--id", "R-1"]
                + ["--sender", "Lab", "--recipient", "Society", "--currency", "EUR"] + period, bench)
        try put(
            "pool.yaml",
            """
            pool: P-1
            society: Society
            from: 2026-01-01
            to: 2026-07-01
            currency: EUR
            tariff: {id: T-1}
            deductions: []
            method: documents
            financial_year_end: 2026-12-31
            """, bench)
        #expect(try run(["settle", "pool", "pool.yaml"], bench, 2).complaints.contains("no tariff T-1"))
        let allocate = ["settle", "allocate", "--pool", "pool.yaml", "--usage", "usage.tsv", "--shares", "snapshot"]
        _ = try run(allocate + ["--out", "settled"], bench)
        let table = String(decoding: try OutputFile.read(bench.folder + "/settled/allocation.tsv"), as: UTF8.self)
        #expect(table.contains("W-1\tann\tA\tSociety\tPAYABLE\t\t150\n"))
        #expect(table.contains("W-1\tben\tT\tSociety\tPAYABLE\t\t100\n"))
        _ = try run(["settle", "recompute", "settled"], bench)
        // The seal becomes a leaf of the log's tree, and is looked for there.
        #expect(
            try run(["settle", "recompute", "settled", "--log", "log"], bench, 1).complaints.contains("not closed"))
        _ = try run(["settle", "statement", "settled"], bench)
        #expect(OutputFile.exists(bench.folder + "/settled/statements/summary.html"))
        _ = try run(["settle", "close", "settled", "--key", "log.key", "--log", "log"], bench)
        _ = try run(["settle", "recompute", "settled", "--key", "log.pub", "--log", "log"], bench)
        _ = try run(["ledger", "init", "empty", "--origin", "lab.example"], bench)
        #expect(
            try run(["settle", "recompute", "settled", "--log", "empty"], bench, 1).complaints
                .contains("does not have the seal"))
    }
}

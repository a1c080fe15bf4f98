import Canonical
import Foundation
import Ledger
import Settlement
import Shards
import Testing

@testable import Jobs

@Suite("use record: what was used, for what and how often, signed in the log; settle report counts nothing else")
struct UseCommandTests {
    private static let origin = "example.org/muniment"

    /// Two runs under a mandate that licenses both pages; the second holds the first page too.
    private func bench() throws -> Workbench {
        let bench = try Workbench(packs: "cn-proposed")
        let config = (#filePath as NSString).deletingLastPathComponent + "/../../../config"
        try OutputFile.replace(
            bench.folder + "/mandates.yaml",
            with: Array(
                """
                mandates:
                  - id: M-1
                    society: Society
                    kind: default
                    rights: [training]
                    territories: [DE]
                    from: 2026-01-01
                    tariff: T-1
                    repertoire:
                      - {work: "iswc:T-034.524.680-1", covers: ["http://a.example/1"], shares: {"ipi:00014107338": 1_000_000}}
                      - {work: W-2, covers: ["http://a.example/2"], shares: {ann: 1_000_000}}
                """.utf8))
        let grounds = "grounds: {lists: \"\(config)/grounds/gates.yaml\", mandates: mandates.yaml}"
        let pages = ["1", "2"].map { Record.page("http://a.example/\($0)", Record.prose("harbours \($0)")) }
        try bench.archive("a.warc.gz", Record.silentSite("a.example") + [pages[0]])
        try bench.archive("b.warc.gz", Record.silentSite("a.example") + pages)
        try bench.filter([bench.folder + "/a.warc.gz"], out: "first", more: grounds)
        try bench.filter([bench.folder + "/b.warc.gz"], out: "second", more: grounds)
        _ = try run(["ledger", "init", "log", "--origin", Self.origin], bench)
        let key = try run(["ledger", "key", Self.origin, "--out", "log.key"], bench).output
        try OutputFile.replace(bench.folder + "/log.pub", with: Array(key.utf8))
        return bench
    }

    private func run(_ arguments: [String], _ bench: Workbench, _ code: Int32 = 0) throws -> Command {
        let run = try Command(arguments, in: bench.folder)
        #expect(run.code == code, "\(arguments): \(run.output) \(run.complaints)")
        return run
    }

    private func record(_ bench: Workbench, _ more: [String], _ code: Int32 = 0) throws -> Command {
        let use = ["--licensee", "Lab", "--territory", "DE", "--key", "log.key"]
        return try run(["use", "record", "log"] + more + use, bench, code)
    }

    /// A report, which replaces that of before.
    private func report(
        _ bench: Workbench, _ more: [String], _ code: Int32 = 0, to end: String = "2027-01-01"
    ) throws -> Command {
        if OutputFile.exists(bench.folder + "/usage.tsv") { try OutputFile.remove(bench.folder + "/usage.tsv") }
        return try add(report: more, bench, code, to: end)
    }

    private static let log = ["--log", "log", "--key", "log.pub"]

    private func add(
        report more: [String], _ bench: Workbench, _ code: Int32 = 0, to end: String = "2027-01-01"
    ) throws -> Command {
        let head = [
            "--out", "usage.tsv", "--id", "R-1", "--sender", "Lab", "--recipient", "Society", "--currency", "EUR",
        ]
        let period = ["--from", "2026-01-01", "--to", end]
        return try run(["settle", "report"] + more + head + period, bench, code)
    }

    private func text(_ bench: Workbench) throws -> String {
        String(decoding: try OutputFile.read(bench.folder + "/usage.tsv"), as: UTF8.self)
    }

    private func uses(_ bench: Workbench) throws -> [[String]] {
        try text(bench).split(separator: "\n")
            .filter { $0.hasPrefix("SU") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }

    @Test("each document once for a use, times its epochs; without a record it is prepared and nothing is due")
    func counted() throws {
        let bench = try bench()
        let period = ["--from", "2026-02-01", "--to", "2026-03-01"]
        _ = try record(bench, ["first", "second", "--model", "m-1", "--epochs", "3"] + period)
        #expect(
            try record(bench, ["first", "second", "--model", "m-1", "--epochs", "3"] + period).output
                .contains("has this use already"))
        _ = try record(bench, ["first", "--model", "m-2", "--epochs", "1"] + period)
        // A use of another year is none of this report's.
        _ = try record(
            bench, ["first", "--model", "m-0", "--epochs", "9", "--from", "2025-02-01", "--to", "2025-03-01"])
        _ = try report(bench, ["first", "second"] + Self.log)
        let lines = try uses(bench)
        #expect(lines.map { $0[3] }.sorted() == ["W-2", "iswc:T0345246801", "iswc:T0345246801"])
        #expect(lines.map { $0[10] }.sorted() == ["1", "3", "3"])
        #expect(lines.allSatisfy { $0[12] == "DE" && $0[13] == "Lab" })
        let (read, reader, _) = try SettlementInputs.readUsage(bench.folder + "/usage.tsv")
        #expect(read != nil && reader.faults.isEmpty)
        // A report of what was prepared says so.
        #expect(try report(bench, ["first", "second"]).output.contains("2 documents prepared"))
        #expect(try uses(bench).count == 2)
        #expect(
            String(decoding: try OutputFile.read(bench.folder + "/usage.tsv"), as: UTF8.self)
                .contains("\tprepared, utf-8 bytes"))
        #expect(try run(["use", "list", "log"], bench).output.contains("m-2"))
    }

    @Test("words are counted in the shards, by the rule that the report names; a text that is gone is not guessed")
    func words() throws {
        let bench = try bench()
        let period = ["--epochs", "1", "--from", "2026-11-01", "--to", "2026-11-30"]
        _ = try record(bench, ["second", "--model", "m"] + period)
        _ = try report(bench, ["second", "--count", "words"] + Self.log)
        var due: [String: Int] = [:]
        for line in try RowFile.lines(bench.folder + "/second/documents/part-000000-000.jsonl.zst") {
            let row = try JSONReader.read(line)
            let text = try #require(row["text"]?.string)
            let key = try #require(row["metadata"]?["document_key"]?.string)
            due[key] = text.split { $0.isWhitespace }.count
        }
        #expect(due.count == 2 && due.values.allSatisfy { $0 > 5 })
        var told: [String: Int] = [:]
        for use in try uses(bench) { told[use[5]] = Int(use[9]) }
        #expect(told == due)
        #expect(try text(bench).contains("\twords of the text, muniment-words/1\n"))
        _ = try report(bench, ["second"] + Self.log)
        #expect(try uses(bench).allSatisfy { Int($0[9]) ?? 0 > due[$0[5]] ?? .max })
        let objection = RecallBench.objection("O-1", "url", "http://a.example/1")
        try OutputFile.replace(bench.folder + "/list", with: Array((objection + "\n").utf8))
        try OutputFile.replace(bench.folder + "/psl", with: Workbench.suffixes)
        let recall = ["recall", "second", "--list", "list", "--psl", "psl", "--key", "log.key"]
        _ = try run(recall + ["--at", "\(RecallBench.later)"], bench)
        #expect(
            try report(bench, ["second", "--count", "words"] + Self.log, 2).complaints.contains("--count bytes"))
    }

    @Test("a mandate that did not hold all the time of a use is named, and its money waits; one that was renewed holds")
    func lapsed() throws {
        let bench = try self.bench()
        let plain = String(decoding: try OutputFile.read(bench.folder + "/mandates.yaml"), as: UTF8.self)
        let first = plain.replacing("from: 2026-01-01", with: "from: 2026-01-01\n    to: 2026-11-26")
        let second = plain.replacing("mandates:\n", with: "\n").replacing("id: M-1", with: "id: M-2")
            .replacing("from: 2026-01-01", with: "from: 2026-11-26")
        for (name, mandates, state) in [
            ("ended", first, "UNMATCHED"), ("renewed", first + second, "MATCHED"), ("open", plain, "MATCHED"),
        ] {
            try OutputFile.replace(bench.folder + "/mandates.yaml", with: Array(mandates.utf8))
            try bench.filter(
                [bench.folder + "/a.warc.gz"], out: name,
                more: "grounds: {lists: \"\(Self.lists)\", mandates: mandates.yaml}")
            _ = try run(["ledger", "init", "log-\(name)", "--origin", Self.origin], bench)
            _ = try run(
                ["use", "record", "log-\(name)", name, "--licensee", "Lab", "--territory", "DE", "--key", "log.key"]
                    + ["--model", "m", "--epochs", "1", "--from", "2026-11-24", "--to", "2026-11-30"], bench)
            let told = try report(bench, [name, "--log", "log-\(name)", "--key", "log.pub"]).output
            let isTold = state == "UNMATCHED"
            #expect(try uses(bench).map { $0[4] } == [state], "\(name)")
            #expect(told.contains("did not hold all the time") == isTold, "\(told)")
            #expect(try text(bench).contains("#\tlapsed\t") == isTold)
        }
    }

    private static let lists =
        (#filePath as NSString).deletingLastPathComponent + "/../../../config/grounds/gates.yaml"

    @Test("a document recalled before a use is none of it; one recalled while it went on was used")
    func recalled() throws {
        let bench = try bench()
        let objection = RecallBench.objection("O-1", "url", "http://a.example/1")
        try OutputFile.replace(bench.folder + "/list", with: Array((objection + "\n").utf8))
        try OutputFile.replace(bench.folder + "/psl", with: Workbench.suffixes)
        let recall = ["recall", "second", "--list", "list", "--psl", "psl", "--key", "log.key"]
        _ = try run(recall + ["--at", "\(RecallBench.later)"], bench)
        for (model, from) in [("before", "2026-11-01"), ("after", "2026-11-29")] {
            _ = try record(
                bench, ["second", "--model", model, "--epochs", "1", "--from", from, "--to", "2026-11-30"])
        }
        let told = try report(bench, ["second"] + Self.log).output
        #expect(told.contains("1 documents had been recalled"), "\(told)")
        #expect(try uses(bench).map { $0[3] } == ["iswc:T0345246801", "W-2", "W-2"])
        // It leaves with the time in which it was used.
        let notes = try text(bench).split(separator: "\n").filter { $0.hasPrefix("#\trecalled") }
        #expect(notes.count == 1 && notes[0].hasSuffix("\t2026-11-01T00:00:00Z\t\(RecallBench.later)"), "\(notes)")
    }

    @Test("a run that is not given, an entry that changed, a file that is there: a report is refused")
    func refused() throws {
        let bench = try bench()
        let period = ["--from", "2026-02-01", "--to", "2026-03-01"]
        _ = try record(bench, ["first", "second", "--model", "m-1", "--epochs", "1"] + period)
        #expect(try report(bench, ["first"] + Self.log, 2).complaints.contains("output folders too"))
        // What was written stays.
        _ = try report(bench, ["first", "second"] + Self.log)
        #expect(try add(report: ["first", "second"] + Self.log, bench, 2).complaints.contains("name another file"))
        #expect(try uses(bench).count == 2)
        // An entry whose number was changed is not what was signed.
        let entries = bench.folder + "/log/entries.jsonl"
        let text = String(decoding: try OutputFile.read(entries), as: UTF8.self)
        try OutputFile.replace(entries, with: Array(text.replacing("\"epochs\":1", with: "\"epochs\":2").utf8))
        #expect(
            try report(bench, ["first", "second"] + Self.log, 1).complaints.contains("not signed by the key"))
    }

    @Test("a use is signed by the key that is given, or by one that took over from it, or left out and named")
    func signers() throws {
        let bench = try bench()
        let period = ["--epochs", "1", "--from", "2026-02-01", "--to", "2026-03-01"]
        _ = try record(bench, ["first", "--model", "m-1"] + period)
        let stranger = try run(["ledger", "key", "stranger.example", "--out", "stranger.key"], bench).output
        let use = ["use", "record", "log", "first", "--licensee", "Lab", "--territory", "DE"]
        _ = try run(use + ["--model", "m-2", "--key", "stranger.key"] + period, bench)
        #expect(try report(bench, ["first", "--log", "log"], 2).complaints.contains("--log needs --key"))
        #expect(try report(bench, ["first", "--key", "log.pub"], 2).complaints.contains("--log"))
        let told = try report(bench, ["first"] + Self.log).complaints
        #expect(told.contains("m-2") && told.contains("left out") && !told.contains("m-1"), "\(told)")
        #expect(try uses(bench).count == 1)
        let key = stranger.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(try report(bench, ["first", "--log", "log", "--key", key]).complaints.contains("m-1"))
        #expect(try uses(bench).count == 1)
        _ = try run(["ledger", "key", Self.origin, "--out", "next.key"], bench)
        _ = try run(["ledger", "rotate", "log", "--from", "log.key", "--to", "next.key"], bench)
        _ = try run(use + ["--model", "m-3", "--key", "next.key"] + period, bench)
        #expect(try !report(bench, ["first"] + Self.log).complaints.contains("m-3"))
        #expect(try uses(bench).count == 2)
    }

    @Test("an entry that is no use is refused by its line, and takes nothing from the others")
    func broken() throws {
        let bench = try bench()
        let period = ["--from", "2026-02-01", "--to", "2026-03-01"]
        for epochs in ["1", "3"] {
            _ = try record(bench, ["first", "second", "--model", "m-\(epochs)", "--epochs", epochs] + period)
        }
        let entries = bench.folder + "/log/entries.jsonl"
        let text = String(decoding: try OutputFile.read(entries), as: UTF8.self)
        try OutputFile.replace(entries, with: Array(text.replacing("\"epochs\":3", with: "\"epochs\":2").utf8))
        let told = try report(bench, ["first", "second"] + Self.log, 1).complaints
        #expect(told.contains("entries.jsonl:2: ") && told.contains("not signed by the key"), "\(told)")
        #expect(try uses(bench).map { $0[10] } == ["1", "1"])
        let (read, reader, _) = try SettlementInputs.readUsage(bench.folder + "/usage.tsv")
        #expect(read != nil && reader.faults.isEmpty)
        let list = try run(["use", "list", "log"], bench, 1)
        #expect(list.output.contains("m-1") && !list.output.contains("m-3") && list.complaints.contains(":2: "))
    }

    @Test("two records that may be one use are named and counted, and both count")
    func nearDoubles() throws {
        let bench = try bench()
        let days = [("2026-02-01", "2026-05-01"), ("2026-02-03", "2026-05-01"), ("2026-04-01", "2026-07-01")]
        for (from, to) in days {
            _ = try record(bench, ["first", "--model", "m", "--epochs", "1", "--from", from, "--to", to])
        }
        _ = try record(
            bench, ["first", "--model", "other", "--epochs", "1", "--from", "2026-02-01", "--to", "2026-05-01"])
        let run = try report(bench, ["first", "--json"] + Self.log)
        #expect(try JSONReader.read(Array(run.output.utf8))["nearDoubles"]?.integer == 1)
        #expect(run.complaints.contains("2026-02-01T00:00:00Z to 2026-05-01T00:00:00Z"), "\(run.complaints)")
        #expect(try uses(bench).count == 4)
    }

    @Test("documents that rest on a notice are reported for its own pool, at the rate that it announced")
    func onNotice() throws {
        let bench = try Workbench(packs: "cn-proposed")
        try OutputFile.replace(
            bench.folder + "/notices.yaml",
            with: Array(
                """
                notices:
                  - id: N-1
                    version: 1
                    sources: [a.example]
                    purposes: [pretrain]
                    commercial: true
                    territories: [DE]
                    collection: {from: 2026-06-01, to: 2027-05-31}
                    published: 2026-06-01
                    period_days: 90
                    probes: [{from: 2026-06-01, to: 2027-05-31}]
                    witness: "RFC 3161 token of 2026-06-01"
                    remuneration: "150 EUR per 1000 documents"
                """.utf8))
        let config = (#filePath as NSString).deletingLastPathComponent + "/../../../config"
        let pages = ["1", "2"].map { Record.page("http://a.example/\($0)", Record.prose("harbours \($0)")) }
        try bench.archive("a.warc.gz", Record.silentSite("a.example") + pages)
        try bench.filter(
            [bench.folder + "/a.warc.gz"], out: "first",
            more: "grounds: {lists: \"\(config)/grounds/gates.yaml\", notices: notices.yaml}")
        _ = try run(["ledger", "init", "log", "--origin", Self.origin], bench)
        let key = try run(["ledger", "key", Self.origin, "--out", "log.key"], bench).output
        try OutputFile.replace(bench.folder + "/log.pub", with: Array(key.utf8))
        _ = try record(
            bench, ["first", "--model", "m", "--epochs", "1", "--from", "2026-02-01", "--to", "2026-03-01"])
        // None of a mandate's uses, and told as what they are.
        #expect(try report(bench, ["first"] + Self.log).output.contains("2 documents rest on a notice"))
        #expect(try uses(bench).isEmpty)
        _ = try report(bench, ["first", "--notice", "N-1"] + Self.log)
        #expect(
            try uses(bench).map { [$0[2], $0[3], $0[4], $0[6]] } == [
                ["N-1/v1", "", "UNMATCHED", "a.example"], ["N-1/v1", "", "UNMATCHED", "a.example"],
            ])
        let open = [
            "settle", "notice", "N-1", "--notices", "notices.yaml", "--society", "Society", "--out", "pool.yaml",
        ]
        let period = ["--from", "2026-01-01", "--to", "2027-01-01", "--year-end", "2026-12-31"]
        #expect(try run(open + period + ["--dry-run"], bench).output.contains("rate: 15/1"))
        #expect(!OutputFile.exists(bench.folder + "/pool.yaml"))
        _ = try run(open + period, bench)
        try OutputFile.replace(
            bench.folder + "/shares.tsv", with: Array("work\tparty\trole\tppm\tsociety\tmark\n".utf8))
        _ = try run(
            ["settle", "claim", "filings.jsonl", "--id", "K-1", "--domain", "A.example", "--party", "ann"]
                + ["--ppm", "1000000", "--evidence", "imprint"], bench)
        let allocate = ["settle", "allocate", "--pool", "pool.yaml", "--usage", "usage.tsv", "--shares", "shares.tsv"]
        #expect(try run(allocate + ["--out", "held"], bench).output.contains("0.30 EUR"))
        #expect(
            try run(["settle", "unmatched", "held", "--search", "http://a.example/1"], bench).output.contains("0.30"))
        #expect(try run(["settle", "unmatched", "held", "--search", "b.example"], bench, 1).output.contains("nothing"))
        _ = try run(allocate + ["--filings", "filings.jsonl", "--out", "paid"], bench)
        let paid = String(decoding: try OutputFile.read(bench.folder + "/paid/payments.tsv"), as: UTF8.self)
        #expect(paid.contains("ann\t30\t0\t0\t30\t0"), "\(paid)")
        _ = try run(["settle", "recompute", "paid"], bench)
    }

    @Test(
        "a use is due once, in the period in which it ends; one that goes on beyond is named",
        arguments: [
            ("2025-12-01", "2026-01-01", 0, false), ("2025-12-01", "2026-01-02", 1, false),
            ("2026-06-01", "2026-07-01", 1, false), ("2026-06-01", "2026-07-02", 0, true),
            ("2025-12-01", "2026-07-02", 0, true), ("2026-07-01", "2026-08-01", 0, false),
        ])
    func acrossPeriods(_ from: String, _ to: String, _ count: Int, _ isTold: Bool) throws {
        let bench = try bench()
        _ = try record(bench, ["first", "--model", "m-1", "--epochs", "1", "--from", from, "--to", to])
        let told = try report(bench, ["first"] + Self.log, to: "2026-07-01").complaints
        #expect(try uses(bench).count == count)
        #expect((told.contains("m-1") && told.contains("goes on beyond the period")) == isTold, "\(told)")
    }

    @Test(
        "what cannot be meant is refused before anything is written",
        arguments: [
            (["first", "--model", "m", "--epochs", "0", "--from", "2026-02-01", "--to", "2026-03-01"], "epochs"),
            (
                ["first", "--model", "m", "--epochs", "1", "--from", "2026-03-01", "--to", "2026-02-01"],
                "before it begins"
            ),
            (
                ["first", "--model", "m", "--epochs", "1", "--from", "2026-02-01", "--to", "2999-03-01"],
                "which is to come"
            ),
            (["first", "--model", "m", "--epochs", "1", "--from", "May", "--to", "2026-02-01"], "--from is a day"),
            (
                ["first", "--model", "m\u{202E}1", "--epochs", "1", "--from", "2026-02-01", "--to", "2026-03-01"],
                "--model holds U+202E"
            ),
            (["first", "--model", "", "--epochs", "1", "--from", "2026-02-01", "--to", "2026-03-01"], "a model"),
            (
                ["log", "--model", "m", "--epochs", "1", "--from", "2026-02-01", "--to", "2026-03-01"],
                "finished output"
            ),
            (
                [
                    "first", "--part", "part-000009-000", "--model", "m", "--epochs", "1", "--from", "2026-02-01",
                    "--to",
                    "2026-03-01",
                ], "no output has a part"
            ),
        ])
    func badInput(_ arguments: [String], _ reason: String) throws {
        let bench = try bench()
        #expect(try record(bench, arguments, 2).complaints.contains(reason))
        #expect(try OperatorLog(bench.folder + "/log").size == 0)
    }
}

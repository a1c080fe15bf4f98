import Canonical
import Foundation
import Settlement
import Shards
import Testing

@testable import Jobs

@Suite("settle: what is damaged is a finding and named, what is closed stays, what was stopped leaves nothing half")
struct SettleCommandTests {
    /// A folder with a pool, a usage report, shares, and a key.
    private struct Desk {
        let folder: String

        init(works: Int = 2, to end: String = "2026-07-01") throws {
            folder = NSTemporaryDirectory() + "settle-command-" + UUID().uuidString
            try OutputFile.makeFolder(folder)
            try put(
                "pool.yaml",
                """
                pool: P-1
                society: Society
                from: 2026-01-01
                to: \(end)
                currency: EUR
                gross: 1_000_000
                deductions: [{name: administration, rate: 12.5%}]
                method: tokens
                financial_year_end: 2026-12-31
                """)
            var shares = "work\tparty\trole\tppm\tsociety\tmark\n"
            for work in 0..<works { shares += "W-\(work)\tp-\(work)\tA\t1000000\tSociety\t\n" }
            try put("shares.tsv", shares)
            try put("usage.tsv", Self.report(works, end))
            let key = try run(["ledger", "key", "society.example", "--out", "key"]).output
            try put("key.pub", key)
        }

        private static func report(_ works: Int, _ end: String) throws -> String {
            var bytes: [UInt8] = []
            let head = UsageReport.Head(
                report: "R-1", sender: "Lab", recipient: "Society", from: Timestamp(day: "2026-01-01")!,
                to: Timestamp(day: end)!, currency: "EUR", counting: "bytes")
            var writer = try UsageWriter(head) { bytes += $0 }
            for work in 0..<works {
                try writer.add(
                    UsageLine(
                        tariff: "T", work: "W-\(work)", match: .matched, document: "d\(work)", domain: "a.example",
                        workClass: "", documents: 1, tokens: UInt64(work + 5), epochs: 1, basis: "cn=lic.cmo.voluntary",
                        territory: "CN", licensee: "Lab"))
            }
            _ = try writer.finish()
            return String(decoding: bytes, as: UTF8.self)
        }

        func put(_ name: String, _ text: String) throws {
            try OutputFile.replace("\(folder)/\(name)", with: Array(text.utf8))
        }

        func text(_ name: String) throws -> String {
            String(decoding: try OutputFile.read("\(folder)/\(name)"), as: UTF8.self)
        }

        @discardableResult
        func run(_ arguments: [String], _ code: Int32 = 0) throws -> Command {
            let run = try Command(arguments, in: folder)
            #expect(run.code == code, "\(arguments): \(run.output) \(run.complaints)")
            return run
        }

        static let allocate = [
            "settle", "allocate", "--pool", "pool.yaml", "--usage", "usage.tsv", "--shares", "shares.tsv",
        ]

        @discardableResult
        func allocate(_ out: String = "out", _ more: [String] = [], _ code: Int32 = 0) throws -> Command {
            try run(Self.allocate + ["--out", out] + more, code)
        }
    }

    @Test(
        "a file of a settled pool that is gone or changed is a finding that names it",
        arguments: [
            "allocation.tsv", "payments.tsv", "journal.jsonl", "unmatched.tsv", "unmatched.html", "settlement.json",
            "inputs/pool.yaml", "inputs/usage.tsv", "inputs/shares.tsv", "inputs/filings.jsonl",
            "statements/summary.html", "statements/index.tsv", "statements/1.csv",
        ])
    func damage(_ name: String) throws {
        let desk = try Desk()
        try desk.allocate()
        try desk.run(["settle", "statement", "out"])
        try desk.run(["settle", "recompute", "out"])
        let whole = try desk.text("out/" + name)
        try OutputFile.remove(desk.folder + "/out/" + name)
        let last = name.split(separator: "/").last.map(String.init) ?? name
        // Shares that are gone are none of a kind, which the report of the whole says.
        let gone = try desk.run(["settle", "recompute", "out"], 1)
        #expect((gone.output + gone.complaints).contains(last), "\(gone.complaints)")
        try desk.put("out/" + name, whole + "x\n")
        let changed = try desk.run(["settle", "recompute", "out"], 1)
        #expect(!changed.complaints.isEmpty)
    }

    @Test("a folder that is none is a usage error, and so are rules that are not known here")
    func noFolder() throws {
        let desk = try Desk()
        try desk.run(["settle", "recompute", "nowhere"], 2)
        try OutputFile.makeFolder(desk.folder + "/empty")
        try desk.run(["settle", "recompute", "empty"], 2)
        try desk.allocate()
        let summary = try desk.text("out/settlement.json")
        try desk.put("out/settlement.json", summary.replacing("\"rules\":4", with: "\"rules\":99"))
        #expect(try desk.run(["settle", "recompute", "out"], 1).complaints.contains("newer muniment"))
    }

    @Test("nothing is added to a settled pool, and nothing is written into a closed one")
    func closed() throws {
        let desk = try Desk()
        let claim = ["--id", "K", "--work", "W-0", "--party", "eve", "--ppm", "5", "--evidence", "e"]
        let match = ["--id", "C", "--work", "W-0", "--by", "S", "--evidence", "e"]
        let dispute = ["--id", "D", "--work", "W-0", "--party", "p-0", "--ppm", "5", "--opened", "2026-02-01"]
        try desk.allocate()
        let before = try OutputFile.read(desk.folder + "/out/inputs/filings.jsonl")
        for (command, more) in [("claim", claim), ("match", match), ("dispute", dispute)] {
            for file in ["out/inputs/filings.jsonl", "out/more.jsonl", "out/inputs/../inputs/new.jsonl"] {
                #expect(
                    try desk.run(["settle", command, file] + more, 2).complaints.contains("stays as it is"),
                    "\(command) \(file)")
            }
            try desk.run(["settle", command, "filings.jsonl"] + more)
        }
        #expect(try OutputFile.read(desk.folder + "/out/inputs/filings.jsonl") == before)
        try desk.run(["settle", "close", "out", "--key", "key"])
        #expect(try desk.run(["settle", "statement", "out"], 2).complaints.contains("closed"))
        #expect(try desk.run(["settle", "statement", "out", "--dry-run"]).output.contains("p-0"))
        try desk.allocate("out", [], 2)
        try desk.run(["settle", "close", "out", "--key", "key"], 2)
        try desk.run(["settle", "recompute", "out", "--key", "key.pub"])
    }

    @Test("a period is closed once: the log has its seal, and gives it back")
    func sealed() throws {
        let desk = try Desk()
        try desk.allocate()
        try desk.run(["ledger", "init", "log", "--origin", "lab.example"])
        // A period closed without the log is put into it later.
        try desk.run(["settle", "close", "out", "--key", "key"])
        let seal = try desk.text("out/close.json")
        try desk.run(["settle", "recompute", "out", "--key", "key.pub", "--log", "log"], 1)
        try desk.run(["settle", "close", "out", "--key", "key", "--log", "log"])
        try desk.run(["settle", "recompute", "out", "--key", "key.pub", "--log", "log"])
        try desk.run(["settle", "close", "out", "--key", "key", "--log", "log"], 2)
        // A seal taken away comes back as it was, and no other takes its place.
        try OutputFile.remove(desk.folder + "/out/close.json")
        try desk.run(["ledger", "key", "other.example", "--out", "other"])
        let refused = try desk.run(["settle", "close", "out", "--key", "other", "--log", "log"], 2).complaints
        #expect(refused.contains("closed once") && !OutputFile.exists(desk.folder + "/out/close.json"))
        try desk.run(["settle", "close", "out", "--key", "key", "--log", "log"])
        #expect(try desk.text("out/close.json") == seal)
        // The same pool with other sums is not closed beside it.
        try desk.put("pool.yaml", desk.text("pool.yaml").replacingOccurrences(of: "1_000_000", with: "1_000_001"))
        try desk.allocate("again")
        try desk.run(["settle", "close", "again", "--key", "key", "--log", "log"], 2)
        #expect(!OutputFile.exists(desk.folder + "/again/close.json"))
    }

    @Test(
        "a seal that was changed is found without the key, and a changed input is named", arguments: ["", "{}\n", "x"])
    func changedSeal(text: String) throws {
        let desk = try Desk()
        try desk.allocate()
        try desk.run(["settle", "close", "out", "--key", "key"])
        try desk.run(["settle", "recompute", "out"])
        try desk.put("out/close.json", text == "x" ? desk.text("out/close.json") + "x" : text)
        #expect(try desk.run(["settle", "recompute", "out"], 1).complaints.contains("close.json"))
        try desk.allocate("open")
        try desk.put("open/inputs/pool.yaml", desk.text("open/inputs/pool.yaml") + " ")
        let told = try desk.run(["settle", "recompute", "open"], 1).complaints
        #expect(told.contains("inputs/pool.yaml") && !told.contains("allocation.tsv"))
    }

    @Test("a period that goes on is not closed, and what is dated in the future is not taken")
    func future() throws {
        let desk = try Desk(to: "2999-01-01")
        #expect(try desk.allocate().complaints.contains("goes on until 2999-01-01"))
        #expect(try desk.run(["settle", "close", "out", "--key", "key"], 2).complaints.contains("goes on until"))
        #expect(
            try desk.run(["settle", "close", "out", "--key", "key", "--dry-run"], 2).complaints.contains("goes on"))
        #expect(!OutputFile.exists(desk.folder + "/out/close.json"))
        let dispute = ["settle", "dispute", "f.jsonl", "--id", "D", "--work", "W-0", "--party", "p-0", "--ppm", "5"]
        #expect(try desk.run(dispute + ["--opened", "2999-01-01"], 2).complaints.contains("which is to come"))
        #expect(!OutputFile.exists(desk.folder + "/f.jsonl"))
        try desk.run(dispute + ["--opened", "2026-01-01"])
        try desk.put("f.jsonl", desk.text("f.jsonl").replacing("2026-01-01T", with: "2999-01-01T"))
        let refused = try desk.allocate("other", ["--filings", "f.jsonl"], 2)
        #expect(refused.complaints.contains("dispute D was opened on 2999-01-01"))
        #expect(!OutputFile.exists(desk.folder + "/other"))
    }

    @Test("every command that only reads takes --dry-run and writes nothing")
    func readers() throws {
        let desk = try Desk()
        try desk.allocate()
        let before = try FileManager.default.subpathsOfDirectory(atPath: desk.folder).sorted()
        for command in [["usage", "usage.tsv"], ["pool", "pool.yaml"], ["recompute", "out"], ["unmatched", "out"]] {
            let json = try desk.run(["settle"] + command + ["--dry-run", "--json"])
            #expect(json.output.split(separator: "\n").allSatisfy { $0.hasPrefix("{") })
        }
        let closing = try desk.run(["settle", "close", "out", "--key", "key", "--dry-run", "--json"]).output
        #expect(try JSONReader.read(Array(closing.utf8))["pool"]?.string == "P-1")
        #expect(try FileManager.default.subpathsOfDirectory(atPath: desk.folder).sorted() == before)
    }

    @Test(
        "settle pool refuses what settle allocate refuses, in the same words",
        arguments: [
            "adjustments: [{id: J, party: eve, amount: 5, reason: r}]",
            "disputes: [{id: Q, work: W-0, party: eve, ppm: 5, opened: 2026-05-01}]",
            "disputes: [{id: Q, work: W-0, party: p-0, ppm: 5, opened: 2999-01-01}]",
            "tariff: {id: T, basis: flat, rate: 5}", "claims_to: \"a\\x85b\"", "",
        ])
    func pool(more: String) throws {
        let desk = try Desk()
        try desk.put("pool.yaml", desk.text("pool.yaml") + "\n" + more)
        let looked = try Command(["settle", "pool", "pool.yaml", "--shares", "shares.tsv"], in: desk.folder)
        let settled = try Command(Desk.allocate + ["--out", "out", "--dry-run"], in: desk.folder)
        #expect(looked.code == settled.code && (looked.code == 0) == more.isEmpty, "\(looked.complaints)")
        #expect(looked.complaints == settled.complaints)
    }

    @Test("a payment in another currency is shown in that currency")
    func currencies() throws {
        let desk = try Desk()
        try desk.put(
            "pool.yaml",
            desk.text("pool.yaml") + """

                rates: [{id: R-1, currency: JPY, rate: 160.37}]
                payouts: {p-0: R-1}
                """)
        let text = try desk.allocate("out").output
        #expect(text.contains("637835 JPY (3977.27 EUR by R-1)") && text.contains("4772.73 EUR"), "\(text)")
        let told = try desk.run(["settle", "statement", "out"]).output
        #expect(told.contains("p-0: 637835 JPY (3977.27 EUR by R-1) paid, 0.00 EUR carried forward"), "\(told)")
    }

    @Test("what was filed and no use answers to is named, and counted in the JSON")
    func idle() throws {
        let desk = try Desk()
        for number in 0..<7 {
            try desk.run(
                ["settle", "claim", "f.jsonl", "--id", "K-\(number)", "--work", "W-9\(number)", "--party", "eve"]
                    + ["--ppm", "5", "--evidence", "e"])
        }
        try desk.run(
            ["settle", "claim", "f.jsonl", "--id", "K", "--work", "W-0", "--party", "eve", "--ppm", "5"]
                + ["--evidence", "e"])
        let told = try desk.allocate("out", ["--filings", "f.jsonl", "--json"])
        #expect(told.complaints.contains("claim K-0 names W-90, and no use of the period"), "\(told.complaints)")
        #expect(told.complaints.contains("and 2 more filings") && !told.complaints.contains("W-0,"))
        let idle = try JSONReader.read(Array(told.output.utf8.dropLast()))["idleFilings"]
        #expect(idle?["count"]?.integer == 7 && idle?["first"]?.array?.count == 5)
        let none = try JSONReader.read(Array(desk.allocate("other", ["--json"]).output.utf8.dropLast()))["idleFilings"]
        #expect(none?["count"]?.integer == 0)
    }

    @Test("whose file is to be mended is told: the sender's, or one's own")
    func advice() throws {
        let desk = try Desk()
        let (usage, shares) = (try desk.text("usage.tsv"), try desk.text("shares.tsv"))
        try desk.put("shares.tsv", shares.replacing("1000000", with: "900000"))
        let own = try desk.allocate("out", [], 1).complaints
        #expect(own.contains("mend shares.tsv") && !own.contains("sender"), "\(own)")
        try desk.put("shares.tsv", shares)
        try desk.put("usage.tsv", usage.replacing("d1", with: "d0"))
        let theirs = try desk.allocate("out", [], 1).complaints
        #expect(theirs.contains("ask the sender of usage.tsv") && !theirs.contains(": mend"), "\(theirs)")
        #expect(!OutputFile.exists(desk.folder + "/out"))
    }

    @Test(
        "killed while it writes, a settling leaves nothing under its name, and is done again", .timeLimit(.minutes(5)),
        arguments: ["inputs/usage.tsv", "allocation.tsv", "journal.jsonl", "unmatched.html.open"])
    func killed(_ name: String) throws {
        let desk = try Desk(works: 20_000)
        var halves = 0
        for _ in 1...20 where halves == 0 {
            let run = try Command.start(
                Desk.allocate + ["--out", "out"], in: desk.folder, name: "killed-\(UUID().uuidString)")
            while run.process.isRunning, !OutputFile.exists("\(desk.folder)/out.open/\(name)") { usleep(200) }
            kill(run.process.processIdentifier, SIGKILL)
            run.process.waitUntilExit()
            let isHalf = OutputFile.exists("\(desk.folder)/out.open")
            #expect(OutputFile.exists("\(desk.folder)/out") != isHalf)
            if isHalf { halves += 1 } else { try FileManager.default.removeItem(atPath: desk.folder + "/out") }
        }
        #expect(halves == 1, "no run was stopped while it wrote")
        try desk.allocate()
        try desk.run(["settle", "recompute", "out"])
        #expect(!OutputFile.exists(desk.folder + "/out.open"))
    }

    @Test("what a stopped run left is taken away, and nothing of others beside it")
    func leftovers() throws {
        let desk = try Desk()
        try OutputFile.makeFolder(desk.folder + "/out.open/inputs")
        try desk.put("out.open/allocation.tsv.open", "half")
        try desk.put("out.open/inputs/pool.yaml", "half")
        try desk.allocate()
        try desk.run(["settle", "recompute", "out"])
        #expect(!OutputFile.exists(desk.folder + "/out.open"))
        try OutputFile.makeFolder(desk.folder + "/other.open")
        try desk.put("other.open/letters.txt", "mine")
        #expect(try desk.allocate("other", [], 2).complaints.contains("letters.txt is in the way"))
        #expect(try desk.text("other.open/letters.txt") == "mine")
    }
}

import Canonical
import Foundation
import Ledger
import Shards
import Testing

@testable import Settlement

@Suite("A settled pool: recomputed to the byte, closed once, and never opened again")
struct FolderTests {
    private func settled() throws -> (SettlementFolder, Desk) {
        let desk = try Desk()
        let usage = String(decoding: try Desk.report([Desk.use("A", 7), Desk.use("B", 5)]), as: UTF8.self)
        let (pool, uses, shares) = (
            try desk.put("pool.yaml", Desk.pool()), try desk.put("usage.tsv", usage),
            try desk.put("shares.tsv", Desk.whole(["A", "B"]))
        )
        let folder = SettlementFolder(desk.folder + "/out")
        let allocation = try SettlementInputs.read(pool: pool, usage: uses, shares: shares).allocate()
        _ = try folder.write(allocation, pool: pool, usage: uses, shares: shares)
        return (folder, desk)
    }

    @Test("what was written is what comes out again, and any changed file is named")
    func recompute() throws {
        let (folder, _) = try settled()
        #expect(try folder.recompute().differing.isEmpty)
        for name in ["allocation.tsv", "journal.jsonl", "payments.tsv", "unmatched.tsv", "settlement.json"] {
            let path = "\(folder.path)/\(name)"
            let bytes = try OutputFile.read(path)
            var changed = bytes
            changed[changed.count / 2] ^= 1
            try OutputFile.replace(path, with: changed)
            #expect(try folder.recompute().differing.contains(name))
            try OutputFile.replace(path, with: bytes)
        }
    }

    @Test("a closed period is signed, refuses another allocation, and shows what was changed after it")
    func close() throws {
        let (folder, desk) = try settled()
        let key = try SigningKey(newNamed: "society.example")
        _ = try folder.close(key: key, at: Timestamp(rfc3339: "2027-02-01T00:00:00Z")!)
        try folder.checkSeal(key.verifying)
        #expect(throws: SettlementError.self) {
            try folder.checkSeal(SigningKey(newNamed: "society.example").verifying)
        }
        #expect(throws: SettlementError.self) { try folder.close(key: key, at: Desk.time("2027-01-01")) }
        let inputs = try SettlementInputs.read(
            pool: desk.folder + "/pool.yaml", usage: desk.folder + "/usage.tsv", shares: desk.folder + "/shares.tsv")
        #expect(throws: SettlementError.self) {
            try folder.write(
                inputs.allocate(), pool: desk.folder + "/pool.yaml", usage: desk.folder + "/usage.tsv",
                shares: desk.folder + "/shares.tsv")
        }
        try OutputFile.replace(folder.path + "/settlement.json", with: Array("{}\n".utf8))
        #expect(throws: SettlementError.self) { try folder.checkSeal(key.verifying) }
    }

    @Test(
        "links and pipes are no files of it, and no pipe is waited for",
        arguments: ["payments.tsv", "inputs/usage.tsv", "settlement.json", "inputs"])
    func entries(_ name: String) throws {
        let (folder, desk) = try settled()
        #expect(try folder.recomputeAll().differing.isEmpty)
        let (path, away) = (folder.path + "/" + name, desk.folder + "/elsewhere")
        try FileManager.default.moveItem(atPath: path, toPath: away)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: away)
        #expect(throws: SettlementError.self) { try folder.recomputeAll() }
        try FileManager.default.removeItem(atPath: path)
        try #require(mkfifo(path, 0o600) == 0)
        #expect(throws: SettlementError.self) { try folder.recomputeAll() }
    }

    @Test("a seal is as it was written, to its last byte")
    func seal() throws {
        let (folder, _) = try settled()
        let key = try SigningKey(newNamed: "society.example")
        let seal = try folder.close(key: key, at: Desk.time("2027-01-01"))
        try OutputFile.replace(folder.path + "/close.json", with: seal + [0x0A])
        #expect(throws: SettlementError.self) { try folder.checkSeal(key.verifying) }
    }

    @Test("a folder that holds anything is not settled into, least of all one whose seal was taken away")
    func reopened() throws {
        let (folder, desk) = try settled()
        _ = try folder.close(key: SigningKey(newNamed: "society.example"), at: Desk.time("2027-01-01"))
        try OutputFile.remove(folder.path + "/close.json")
        let names = ["pool.yaml", "usage.tsv", "shares.tsv"].map { desk.folder + "/" + $0 }
        let before = try OutputFile.read(folder.path + "/payments.tsv")
        let allocation = try SettlementInputs.read(pool: names[0], usage: names[1], shares: names[2]).allocate()
        func write(_ place: String) throws {
            _ = try SettlementFolder(place).write(allocation, pool: names[0], usage: names[1], shares: names[2])
        }
        let error = #expect(throws: SettlementError.self) { try write(folder.path) }
        #expect(error?.code == .closed && error?.reason.contains("name another folder") == true)
        #expect(try OutputFile.read(folder.path + "/payments.tsv") == before)
        try OutputFile.makeFolder(desk.folder + "/empty")
        try write(desk.folder + "/empty")
    }

    @Test("statements are compared byte for byte, and a file that nothing explains is named")
    func statements() throws {
        let (folder, _) = try settled()
        let (allocation, payments, _) = try folder.recompute()
        #expect(try folder.recomputeAll().differing.isEmpty)
        let place = folder.path + "/statements"
        try OutputFile.makeFolder(place)
        let all = Statement.all(allocation, payments)
        #expect(all.count == 2)
        try OutputFile.replace(place + "/index.tsv", with: Statement.index(all))
        #expect(try folder.recomputeAll().differing == ["statements/summary.html"])
        try OutputFile.replace("\(place)/\(SocietyPage.name)", with: SocietyPage(allocation, payments).html)
        // Those of one party alone are whole too.
        for file in all[1].files(number: 2) { try OutputFile.replace("\(place)/\(file.name)", with: file.bytes()) }
        #expect(try folder.recomputeAll().differing.isEmpty)
        for name in ["summary.html", "index.tsv", "2.csv", "2.json", "2.html"] {
            let bytes = try OutputFile.read("\(place)/\(name)")
            try OutputFile.replace("\(place)/\(name)", with: bytes + [0x0A])
            #expect(try folder.recomputeAll().differing == ["statements/\(name)"])
            try OutputFile.remove("\(place)/\(name)")
            #expect(try folder.recomputeAll().differing == ["statements/\(name)"])
            try OutputFile.replace("\(place)/\(name)", with: bytes)
        }
        for name in ["statements/3.csv", "statements/x", "inputs/mandates.tsv", "notes.txt"] {
            try OutputFile.replace("\(folder.path)/\(name)", with: [0x0A])
            #expect(try folder.recomputeAll().differing == [name])
            #expect(throws: SettlementError.self) {
                try folder.close(key: SigningKey(newNamed: "society.example"), at: Desk.time("2027-01-01"))
            }
            try OutputFile.remove("\(folder.path)/\(name)")
        }
    }

    @Test("a dispute holds its part, a claim is paid within what nobody claims, and both are recomputed")
    func filings() throws {
        let desk = try Desk()
        let usage = String(decoding: try Desk.report([Desk.use("A", 1)]), as: UTF8.self)
        let table = "A\tann\tA\t600000\tSociety\tpartial\n"
        var filed = try Filings.dispute(
            id: "D", work: "A", party: "ann", ppm: 100_000, opened: Timestamp(rfc3339: "2026-12-01T00:00:00Z")!)
        filed += Filings.line(try Filings.Claim(id: "K", work: "A", party: "ben", ppm: 300_000, evidence: "contract"))
        filed += Filings.line(try Filings.Claim(id: "L", work: "A", party: "cat", ppm: 200_000, evidence: "letter"))
        let paths = try (
            pool: desk.put("pool.yaml", Desk.pool(gross: "gross: 1000", deductions: "[]")),
            usage: desk.put("usage.tsv", usage), shares: desk.put("shares.tsv", table),
            filings: desk.put("filings.jsonl", String(decoding: filed, as: UTF8.self))
        )
        let inputs = try SettlementInputs.read(
            pool: paths.pool, usage: paths.usage, shares: paths.shares, filings: paths.filings)
        let allocation = try inputs.allocate()
        // 1,100,000 are claimed: each gets what the others leave, and the overlap waits.
        var amounts: [String: Int64] = [:]
        for line in allocation.lines { amounts["\(line.party) \(line.state.rawValue)", default: 0] += line.amount }
        #expect(
            amounts == [
                "ann PAYABLE": 400, "ann HELD_DISPUTE": 100, "ben PAYABLE": 200, "cat PAYABLE": 100,
                " HELD_DISPUTE": 200,
            ])
        let folder = SettlementFolder(desk.folder + "/out")
        _ = try folder.write(
            allocation, pool: paths.pool, usage: paths.usage, shares: paths.shares, filings: paths.filings)
        #expect(try folder.recompute().differing.isEmpty)
        // Without them the whole is another, and the folder says which of its inputs is not what it was.
        try OutputFile.replace(folder.path + "/inputs/filings.jsonl", with: [])
        #expect {
            _ = try folder.recompute()
        } throws: { error in
            (error as? SettlementError)?.code == .mismatch && "\(error)".contains("inputs/filings.jsonl")
        }
    }

    @Test(
        "filings that are wrong are told by line, and nothing is shared out",
        arguments: [
            ("{}", "id is missing"), ("no", "no JSON"),
            (#"{"id":"X","kind":"wish","party":"p","ppm":5,"work":"A"}"#, "none of claim, dispute and match"),
            (#"{"evidence":"e","id":"X","kind":"claim","party":"p","ppm":1000001,"work":"A"}"#, "1000001 millionths"),
            (#"{"evidence":"","id":"X","kind":"claim","party":"p","ppm":5,"work":"A"}"#, "no evidence"),
            (
                #"{"evidence":"e","id":"X","kind":"claim","party":"isni:0000000121032684","ppm":5,"work":"A"}"#,
                "no ISNI"
            ),
            (#"{"id":"X","kind":"dispute","opened":"May","party":"p","ppm":5,"work":"A"}"#, "no time"),
            (#"{"evidence":"e","id":"K","kind":"claim","party":"p","ppm":5,"work":"A"}"#, "stands twice"),
        ])
    func wrongFilings(_ line: String, _ reason: String) throws {
        let first = Filings.line(try Filings.Claim(id: "K", work: "A", party: "ben", ppm: 1, evidence: "contract"))
        let (filings, faults) = Filings.read(first + Array((line + "\n").utf8), file: "filings.jsonl")
        #expect(filings.claims.count == 1)
        #expect(faults.count == 1 && faults[0].line == 2 && faults[0].reason.contains(reason), "\(faults)")
    }

    @Test("each line of the books is bound to the one before")
    func chain() throws {
        let (folder, _) = try settled()
        let lines = try OutputFile.read(folder.path + "/journal.jsonl").split(separator: 0x0A).map(Array.init)
        var previous = Digest(of: [])
        for line in lines {
            #expect(try JSONReader.read(line)["prev"]?.string == previous.hex)
            previous = Digest(of: line)
        }
        #expect(lines.count >= 6)
    }

    @Test("the clocks of unclaimed money")
    func clocks() {
        let clocks = Clocks(yearEnd: Timestamp(rfc3339: "2026-05-31T00:00:00Z")!)
        #expect(clocks.distributeBy.description.hasPrefix("2027-02-28"))
        #expect(clocks.tellMembersBy.description.hasPrefix("2027-05-31"))
        #expect(clocks.publishBy.description.hasPrefix("2028-05-31"))
        #expect(clocks.nonDistributableFrom.description.hasPrefix("2029-05-31"))
    }
}

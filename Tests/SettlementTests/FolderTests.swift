import Canonical
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
        #expect(throws: SettlementError.self) { try folder.close(key: key, at: Timestamp(seconds: 0)) }
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

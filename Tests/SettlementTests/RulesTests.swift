import Canonical
import Ledger
import Shards
import Testing

@testable import Settlement

@Suite("A pool is recomputed by the rules it was settled by, whatever the rules are now")
struct RulesTests {
    /// Settled by some rules, of works whose roots of tokens differ by rounding, and a use whose work is not known.
    private func settled(_ rules: SettlementRules) throws -> SettlementFolder {
        let desk = try Desk()
        let lines = [Desk.use("A", 2), Desk.use("B", 3), Desk.use("", 1, match: .unmatched)]
        let (pool, usage, shares) = (
            try desk.put("pool.yaml", Desk.pool(method: "method: sqrt_tokens")),
            try desk.put("usage.tsv", String(decoding: Desk.report(lines), as: UTF8.self)),
            try desk.put("shares.tsv", Desk.whole(["A", "B"]))
        )
        let folder = SettlementFolder(desk.folder + "/out")
        let inputs = try SettlementInputs.read(pool: pool, usage: usage, shares: shares, rules: rules)
        _ = try folder.write(inputs.allocate(), pool: pool, usage: usage, shares: shares)
        return folder
    }

    private func text(_ folder: SettlementFolder, _ name: String) throws -> String {
        String(decoding: try OutputFile.read("\(folder.path)/\(name)"), as: UTF8.self)
    }

    @Test("by the first: whole roots, no name for what is unmatched, no page; by the second: neither")
    func each() throws {
        let first = try settled(.first)
        #expect(try first.recomputeAll().differing.isEmpty)
        // 1, 1 and 1 of 875,000.
        #expect(try text(first, "allocation.tsv").contains("A\tp-A\tA\tSociety\tPAYABLE\t\t291667\n"))
        #expect(try text(first, "unmatched.tsv").contains("\n\tno work is known at a.example\t291666\n"))
        #expect(try !text(first, "settlement.json").contains("rules"))
        #expect(!OutputFile.exists(first.path + "/unmatched.html"))
        let second = try settled(.second)
        #expect(try second.recomputeAll().differing.isEmpty)
        // 1.41421356, 1.73205080 and 1 of 875,000.
        #expect(try text(second, "allocation.tsv").contains("A\tp-A\tA\tSociety\tPAYABLE\t\t298446\n"))
        #expect(try text(second, "unmatched.tsv").contains("\ndomain:a.example\tno work is known there\t211033\n"))
        #expect(try text(second, "settlement.json").contains(#""rules":2"#))
    }

    @Test("a pool of before there were filings is recomputed without; one that lost them says what to do")
    func filings() throws {
        let folder = try settled(.first)
        try OutputFile.remove(folder.path + "/inputs/filings.jsonl")
        let error = #expect(throws: SettlementError.self) { try folder.recompute() }
        #expect(error?.reason.contains("take back the copy") == true)
        let summary = try text(folder, "settlement.json")
        let entry = try #require(summary.firstRange(of: /"inputs\/filings.jsonl":"[0-9a-f]+",/))
        try OutputFile.replace(
            folder.path + "/settlement.json", with: Array(summary.replacingCharacters(in: entry).utf8))
        #expect(try folder.recomputeAll().differing.isEmpty)
    }

    @Test("rules that are not known here are told, and a folder that is none")
    func unknown() throws {
        let folder = try settled(.second)
        let summary = try text(folder, "settlement.json")
        try OutputFile.replace(
            folder.path + "/settlement.json", with: Array(summary.replacing(#""rules":2"#, with: #""rules":9"#).utf8))
        let error = #expect(throws: SettlementError.self) { try folder.recompute() }
        #expect(error?.reason.contains("newer muniment") == true)
        let none = #expect(throws: SettlementError.self) { try SettlementFolder(folder.path + "/inputs").recompute() }
        #expect(none?.reason.contains("settle allocate wrote") == true)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>) -> String {
        var text = self
        text.removeSubrange(range)
        return text
    }
}

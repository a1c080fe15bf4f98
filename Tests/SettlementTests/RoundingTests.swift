import Canonical
import Shards
import Testing

@testable import Settlement

@Suite("What a work is due is rounded once for its parties, wherever it was used: nobody loses more than a unit")
struct RoundingTests {
    private static let codes = ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR"]

    /// A mandate of a society over A in some territories, with the shares of its parties.
    private static func mandate(_ number: Int, _ territories: ArraySlice<String>, _ shares: [(String, Int)]) -> String {
        """
          - id: M-\(number)
            society: S
            kind: member
            rights: [training]
            territories: [\(territories.joined(separator: ", "))]
            from: 2026-01-01
            tariff: T
            repertoire: [{work: A, covers: [a.example], shares: {\(shares.map { "\($0.0): \($0.1)" }.joined(separator: ", "))}}]

        """
    }

    /// What each party gets of a gross amount by one use of A in each territory.
    private static func settle(
        _ mandates: [String], gross: Int, tokens: [UInt64], rules: SettlementRules = .current
    ) throws -> Allocation {
        let desk = try Desk()
        let uses = codes.enumerated().map { Desk.recorded("r\($0)", "2026-03-01", "2026-04-01", territory: $1) }
        let lines = codes.enumerated().map { Desk.use("A", tokens[$0], territory: $1, use: $0 + 1) }
        let (pool, usage, shares) = (
            try desk.put("pool.yaml", Desk.pool(gross: "gross: \(gross)", deductions: "[]")),
            try desk.put("usage.tsv", String(decoding: Desk.report(lines, uses: uses), as: UTF8.self)),
            try desk.put("mandates.yaml", "mandates:\n" + mandates.joined())
        )
        let found = try SettlementInputs.read(pool: pool, usage: usage, shares: shares, rules: rules).allocate()
        let folder = SettlementFolder(desk.folder + "/out")
        _ = try folder.write(found, pool: pool, usage: usage, shares: shares)
        #expect(try folder.recomputeAll().differing.isEmpty)
        #expect(found.lines.reduce(Int64(0)) { $0 + $1.amount } == found.net)
        return found
    }

    @Test("twelve places of a unit each, halved at each: six and six; by the third rules one took them all")
    func halves() throws {
        let mandates = [Self.mandate(1, Self.codes[...], [("a", 500_000), ("b", 500_000)])]
        let tokens = [UInt64](repeating: 100, count: 12)
        #expect(try Self.settle(mandates, gross: 12, tokens: tokens).payable == ["a": 6, "b": 6])
        #expect(try Self.settle(mandates, gross: 12, tokens: tokens, rules: .third).payable == ["a": 12])
    }

    @Test(
        "whatever the places, weights and mandates: each line is the floor of its exact share, or that and one",
        arguments: 1...30)
    func exact(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
        // Three mandates of other places each, with shares of their own; the last places have none.
        let cuts = [0, 1 + below(4), 5 + below(3), 8 + below(4)]
        let parts = (0..<3).map { _ in 1 + below(999_998) }
        let mandates = (0..<3).map { number in
            Self.mandate(
                number, Self.codes[cuts[number]..<cuts[number + 1]],
                [("a", parts[number]), ("b", 1_000_000 - parts[number])])
        }
        let tokens = Self.codes.map { _ in UInt64(1 + below(5000)) }
        let gross = below(1000)
        let found = try Self.settle(mandates, gross: gross, tokens: tokens)
        let sum = tokens.reduce(0, +)
        for party in ["a", "b"] {
            // In millionths of a token's part.
            var due: UInt64 = 0
            for number in 0..<3 {
                let weight = tokens[cuts[number]..<cuts[number + 1]].reduce(0, +)
                due += weight * UInt64(party == "a" ? parts[number] : 1_000_000 - parts[number])
            }
            let floor = Int64(UInt64(gross) * due / (sum * 1_000_000))
            #expect([floor, floor + 1].contains(found.payable[party] ?? 0), "\(party): \(floor), \(found.payable)")
        }
    }
}

internal import Shards

/// A pool shared out: its lines add up to its net amount, to the last unit.
public struct Allocation: Sendable {
    public let pool: Pool
    public let rules: SettlementRules
    public let gross: Int64
    /// In the order of the pool.
    public let deductions: [(name: String, amount: Int64)]
    public let net: Int64
    public let lines: AllocationLines
    /// Lines of uses whose owners had opted out: they count for nothing, and are told.
    public let optedOutLines: Int
    /// What each party is allocated and can be paid.
    public let payable: [String: Int64]
    private let sums: [MoneyState: Int64]

    init(
        pool: Pool, rules: SettlementRules, gross: Int64, deductions: [(name: String, amount: Int64)], net: Int64,
        lines: AllocationLines, optedOutLines: Int
    ) {
        (self.pool, self.rules, self.gross, self.net) = (pool, rules, gross, net)
        (self.deductions, self.lines, self.optedOutLines) = (deductions, lines, optedOutLines)
        var (payable, sums): ([String: Int64], [MoneyState: Int64]) = ([:], [:])
        for line in lines {
            sums[line.state, default: 0] += line.amount
            if line.state == .payable { payable[line.party, default: 0] += line.amount }
        }
        (self.payable, self.sums) = (payable, sums)
    }

    public func sum(_ state: MoneyState) -> Int64 { sums[state] ?? 0 }

    /// The table `allocation.tsv`: a head, one line each, and the sum.
    func writeTable(_ put: OutputFile.Put) throws(ShardError) {
        var out = PiecedText()
        try out.add("# pool\t\(pool.id)\t\(pool.currency)\tgross\t\(gross)\tnet\t\(net)\n", to: put)
        try out.add("work\tparty\trole\tsociety\tstate\twhy\tamount\n", to: put)
        for line in lines { try out.add(line.key + [String(line.amount)], to: put) }
        try out.add("# sum\t\(sums.values.reduce(0, +))\n", to: put)
        try out.flush(to: put)
    }
}

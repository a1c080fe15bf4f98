internal import Shards

/// A pool shared out: its lines add up to its net amount, to the last unit.
public struct Allocation: Sendable {
    public let pool: Pool
    public let gross: Int64
    /// In the order of the pool.
    public let deductions: [(name: String, amount: Int64)]
    public let net: Int64
    /// Sorted by work, party, role, society, state.
    public let lines: [AllocationLine]
    /// Lines of uses whose owners had opted out: they count for nothing, and are told.
    public let optedOutLines: Int

    public func sum(_ state: MoneyState) -> Int64 {
        lines.reduce(0) { $1.state == state ? $0 + $1.amount : $0 }
    }

    /// The table `allocation.tsv`: a head, one line each, and the sum.
    func writeTable(_ put: OutputFile.Put) throws(ShardError) {
        var out = "# pool\t\(pool.id)\t\(pool.currency)\tgross\t\(gross)\tnet\t\(net)\n"
        out += "work\tparty\trole\tsociety\tstate\twhy\tamount\n"
        for line in lines {
            out += (line.key + [String(line.amount)]).joined(separator: "\t") + "\n"
            guard out.utf8.count >= 1 << 20 else { continue }
            try put(Array(out.utf8))
            out.removeAll(keepingCapacity: true)
        }
        out += "# sum\t\(lines.reduce(Int64(0)) { $0 + $1.amount })\n"
        try put(Array(out.utf8))
    }
}

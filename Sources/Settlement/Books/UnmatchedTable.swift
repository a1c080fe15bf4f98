internal import Shards

/// The table `unmatched.tsv`: what is published so that owners can find it. It names no party, for none is known.
struct UnmatchedTable {
    private let allocation: Allocation

    init(_ allocation: Allocation) { self.allocation = allocation }

    func write(_ put: OutputFile.Put) throws(ShardError) {
        var out = PiecedText()
        try out.add(["work", "why", "amount"], to: put)
        for line in allocation.lines where line.state == .heldUnmatched {
            try out.add([line.work, line.why, String(line.amount)], to: put)
        }
        try out.flush(to: put)
    }
}

internal import Canonical
internal import Shards

/// What of a pool waits for its owners, as a page of the society's site: which works and addresses, why, how much, until
/// when, and how to claim it.
struct UnmatchedPage {
    /// Lines that the page shows, the greatest amounts; `unmatched.tsv` beside it has all.
    private static let most = 5000

    private let allocation: Allocation

    init(_ allocation: Allocation) { self.allocation = allocation }

    func write(_ put: OutputFile.Put) throws(ShardError) {
        let pool = allocation.pool
        let (lines, count) = greatest
        var out = PrintedPage.head("Unclaimed uses, \(pool.id)")
        out += "<p>\(PrintedPage.text(pool.society)), uses from \(day(pool.from)) to before \(day(pool.to)): "
        out +=
            "\(PrintedPage.text(pool.currency.text(allocation.sum(.heldUnmatched)))) wait for whoever they are due to.</p>\n"
        out += howToClaim
        out += "<section><h2>What is not claimed</h2>\n<table>\n"
        out += PrintedPage.head(row: ["Work or address", "Why it waits", "Amount"])
        try put(Array(out.utf8))
        var table = PiecedText()
        for line in lines {
            try table.add(PrintedPage.row([Self.name(line), line.why, pool.currency.text(line.amount)]), to: put)
        }
        try table.add("</table></section>\n", to: put)
        if count > lines.count {
            try table.add(
                "<p>\(count - lines.count) lesser amounts stand in <a href=\"unmatched.tsv\">unmatched.tsv</a>.</p>\n",
                to: put)
        }
        try table.add(PrintedPage.foot, to: put)
        try table.flush(to: put)
    }

    private static func name(_ line: AllocationLine) -> String { line.work.isEmpty ? "(not known)" : line.work }

    private func day(_ time: Timestamp) -> String { PrintedPage.day(time.description) }

    private var howToClaim: String {
        let clocks = Clocks(yearEnd: allocation.pool.yearEnd)
        let place = allocation.pool.claimsTo
        return """
            <p>If one of these is yours, name it, your part of it and where that is shown\(place.isEmpty ? " to the society" : ", and send that to \(PrintedPage.text(place))"). \
            What is yours is paid then, also later on, until it may be put to another use: not before \(day(clocks.nonDistributableFrom)).</p>

            """
    }

    /// The lines of the greatest amounts, greatest first, and how many there are in all.
    private var greatest: (lines: [AllocationLine], count: Int) {
        var (kept, count): ([AllocationLine], Int) = ([], 0)
        func cut() {
            kept.sort { $0.amount != $1.amount ? $0.amount > $1.amount : AllocationLine.precedes($0, $1) }
            kept.removeLast(max(0, kept.count - Self.most))
        }
        for line in allocation.lines where line.state == .heldUnmatched {
            count += 1
            kept.append(line)
            if kept.count == 2 * Self.most { cut() }
        }
        cut()
        return (kept, count)
    }
}

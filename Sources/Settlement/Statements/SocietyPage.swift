internal import Canonical

/// A pool as its society reads or prints it: what came in, what was taken from it, who is paid, what waits.
///
/// Source: Directive 2014/26/EU, Art. 22 and annex, 2: amounts attributed, paid, deducted and not yet paid; read 2026-11-30.
public struct SocietyPage {
    /// Parties that the page shows; `payments.tsv` has all.
    private static let most = 500

    private let allocation: Allocation
    private let payments: [Payment]

    public init(_ allocation: Allocation, _ payments: [Payment]) {
        (self.allocation, self.payments) = (allocation, payments)
    }

    public static let name = "summary.html"

    public var html: [UInt8] {
        let pool = allocation.pool
        var out = PrintedPage.head("Pool \(pool.id)")
        out +=
            "<p>\(PrintedPage.text(pool.society)), uses from \(PrintedPage.day(pool.from.description)) to before \(PrintedPage.day(pool.to.description)).</p>\n"
        out += PrintedPage.table("How the pool was shared out", rows: Self.sums(allocation))
        let shares = Dictionary(uniqueKeysWithValues: payments.map { ($0.party, $0.allocated) })
        out += PrintedPage.chart("Where the money went", of: "payees", shares, pool.currency)
        let greatest = payments.sorted {
            $0.allocated != $1.allocated ? $0.allocated > $1.allocated : ByteOrder.precedes($0.party, $1.party)
        }.prefix(Self.most)
        out += PrintedPage.table(
            "Parties", head: ["Party", "Allocated", "Carried forward", "Paid"],
            rows: greatest.map {
                [
                    $0.party, pool.currency.text($0.allocated), pool.currency.text($0.carriedForward),
                    StatementPage.paid($0, pool.currency),
                ]
            })
        if payments.count > greatest.count {
            out += "<p>\(payments.count - greatest.count) more parties stand in payments.tsv.</p>\n"
        }
        out += PrintedPage.table("Dates of unclaimed money", rows: clocks)
        return Array((out + PrintedPage.foot).utf8)
    }

    private var clocks: [[String]] {
        let clocks = Clocks(yearEnd: allocation.pool.yearEnd)
        return [
            ("Shared out and paid by", clocks.distributeBy), ("Members told by", clocks.tellMembersBy),
            ("Published by", clocks.publishBy), ("Held at least until", clocks.nonDistributableFrom),
        ].map { [$0.0, PrintedPage.day($0.1.description)] }
    }

    static func sums(_ allocation: Allocation) -> [[String]] {
        let currency = allocation.pool.currency
        return [["Gross", currency.text(allocation.gross)]]
            + allocation.deductions.map { ["Less \($0.name)", currency.text(-$0.amount)] }
            + [
                ["Net", currency.text(allocation.net)], ["Payable to all", currency.text(allocation.sum(.payable))],
                ["Held, owner unknown", currency.text(allocation.sum(.heldUnmatched))],
                ["Held, in dispute", currency.text(allocation.sum(.heldDispute))],
                ["Method", allocation.pool.method.name],
            ]
    }
}

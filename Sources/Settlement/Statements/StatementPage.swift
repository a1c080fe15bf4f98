internal import Canonical

/// A statement as one page that a person reads or prints.
struct StatementPage {
    let statement: Statement

    var html: [UInt8] {
        let pool = statement.allocation.pool
        var out = PrintedPage.head("Statement for \(statement.payment.party), \(pool.id)")
        out +=
            "<p>\(PrintedPage.text(pool.society)), uses from \(PrintedPage.day(pool.from.description)) to before \(PrintedPage.day(pool.to.description)).</p>\n"
        out += PrintedPage.table("What you get", rows: sums)
        out += PrintedPage.chart("Where the money came from", of: "works", byWork, pool.currency)
        out += PrintedPage.table(
            "Each work", head: ["Work", "Role", "Society", "State", "Amount"], rows: statement.lines.map(row))
        if !statement.adjustments.isEmpty {
            out += PrintedPage.table(
                "Corrections of earlier periods", head: ["Id", "Reason", "Amount"],
                rows: statement.adjustments.map { [$0.id, reason($0), pool.currency.text($0.amount)] })
        }
        out += PrintedPage.table("How the pool was shared out", rows: SocietyPage.sums(statement.allocation))
        return Array((out + PrintedPage.foot).utf8)
    }

    private func reason(_ one: Adjustment) -> String {
        guard statement.allocation.rules.statesAdjustments, !one.heldBy.isEmpty else { return one.reason }
        return "\(one.reason) (held by \(one.heldBy))"
    }

    private var byWork: [String: Int64] {
        var sums: [String: Int64] = [:]
        for line in statement.lines { sums[line.work, default: 0] += line.amount }
        return sums
    }

    private var sums: [[String]] {
        let (currency, payment) = (statement.allocation.pool.currency, statement.payment)
        return [
            ["Allocated to you", currency.text(payment.allocated)],
            ["Carried over from before", currency.text(payment.carriedIn)],
            ["Corrections", currency.text(payment.adjusted)], ["Paid now", Self.paid(payment, currency)],
            ["Carried forward", currency.text(payment.carriedForward)],
            ["Held until a dispute is decided", currency.text(statement.held)],
        ]
    }

    /// What is paid, and in what other currency at what rate.
    static func paid(_ payment: Payment, _ currency: Currency) -> String {
        let own = currency.text(payment.paid)
        guard let payout = payment.payout else { return own }
        return "\(own), as \(payout.rate.currency.text(payout.amount)) by \(payout.rate.id) (\(payout.rate.rate))"
    }

    private func row(_ line: AllocationLine) -> [String] {
        let state = line.why.isEmpty ? line.state.rawValue : "\(line.state.rawValue): \(line.why)"
        return [line.work, line.role, line.society, state, statement.allocation.pool.currency.text(line.amount)]
    }
}

extension Statement {
    /// The statement as one page of HTML.
    public var page: [UInt8] { StatementPage(statement: self).html }
}

internal import Canonical

/// A statement as one page that a person reads or prints: HTML without script, style from elsewhere or request.
struct StatementPage {
    let statement: Statement

    /// Works that the chart shows; the table has all.
    private static let bars = 12

    var html: [UInt8] {
        let (pool, payment) = (statement.allocation.pool, statement.payment)
        let title = "Statement for \(Self.text(payment.party)), \(Self.text(pool.id))"
        var out =
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>\(title)</title>\n<style>\n\(Self.style)\n</style></head>\n<body><main>\n"
        out +=
            "<h1>\(title)</h1>\n<p>\(Self.text(pool.society)), uses from \(Self.day(pool.from.description)) to before \(Self.day(pool.to.description)).</p>\n"
        out += table("What you get", rows: sums)
        if !statement.lines.isEmpty { out += chart }
        out += table("Each work", head: ["Work", "Role", "Society", "State", "Amount"], rows: statement.lines.map(row))
        if !statement.adjustments.isEmpty {
            out += table(
                "Corrections of earlier periods", head: ["Id", "Reason", "Amount"],
                rows: statement.adjustments.map { [$0.id, $0.reason, pool.currency.text($0.amount)] })
        }
        out += table("How the pool was shared out", rows: poolSums)
        return Array((out + "</main></body></html>\n").utf8)
    }

    private var sums: [[String]] {
        let (currency, payment) = (statement.allocation.pool.currency, statement.payment)
        return [
            ["Allocated to you", currency.text(payment.allocated)],
            ["Carried over from before", currency.text(payment.carriedIn)],
            ["Corrections", currency.text(payment.adjusted)], ["Paid now", currency.text(payment.paid)],
            ["Carried forward", currency.text(payment.carriedForward)],
            ["Held until a dispute is decided", currency.text(statement.held)],
        ]
    }

    private var poolSums: [[String]] {
        let allocation = statement.allocation
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

    private func row(_ line: AllocationLine) -> [String] {
        let state = line.why.isEmpty ? line.state.rawValue : "\(line.state.rawValue): \(line.why)"
        return [line.work, line.role, line.society, state, statement.allocation.pool.currency.text(line.amount)]
    }

    private func table(_ title: String, head: [String] = [], rows: [[String]]) -> String {
        var out = "<section><h2>\(Self.text(title))</h2>\n<table>\n"
        if !head.isEmpty {
            out += "<tr>" + head.map { "<th scope=\"col\">\(Self.text($0))</th>" }.joined() + "</tr>\n"
        }
        for row in rows {
            let cells = row.enumerated().map { index, cell in
                index == row.count - 1 ? "<td class=\"n\">\(Self.text(cell))</td>" : "<td>\(Self.text(cell))</td>"
            }
            out += "<tr>" + cells.joined() + "</tr>\n"
        }
        return out + "</table></section>\n"
    }

    /// Bars of the works that bring most; the lengths are shares of the longest, the figures stand beside them.
    private var chart: String {
        var sums: [String: Int64] = [:]
        for line in statement.lines { sums[line.work, default: 0] += line.amount }
        let sorted = sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let shown = sorted.prefix(Self.bars)
        guard let most = shown.first?.value, most > 0 else { return "" }
        let currency = statement.allocation.pool.currency
        var out =
            "<section><h2>Where the money came from</h2>\n<svg role=\"img\" aria-label=\"Amounts by work\" viewBox=\"0 0 640 \(shown.count * 26 + 4)\">\n"
        for (index, one) in shown.enumerated() {
            let length = max(1, Int(UInt128(one.value) * 300 / UInt128(most)))
            let y = index * 26
            out += "<text x=\"0\" y=\"\(y + 17)\">\(Self.text(String(one.key.prefix(24))))</text>"
            out += "<rect x=\"200\" y=\"\(y + 4)\" width=\"\(length)\" height=\"18\"/>"
            out += "<text x=\"\(length + 208)\" y=\"\(y + 17)\">\(Self.text(currency.text(one.value)))</text>\n"
        }
        let rest = sorted.dropFirst(Self.bars).reduce(Int64(0)) { $0 + $1.value }
        out += "</svg>\n"
        if rest > 0 {
            out += "<p>\(sorted.count - Self.bars) more works together: \(Self.text(currency.text(rest))).</p>\n"
        }
        return out + "</section>\n"
    }

    private static func day(_ time: String) -> String { String(time.prefix(10)) }

    static func text(_ raw: String) -> String {
        var out = ""
        for character in raw.unicodeScalars {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            default: out.unicodeScalars.append(character)
            }
        }
        return out
    }

    private static let style = """
        body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 2rem auto; max-width: 44rem; padding: 0 1rem }
        table { border-collapse: collapse; width: 100% }
        th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #ccc; overflow-wrap: anywhere }
        .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
        svg { width: 100%; height: auto; font-size: 13px } rect { fill: #2b5c8a }
        @media print { body { margin: 0 } section { break-inside: avoid } }
        """
}

extension Statement {
    /// The statement as one page of HTML.
    public var page: [UInt8] { StatementPage(statement: self).html }
}

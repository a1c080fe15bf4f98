/// Parts of pages that a person reads or prints: HTML without script, style from elsewhere or request.
enum PrintedPage {
    static func head(_ title: String) -> String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>\(text(title))</title>
        <style>
        \(style)
        </style></head>
        <body><main>
        <h1>\(text(title))</h1>

        """
    }

    static let foot = "</main></body></html>\n"

    /// A table whose last column holds amounts.
    static func table(_ title: String, head: [String] = [], rows: [[String]]) -> String {
        var out = "<section><h2>\(text(title))</h2>\n<table>\n"
        if !head.isEmpty { out += Self.head(row: head) }
        for row in rows { out += Self.row(row) }
        return out + "</table></section>\n"
    }

    static func head(row: [String]) -> String {
        "<tr>" + row.map { "<th scope=\"col\">\(text($0))</th>" }.joined() + "</tr>\n"
    }

    static func row(_ row: [String]) -> String {
        let cells = row.enumerated().map { index, cell in
            index == row.count - 1 ? "<td class=\"n\">\(text(cell))</td>" : "<td>\(text(cell))</td>"
        }
        return "<tr>" + cells.joined() + "</tr>\n"
    }

    /// Bars that the chart shows; tables have all.
    private static let bars = 12

    /// Bars of those that bring most; the lengths are shares of the longest, the figures stand beside them.
    ///
    /// - Parameter things: What they are, many of them.
    static func chart(_ title: String, of things: String, _ sums: [String: Int64], _ currency: Currency) -> String {
        let sorted = sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let shown = sorted.prefix(bars)
        guard let most = shown.first?.value, most > 0 else { return "" }
        var out =
            "<section><h2>\(text(title))</h2>\n<svg role=\"img\" aria-label=\"Amounts by \(things.dropLast())\" viewBox=\"0 0 640 \(shown.count * 26 + 4)\">\n"
        for (index, one) in shown.enumerated() {
            let length = max(1, Int(UInt128(one.value) * 300 / UInt128(most)))
            let y = index * 26
            out += "<text x=\"0\" y=\"\(y + 17)\">\(text(String(one.key.prefix(24))))</text>"
            out += "<rect x=\"200\" y=\"\(y + 4)\" width=\"\(length)\" height=\"18\"/>"
            out += "<text x=\"\(length + 208)\" y=\"\(y + 17)\">\(text(currency.text(one.value)))</text>\n"
        }
        out += "</svg>\n"
        let rest = sorted.dropFirst(bars).reduce(Int64(0)) { $0 + $1.value }
        if rest > 0 {
            out += "<p>\(sorted.count - bars) more \(things) together: \(text(currency.text(rest))).</p>\n"
        }
        return out + "</section>\n"
    }

    static func day(_ time: String) -> String { String(time.prefix(10)) }

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

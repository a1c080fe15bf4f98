internal import Canonical

/// A page a person reads or prints: headings, tables and drawings, in one file without scripts or anything fetched.
struct ReportPage {
    private let title: String
    private var body = ""

    init(_ title: String, _ lead: String) {
        self.title = title
        body = "<h1>\(Self.escaped(title))</h1>\n<p>\(Self.escaped(lead))</p>\n"
    }

    mutating func heading(_ text: String) { body += "<h2>\(Self.escaped(text))</h2>\n" }

    mutating func paragraph(_ text: String) { body += "<p>\(Self.escaped(text))</p>\n" }

    /// Rows of cells under column heads; cells that are numbers stand to the right.
    mutating func table(_ head: [String], _ rows: [[String]]) {
        body += "<table><tr>" + head.map { "<th>\(Self.escaped($0))</th>" }.joined() + "</tr>\n"
        for row in rows {
            let cells = row.map { cell in
                let isNumber = !cell.isEmpty && cell.allSatisfy { $0.isNumber || $0 == "." || $0 == "%" }
                return "<td\(isNumber ? " class=n" : "")>\(Self.escaped(cell))</td>"
            }
            body += "<tr>" + cells.joined() + "</tr>\n"
        }
        body += "</table>\n"
    }

    /// A bar for each name, as long as its number beside the largest.
    mutating func bars(_ rows: [(name: String, count: Int, note: String)]) {
        let most = max(rows.map(\.count).max() ?? 1, 1)
        body += "<table class=bars>\n"
        for row in rows {
            body +=
                "<tr><td>\(Self.escaped(row.name))</td><td class=n>\(row.count)</td><td class=bar>"
                + ReportChart.bar(row.count, of: most, "\(row.name): \(row.count)")
                + "</td><td>\(Self.escaped(row.note))</td></tr>\n"
        }
        body += "</table>\n"
    }

    /// A bar for each name, cut in the shares of its parts.
    mutating func shares(_ rows: [(name: String, parts: [Int])], kinds: [String]) {
        body += ReportChart.shares(rows, kinds: kinds)
    }

    /// What JSON holds, one line for each value, under the keys that lead to it.
    static func of(_ json: JSONValue, _ title: String) -> ReportPage {
        var page = ReportPage(title, "The same as in the JSON file beside it, for people.")
        page.table(["key", "value"], lines(json, ""))
        return page
    }

    private static func lines(_ json: JSONValue, _ path: String) -> [[String]] {
        switch json {
        case .object(let members):
            members.filter { $0.key != "@context" }.flatMap {
                lines($0.value, path.isEmpty ? $0.key : "\(path) › \($0.key)")
            }
        case .array(let items):
            items.enumerated().flatMap { lines($1, items.count == 1 ? path : "\(path) \($0 + 1)") }
        case .string(let text): [[path, text]]
        default: [[path, String(decoding: json.canonicalBytes, as: UTF8.self)]]
        }
    }

    var bytes: [UInt8] {
        let style = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
            h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #ccc}
            table{border-collapse:collapse;width:100%;font-size:.9rem}td,th{padding:.2rem .6rem;text-align:left;vertical-align:top;
            border-bottom:1px solid #eee;overflow-wrap:anywhere}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            .bar{width:35%}.wide{width:75%}svg{display:block;width:100%;height:.9rem}.key{font-weight:400}
            .mark{display:inline-block;width:1.2rem;vertical-align:-.1rem;margin-left:.8rem}
            @media print{body{margin:0;max-width:none}svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
            """
        let head = "<!doctype html>\n<html lang=en><meta charset=utf-8><title>\(Self.escaped(title))</title>"
        return Array("\(head)\n<style>\(style)</style>\n\(body)</html>\n".utf8)
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}

/// Drawings for a page, as SVG that stands in it: nothing is fetched and nothing is run.
///
/// Each says in words what it shows, for whoever hears the page, and is drawn in shades that stay apart in grey print.
enum ReportChart {
    private static let shades = ["#1f4e79", "#b8cce4", "#d9822b", "#c9c9c9", "#7a9e3f"]
    /// Units across a drawing, whatever its width on the page.
    private static let width = 1000

    /// One bar, as long as its number beside the largest.
    static func bar(_ count: Int, of most: Int, _ words: String) -> String {
        let length = most > 0 ? max(count * width / most, count > 0 ? 2 : 0) : 0
        return svg(height: 12, words, "<rect width=\"\(length)\" height=\"12\" fill=\"\(shades[0])\"/>")
    }

    /// One bar for each row, cut in the shares of its parts; all bars are as long.
    ///
    /// - Parameter kinds: what the parts are, in their order.
    static func shares(_ rows: [(name: String, parts: [Int])], kinds: [String]) -> String {
        var out = "<table class=bars><tr><th></th><th class=key>"
        for (place, kind) in kinds.enumerated() {
            let mark = svg(height: 12, kind, "<rect width=\"\(width)\" height=\"12\" fill=\"\(shade(place))\"/>")
            out += "<span class=mark>\(mark)</span> \(ReportPage.escaped(kind)) "
        }
        out += "</th></tr>\n"
        for row in rows {
            out +=
                "<tr><td>\(ReportPage.escaped(row.name))</td><td class=wide>\(share(row.parts, kinds, row.name))</td></tr>\n"
        }
        return out + "</table>\n"
    }

    private static func share(_ parts: [Int], _ kinds: [String], _ name: String) -> String {
        let total = parts.reduce(0, +)
        var (pieces, sum) = ("", 0)
        for (place, count) in parts.enumerated() where count > 0 {
            let start = sum * width / total
            sum += count
            pieces +=
                "<rect x=\"\(start)\" width=\"\(sum * width / total - start)\" height=\"12\" fill=\"\(shade(place))\"/>"
        }
        let words = zip(kinds, parts).map { "\($1) \($0)" }.joined(separator: ", ")
        return svg(height: 12, "\(name): \(words)", pieces)
    }

    private static func shade(_ place: Int) -> String { shades[place % shades.count] }

    private static func svg(height: Int, _ words: String, _ body: String) -> String {
        let text = ReportPage.escaped(words)
        return
            "<svg viewBox=\"0 0 \(width) \(height)\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"\(text)\"><title>\(text)</title>\(body)</svg>"
    }
}

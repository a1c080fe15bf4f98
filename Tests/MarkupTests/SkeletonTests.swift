import Markup
import Testing

/// Decision 0005: libxml2 gets bare tags. `scripts/differ` tries the same on real pages and on 100,000 changed ones.
@Suite("What is kept from libxml2 has no say in how elements nest")
struct SkeletonTests {
    private func readings(_ text: String) throws -> (bare: PageReading, whole: PageReading) {
        let parser = try HTMLParser()
        return Array(text.utf8).withUnsafeBufferPointer { (parser.read(utf8: $0), parser.readWhole(utf8: $0)) }
    }

    @Test(
        "Pages read alike with bare tags and with all of them",
        arguments: [
            "", "text", "<p>one<p>two",
            "<html lang=de><head><meta name=\"robots\" content=\"noai\"><title>a &amp; b</title></head><body>x</body></html>",
            "<meta name='x' content='<p>'><div class=\"a > b\">text</div>",
            "<table class=\"t\"><tr><td width=\"1\">a<td>b</table>",
            "<ul id=\"u\"><li>a<li>b<ul><li>c</ul></ul>", "<b class=\"x\"><p>a</b>b</p>",
            "<a href=\"/x\">a<a href=\"/y\">b</a>",
            "<head><script type=\"application/ld+json\">{\"a\": \"</p>\"}</script></head><p>a",
            "<pre class=\"c\">  a\n b </pre> <i>c</i> ",
            "<form action=\"/a\"><form><input type=\"text\"><p></form>",
            "<svg viewBox=\"0 0 1 1\"><path d=\"M0\"/></svg><p title=\"q\">a",
            "<noscript><img src=\"x\"></noscript><h1 style=\"a:b\">t</h1>",
            "<select name=\"s\"><option value=\"1\">a<option>b</select>",
            "<textarea cols=\"3\"> a <b></textarea>", "<template id=\"t\"><p>a</template>",
            "<br class=\"x\"><hr/><img alt=\"a\">z", "<p>\u{A0}<p> x",
            String(repeating: "long text & more ", count: 400) + "<p data-x=\"y\">"
                + String(repeating: "é", count: 3000) + "</p>end",
        ])
    func samples(text: String) throws {
        let (bare, whole) = try readings(text)
        #expect(bare.nodes == whole.nodes)
    }

    private static let pieces = [
        "<p>", "</p>", "<div class=\"a\">", "</div>", "<table>", "<tr>", "<td rowspan=\"2\">", "</table>", "<ul>",
        "<li>", "</ul>",
        "<a href=\"x\">", "</a>", "<b>", "</b>", "<br>", "<form id=\"f\">", "</form>", "<select>", "<option>",
        "</select>", "<dl>", "<dt>",
        "<dd>", "<h1 id=\"h\">", "</h1>", "<head>", "</head>", "<body class=\"b\">", "</body>", "<title>", "</title>",
        "<meta content=\"c\">",
        "<script>", "</script>", "<!--", "-->", "<svg>", "</svg>", "<template>", "</template>", "<noscript>",
        "</noscript>", "<pre>",
        "</pre>", "<textarea>", "</textarea>", "<button type=\"b\">", "<frameset>", "<x-y z=\"1\">", "&lt;", "&", "<",
        ">", "\"", " ", "\n", "text", "文",
    ]

    @Test("So do pages of tags in any order", arguments: 0..<40)
    func soups(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        for _ in 0..<25 {
            var text = ""
            for _ in 0..<40 {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                text += Self.pieces[Int(state % UInt64(Self.pieces.count))]
            }
            let (bare, whole) = try readings(text)
            #expect(bare.nodes == whole.nodes, "\(text)")
        }
    }
}

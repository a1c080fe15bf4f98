/// Changes pages at random, the same for the same seed: cut, doubled, moved and torn markup, as servers and editors make it.
struct PageMutation {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    private mutating func number(below limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

    /// A part of a page, changed in one to eight places.
    mutating func page(of source: [UInt8], longest: Int) -> [UInt8] {
        let start = source.count > longest && number(below: 2) == 0 ? number(below: source.count - longest) : 0
        var page = Array(source[start...].prefix(longest))
        for _ in 0...number(below: 8) { change(&page) }
        // Bytes cut in the middle of a letter would be read as another text.
        return Array(String(decoding: page, as: UTF8.self).utf8)
    }

    private mutating func change(_ page: inout [UInt8]) {
        guard page.count > 8 else { return page += piece() }
        let at = number(below: page.count)
        let range = at..<min(page.count, at + 1 + number(below: 200))
        switch number(below: 7) {
        case 0: page.removeSubrange(range)
        case 1: page.insert(contentsOf: piece(), at: at)
        case 2: page.insert(contentsOf: page[range], at: number(below: page.count))
        case 3: page[at] = UInt8(truncatingIfNeeded: next()) & 0x7F
        case 4: page.replaceSubrange(range, with: piece())
        case 5: cutTag(&page, at)
        default: page.removeSubrange(at..<min(page.count, at + 1))
        }
    }

    /// Takes out what is most telling: the next tag.
    private mutating func cutTag(_ page: inout [UInt8], _ at: Int) {
        guard let open = page[at...].firstIndex(of: UInt8(ascii: "<")),
            let close = page[open...].firstIndex(of: UInt8(ascii: ">"))
        else { return }
        page.removeSubrange(open...close)
    }

    private mutating func piece() -> [UInt8] { Self.pieces[number(below: Self.pieces.count)] }

    private static let pieces: [[UInt8]] = [
        "<p>", "</p>", "<div class='a > b'>", "</div>", "<table><tr><td>", "</table>", "<tr>", "<td>", "</td>",
        "<ul><li>", "<li>",
        "</ul>", "<a href=\"x\">", "</a>", "<b>", "</b>", "<i>", "<br>", "<hr/>", "<img src=x alt=\"<p>\">", "<form>",
        "</form>",
        "<select><option>", "<option>", "</select>", "<dl><dt>", "<dd>", "<h1>", "</h2>", "<head>", "</head>", "<body>",
        "</body>",
        "</html>", "<html>", "<title>", "</title>", "<meta name=robots content=noai>", "<link rel=license href=/l>",
        "<base href=/>",
        "<script>", "</script>", "<style>", "</style>", "<!--", "-->", "<![CDATA[", "]]>", "<svg><path/>", "</svg>",
        "<math>",
        "<template>", "</template>", "<noscript>", "</noscript>", "<iframe>", "</iframe>", "<pre>", "</pre>",
        "<textarea>", "</textarea>",
        "<object>", "<nobr>", "<font color=red>", "<center>", "<button>", "<fieldset><legend>", "<frameset>",
        "<custom-tag x=1>", "<article>",
        "&amp;", "&lt;p&gt;", "&#60;", "\"", "'", "<", ">", "</", "<a b='", "=", "/", " ", "\n", "\t", "é", "文",
        "\u{0}", "\u{FEFF}", "text",
    ].map { Array($0.utf8) }
}

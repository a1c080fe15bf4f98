import Testing

@testable import Markup

func read(_ html: String) throws -> PageReading { try HTMLParser().read(utf8: Array(html.utf8)) }

@Suite("Page reading")
struct PageReadingTests {
    /// The tree as nested names and text, for short comparisons.
    static func outline(_ page: PageReading) -> String {
        func part(_ node: Int) -> String {
            let entry = page.nodes[node]
            guard entry.kind == .element else { return "'" + page.string(page.range(ofText: node)) + "'" }
            var inner: [String] = []
            var child = node + 1
            while child < Int(entry.end) {
                inner.append(part(child))
                child = Int(page.nodes[child].end)
            }
            return inner.isEmpty ? entry.tag.name : "\(entry.tag.name)(\(inner.joined(separator: " ")))"
        }
        return page.nodes.indices.filter { page.nodes[$0].parent < 0 }.map(part).joined(separator: " ")
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let html: String
        let tree: String
        var testDescription: String { html }
    }

    @Test(
        "HTML 13.2.6: missing and misnested tags make the tree a browser would make",
        arguments: [
            Case(html: "<p>a<p>b", tree: "html(body(p('a') p('b')))"),
            Case(html: "<title>T</title><p>a", tree: "html(head(title('T')) body(p('a')))"),
            Case(html: "<ul><li>a<li>b</ul>c", tree: "html(body(ul(li('a') li('b')) 'c'))"),
            Case(html: "<body><p>a<section>b</section>", tree: "html(body(p('a') section('b')))"),
            Case(
                html: "<html><head><title>x</title><section>b</section>",
                tree: "html(head(title('x')) body(section('b')))"),
            Case(html: "<body>a</body></html><b>c</b>", tree: "html(body('a' b('c')))"),
            Case(html: "<body>a <b>b</b> <i>c</i>", tree: "html(body('a ' b('b') ' ' i('c')))"),
            Case(html: "<body>a<!-- x -->b", tree: "html(body('ab'))"),
            Case(html: "<body>1 < 2 </ x>3", tree: "html(body('1 < 2 3'))"),
            Case(html: "<body><script>if (a</b>c) '<p>'</script>d", tree: "html(body(script 'd'))"),
            Case(html: "<body><script><!-- <script> </script> --></script>d", tree: "html(body(script 'd'))"),
            Case(html: "<body><svg><path/><g>x</g></svg>d", tree: "html(body(svg('x') 'd'))"),
            Case(html: "<body><svg><g><div>x</div>", tree: "html(body(svg div('x')))"),
            Case(html: "<body><textarea><p>a</textarea>b", tree: "html(body(textarea('<p>a') 'b'))"),
        ])
    func tree(_ test: Case) throws {
        #expect(Self.outline(try read(test.html)) == test.tree)
    }

    @Test(
        "HTML 13.2.5.72: character references in text and attributes",
        arguments: [
            ("a&amp;b", "a&b"), ("&eacute;&#8364;&#x41;", "é€A"), ("&copy 2026", "© 2026"),
            ("&nosuch; &", "&nosuch; &"),
            ("&#128;&#0;", "€\u{FFFD}"), ("https&colon;&sol;&sol;x", "https://x"), ("&notanentity", "¬anentity"),
        ])
    func references(source: String, text: String) throws {
        let page = try read("<body><p>" + source)
        #expect(String(decoding: page.text(of: Int(page.bodyNode)), as: UTF8.self) == text)
    }

    @Test("HTML 4, section 24: names of every block of characters are known")
    func namesOfAllBlocks() throws {
        let names = [
            "&lt;": "<", "&nbsp;": "\u{A0}", "&yuml;": "ÿ", "&OElig;": "Œ", "&fnof;": "ƒ", "&circ;": "ˆ",
            "&tilde;": "˜",
            "&Alpha;": "Α", "&piv;": "ϖ", "&ensp;": "\u{2002}", "&frasl;": "⁄", "&euro;": "€", "&image;": "ℑ",
            "&alefsym;": "ℵ", "&larr;": "←", "&hArr;": "⇔", "&forall;": "∀", "&sdot;": "⋅", "&lceil;": "⌈",
            "&rfloor;": "⌋", "&loz;": "◊", "&spades;": "♠", "&diams;": "♦",
        ]
        for (written, meant) in names {
            let page = try read("<body><p>a\(written)b</p>")
            let text = String(decoding: page.text(of: Int(page.bodyNode)), as: UTF8.self)
            #expect(text == "a\(meant)b", "\(written)")
        }
    }

    @Test("HTML 13.2.5.73: in an attribute `&copy=` keeps the parameter of a URL")
    func ambiguousAmpersand() throws {
        let page = try read("<a href='?a=1&copy=2&amp;b&reg'>x</a>")
        #expect(page.value(.href, of: Int(page.anchors[0])) == "?a=1&copy=2&b®")
    }

    @Test("HTML 13.2.5.33: of attributes of one name the first counts, names in any case, any quoting")
    func attributes() throws {
        let page = try read("<a HREF=one href=two rel='license nofollow' data-x=1 lang = \"de\">x</a>")
        let link = Int(page.anchors[0])
        #expect(page.value(.href, of: link) == "one")
        #expect(page.value(.lang, of: link) == "de")
        #expect(page.attributes(of: link).count == 3)
        let rel = try #require(page.attribute(.rel, of: link))
        #expect(page.hasToken(rel, "license") && !page.hasToken(rel, "licens"))
        #expect(page.tokens(rel).map(page.string) == ["license", "nofollow"])
    }

    @Test("offsets point at the tag or the text in the page")
    func offsets() throws {
        let html = "<!DOCTYPE html><p class=a>Grüße <b>x</b><!-- c --><a href=y>z"
        let page = try read(html)
        let bytes = Array(html.utf8)
        for (index, node) in page.nodes.enumerated() where node.kind == .text {
            let run = page.bytes(page.range(ofText: index))
            #expect(bytes[Int(node.offset)..<Int(node.offset) + run.count] == run[...])
        }
        #expect(
            String(decoding: bytes[Int(page.nodes[Int(page.anchors[0])].offset)...], as: UTF8.self).hasPrefix(
                "<a href=y>"))
    }

    @Test("metas, links, base, title and language are listed wherever they stand, but not from template or comments")
    func lists() throws {
        let page = try read(
            """
            <html lang=fr><head><title> A  &amp;
            B</title><noscript><img src=x><meta name=one></noscript><meta name=two><base href=/b/>
            <template><meta name=three><a href=t>t</a></template></head><body>
            <!-- <meta name=four> --><svg><title>Icon</title></svg><meta name=five><link rel=license href=l>
            <div itemscope property=x></div></body></html>
            """)
        #expect(page.metas.map { page.value(.name, of: Int($0)) } == ["one", "two", "five"])
        #expect(page.links.count == 1 && page.anchors.isEmpty)
        #expect(page.title == "A & B" && page.language == "fr" && page.base == "/b/")
        #expect(page.microdata.count == 1 && page.rdfa.count == 1)
    }

    @Test("script data is kept raw for JSON-LD and RSL and dropped for all else")
    func scriptData() throws {
        let page = try read(
            "<script type='application/LD+json; x'>{\"a\":\"&amp;<b>\"}</script><script type=application/rsl+xml><rsl/></script>"
                + "<script>var x</script><body>t")
        let bodies = page.dataScripts.map { String(decoding: page.text(of: Int($0)), as: UTF8.self) }
        #expect(bodies == ["{\"a\":\"&amp;<b>\"}", "<rsl/>"])
        #expect(page.text(of: Int(page.bodyNode)) == Array("t".utf8))
    }

    @Test("comments are kept only where they may state a licence")
    func comments() throws {
        let page = try read("<body><!-- <rdf:RDF> --><!-- by CreativeCommons --><!-- LICENSE --><!-- build 7 -->x")
        #expect(
            page.comments.map { page.string(page.range(ofText: Int($0))) } == [
                " <rdf:RDF> ", " by CreativeCommons ", " LICENSE ",
            ])
    }

    @Test("whatever the page, subtrees nest and one parser reads as a new one does")
    func properties() throws {
        let shared = try HTMLParser()
        var seed: UInt64 = 7
        let parts = [
            "<p>", "</p>", "<div class=a>", "</div>", "<b>", "x &amp; y", " ", "<li>", "<table>", "<td>", "</table>",
            "<!--c-->",
            "<svg>", "</svg>", "<a href=q>", "</a>", "<script>", "</script>", "<title>", "</body>", "<head>", "</head>",
            "<html>", "&", "<",
            "<br/>", "</p", "<h1>", "</h2>", "<template>", "</template>", "<noscript>", "<select><option>", "<body>",
            "<math>", "<pre>",
        ]
        for _ in 0..<400 {
            var html = ""
            for _ in 0..<40 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                html += parts[Int(seed >> 33) % parts.count]
            }
            let page = shared.read(utf8: Array(html.utf8))
            #expect(page.nodes == (try read(html)).nodes)
            for (index, node) in page.nodes.enumerated() {
                #expect(node.end > index && Int(node.end) <= page.nodes.count)
                if node.parent >= 0 {
                    #expect(Int(node.parent) < index && node.end <= page.nodes[Int(node.parent)].end)
                }
            }
        }
    }
}

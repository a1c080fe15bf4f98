import Provenance
import Rights
import Testing

@Suite("Structured data of a thing, a badge that asks for more, a chooser and what is not shown license no page")
struct ThingScopeTests {
    private static let by = ScopeCase.by
    private static let rel = "<a rel=license href='\(by)'>CC BY 4.0</a>"

    private static func item(_ type: String, _ inner: String) -> String {
        "<div itemscope itemtype='https://schema.org/\(type)'>\(inner)</div>"
    }

    /// What is refused, and its accepted sibling.
    static let items: [(String, String)] = [
        (
            item("ImageObject", "<a itemprop=license rel=license href='\(by)'>CC BY 4.0</a>"),
            item("Article", "<a itemprop=license rel=license href='\(by)'>CC BY 4.0</a>")
        ),
        (item("VideoObject", rel), item("WPFooter", rel)),
        (item("AudioObject", "<p>\(rel)</p>"), item("Organization", "<p>\(rel)</p>")),
        (item("Article https://schema.org/ImageObject", rel), item("WebPage", rel)),
        (item("Book", "<link itemprop=license href='\(by)'>"), item("Article", "<link itemprop=license href='\(by)'>")),
        (
            item("Article", "<link itemprop=url href='https://ex.com/b'><link itemprop=license href='\(by)'>"),
            item("Article", "<link itemprop=url href='https://ex.com/a'><link itemprop=license href='\(by)'>")
        ),
        (
            item("Article", "A") + item("Article", "<link itemprop=license href='\(by)'>"),
            item("WebPage", "A") + item("Article", "<link itemprop=license href='\(by)'>")
        ),
    ]

    @Test("Microdata: a licence in an item is that item's", arguments: items)
    func microdata(_ refused: String, _ accepted: String) throws {
        #expect(try ScopeCase("thing", ScopeCase.page(footer: refused), .none).difference() == nil)
        #expect(try ScopeCase("page", ScopeCase.page(footer: accepted), .covers, ["cc-by"]).difference() == nil)
    }

    static let nodes: [(String, String)] = [
        (
            #"{"@graph":[{"@type":"Article","headline":"A","license":"\#(by)"},{"@type":"Article","headline":"B"}]}"#,
            #"{"@graph":[{"@type":"Article","url":"/a","license":"\#(by)"},{"@type":"Article","url":"/b"}]}"#
        ),
        (
            #"[{"@type":"Article","url":"/a"},{"@type":"Article","license":"\#(by)"}]"#,
            #"[{"@type":"WebPage","url":"/a"},{"@type":"Article","license":"\#(by)"}]"#
        ),
        (
            ##"{"@graph":[{"@type":"Article","@id":"#1","license":"\##(by)"},{"@type":"Article","@id":"#2"}]}"##,
            ##"{"@graph":[{"@type":"Article","@id":"#1","license":"\##(by)"},{"@type":"Person","@id":"#2"}]}"##
        ),
        (
            ##"{"@type":"Article","@id":"#x","url":"/b","license":"\##(by)"}"##,
            ##"{"@type":"Article","@id":"#x","url":"/a","license":"\##(by)"}"##
        ),
        (
            #"{"@type":"Article","url":"b.html","license":"\#(by)"}"#,
            #"{"@type":"Article","url":"a#x","license":"\#(by)"}"#
        ),
        (
            #"{"@type":"WebPage","url":"/b","mainEntity":{"@type":"Article","license":"\#(by)"}}"#,
            #"{"@type":"WebPage","url":"/a","mainEntity":{"@type":"Article","license":"\#(by)"}}"#
        ),
        (
            #"{"@type":["Article","ImageObject"],"license":"\#(by)"}"#,
            #"{"@type":["Article","BlogPosting"],"license":"\#(by)"}"#
        ),
        (
            #"{"@context":{"license":"https://ex.com/badge"},"@type":"Article","license":"\#(by)"}"#,
            #"{"@context":{"license":{"@id":"schema:license","@type":"@id"}},"@type":"Article","license":"\#(by)"}"#
        ),
        (
            #"{"@context":["https://schema.org",{"Article":"https://ex.com/Photo"}],"@type":"Article","license":"\#(by)"}"#,
            #"{"@context":["https://schema.org",{"@language":"en"}],"@type":"Article","license":"\#(by)"}"#
        ),
        (
            #"{"@context":"https://ex.com/context","@type":"Article","license":"\#(by)"}"#,
            #"{"@context":"http://schema.org/","@type":"Article","license":"\#(by)"}"#
        ),
        (
            #"{"@context":{"@vocab":"https://ex.com/"},"@type":"Article","license":"\#(by)"}"#,
            #"{"@context":{"@vocab":"https://schema.org/"},"@type":"Article","license":"\#(by)"}"#
        ),
        (#"{"@type":"Book","license":"\#(by)"}"#, #"{"@type":"Chapter","url":"/a","license":"\#(by)"}"#),
        (#"{"@type":"Course","license":"\#(by)"}"#, #"{"@type":"BlogPosting","license":"\#(by)"}"#),
        (#"{"@type":"SoftwareSourceCode","license":"\#(by)"}"#, #"{"@type":"TechArticle","license":"\#(by)"}"#),
        (#"{"@type":"Dataset","license":"\#(by)"}"#, #"{"@type":"Report","license":"\#(by)"}"#),
    ]

    @Test("JSON-LD: only the one work of the page, in words of schema.org", arguments: nodes)
    func linkedData(_ refused: String, _ accepted: String) throws {
        #expect(try ScopeCase("thing", ScopeCase.page(head: ScopeCase.json(refused)), .none).difference() == nil)
        let page = ScopeCase.page(head: ScopeCase.json(accepted))
        #expect(try ScopeCase("page", page, .covers, ["cc-by"]).difference() == nil)
    }

    static let badges: [(String, String)] = [
        (
            "<img src='https://i.creativecommons.org/l/by-nc-nd/4.0/88x31.png'>",
            "<img src='https://i.creativecommons.org/l/by/4.0/88x31.png'>"
        ),
        ("<img src='/img/cc-by-nc-nd.png'>", "<img src='/img/cc-by.png'>"),
        ("<img src=b.png alt='CC BY-NC-ND 4.0'>", "<img src=b.png alt='CC BY 4.0'>"),
        ("Attribution-NonCommercial 4.0 International", "Attribution 4.0 International"),
        ("<span title='Namensnennung - Nicht kommerziell'>Lizenz</span>", "<span title='Namensnennung'>Lizenz</span>"),
        ("by-nc-sa", "by"), ("CC BY NC", "CC BY"),
        ("<svg aria-label='BY-ND'></svg>Licence", "<svg aria-label='BY'></svg>Licence"),
    ]

    @Test("A badge or label that asks for more than the address is a conflict", arguments: badges)
    func badge(_ refused: String, _ accepted: String) throws {
        func finding(_ label: String) throws -> LicenceFinding {
            try PageFixture(html: ScopeCase.page(footer: "<a rel=license href='\(Self.by)'>\(label)</a>")).reading()
                .licence
        }
        #expect(try finding(refused).outcome == .conflict)
        #expect(try finding(accepted).outcome == .covers)
    }

    static let choices: [String] = [
        "<label><input type=radio name=l> \(rel)</label>", "<select><option>\(rel)</option></select>",
        "<fieldset>\(rel)</fieldset>", "<form>\(rel)</form>", "<div class=license-chooser>\(rel)</div>",
        "<div class=reader-letters>\(rel)</div>", "<section id=leserbriefe>\(rel)</section>",
        "<ul class=commentaires><li>\(rel)</li></ul>", "<code>\(rel)</code>", "<pre>\(rel)</pre>",
    ]

    @Test("A choice, a letter of a reader, an example", arguments: choices)
    func choice(_ html: String) throws {
        #expect(try ScopeCase("footer", ScopeCase.page(footer: html), .none).difference() == nil)
        #expect(try ScopeCase("text", ScopeCase.page("<div>\(html)</div>"), .none).difference() == nil)
    }

    static let hidden: [(String, String)] = [
        ("opacity:0", "opacity:0.8"), ("opacity: 0.01 !important", "opacity:100%"), ("font-size:0", "font-size:1em"),
        ("font-size:1px", "font-size:80%"), ("position:absolute;left:-9999px", "position:absolute;left:-2px"),
        ("text-indent:-9999em", "text-indent:-1em"), ("clip:rect(0,0,0,0)", "clip:auto"),
        ("clip-path:inset(50%)", "clip-path:none"), ("height:0;overflow:hidden", "height:1%"),
        ("width:1px", "width:50%"),
        ("transform:scale(0)", "transform:scale(1)"), ("color:transparent", "color:rgb(0,0,0)"),
        ("text-decoration:line-through", "text-decoration:underline"), ("visibility:collapse", "visibility:visible"),
    ]

    @Test("A style of its own that shows it to nobody", arguments: hidden)
    func style(_ refused: String, _ accepted: String) throws {
        func page(_ style: String) -> String { ScopeCase.page(footer: "<div style='\(style)'>\(Self.rel)</div>") }
        #expect(try ScopeCase("hidden", page(refused), .none).difference() == nil)
        #expect(try ScopeCase("shown", page(accepted), .covers, ["cc-by"]).difference() == nil)
    }

    @Test(
        "Classes that hide, and struck text",
        arguments: ["<p class='sr-only'>", "<p class='x d-none'>", "<del>", "<s>"])
    func concealed(_ tag: String) throws {
        #expect(try ScopeCase("hidden", ScopeCase.page(footer: tag + Self.rel), .none).difference() == nil)
    }

    static let tails: [(String, String)] = [
        ("https://creativecommons.org/licenses/by/4.0/foo/bar", "https://creativecommons.org/licenses/by/4.0/deed.en"),
        ("https://creativecommons.org/licenses/by/4.0/nc", "https://creativecommons.org/licenses/by/4.0/legalcode"),
        ("https://creativecommons.org/licenses/by/4.0-nc", "https://creativecommons.org/licenses/by/4.0"),
        ("https://creativecommons.org:8443/licenses/by/4.0/", "https://creativecommons.org:443/licenses/by/4.0/"),
        (
            "https://creativecommons.org/licenses/by/3.0/us/deed.en/x",
            "https://creativecommons.org/licenses/by/3.0/us/deed.en_US"
        ),
        (
            "https://creativecommons.org/publicdomain/zero/1.0/x",
            "https://creativecommons.org/publicdomain/zero/1.0/deed.pt-br"
        ),
    ]

    @Test("An address with more behind it, or another port, is not the licence's", arguments: tails)
    func tail(_ refused: String, _ accepted: String) throws {
        func outcome(_ url: String) throws -> LicenceFinding.Outcome {
            try PageFixture(html: ScopeCase.page(head: "<link rel=license href='\(url)'>")).reading().licence.outcome
        }
        #expect(try outcome(refused) != .covers)
        #expect(try outcome(accepted) == .covers)
    }
}

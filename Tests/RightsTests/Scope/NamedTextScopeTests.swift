import Provenance
import Rights
import Testing

@Suite("A statement about the text of somebody, or of a part of the site, is not the page's")
struct NamedTextScopeTests {
    private static let by = ScopeCase.by
    private static let rel = "<a rel=license href='\(by)'>CC BY 4.0</a>"
    private static let forms = [rel, "<a href='\(by)'>CC BY 4.0</a>", "CC BY 4.0"]

    static let strangers: [String] = [
        "Wikipedia text is licensed under @", "Third-party content is licensed under @",
        "User contributions are licensed under @", "User content is licensed under @", "Dictionary @", "Glossary: @",
        "Dictionary text is licensed under @", "Icons @", "Icons are licensed under @", "Data @", "Map @",
        "Sample code @",
        "Fandom content is available under @", "Guest posts are licensed under @", "Reader posts are licensed under @",
        "Community content is available under @ unless otherwise noted.", "Press texts are licensed under @",
        "Forum posts are licensed under @", "Wiki content is licensed under @", "Blog posts are licensed under @",
        "Content on our blog is licensed under @", "Our dictionary is licensed under @",
        "Content of Wikipedia is licensed under @", "Content on Fandom is licensed under @",
        "Website by Acme Studio, @", "Content by Acme Media is licensed under @", "Old content is licensed under @",
        "New articles are licensed under @", "English text is licensed under @",
        "Acme documentation is licensed under @",
        "Minimal Mistakes content is licensed under @", "Acme text and images are licensed under @",
        "Example text is licensed under @", "Sidebar text is licensed under @", "Original text by Jane Roe, @",
        "Text: Jane Roe, @", "Source text: @", "Wikipedia-Inhalte sind lizenziert unter @", "Wörterbuch @",
        "Fremde Inhalte sind lizenziert unter @", "Les textes de Wikipédia sont sous licence @", "Dictionnaire @",
        "Diccionario @", "All material on this website by Acme is licensed under @",
        "This work by Acme, used in this article, is licensed under @", "All content you post is licensed under @",
        "All pages marked so are licensed under @", "See this article under @", "If this article is licensed under @",
        "This article is licensed under @ except for the text and data", "Quest'immagine è distribuita con @",
        "Bridge at dawn by Jo Doe is licensed under @", "The Bridge by Jo Doe is licensed under @",
    ]

    @Test("Names of strangers, and of parts", arguments: strangers)
    func stranger(_ text: String) throws {
        for form in Self.forms {
            let line =
                "<p>" + text.split(separator: "@", omittingEmptySubsequences: false).joined(separator: form) + "</p>"
            for html in [ScopeCase.page(line), ScopeCase.page(footer: line)] {
                let finding = try PageFixture(html: html).reading().licence
                #expect(finding.outcome != .covers, "\(form): \(finding.reason)")
            }
        }
    }

    private static func outcome(
        _ line: String, title: String = "Bridges | Old Archive", head: String = "", url: String = "https://ex.com/a"
    ) throws -> LicenceFinding.Outcome {
        let html = ScopeCase.page(head: head, footer: "<p>\(line) \(rel)</p>")
            .replacing("<title>t</title>", with: "<title>\(title)</title>")
        return try PageFixture(html: html, path: String(url.dropFirst("https://ex.com".count))).reading().licence
            .outcome
    }

    @Test("The site's own name: its title's last part, what its metadata call it, its publisher and author")
    func ownNames() throws {
        let text = "Old Archive content is licensed under"
        #expect(try Self.outcome(text) == .covers)
        #expect(try Self.outcome(text, title: "Old Archive | Bridges") != .covers)
        #expect(try Self.outcome(text, title: "Old Archive") != .covers)
        #expect(try Self.outcome(text, title: "Old Archive", url: "https://ex.com/") == .covers)
        #expect(try Self.outcome(text, title: "Bridges | A line about Old Archive") != .covers)
        let site = "<meta property='og:site_name' content='The Old Archive'>"
        #expect(try Self.outcome(text, title: "t", head: site) == .covers)
        // A name that the site gives itself is more than a part of a title.
        #expect(try Self.outcome(text, head: "<meta property='og:site_name' content='Bridge Society'>") != .covers)
        let publisher = ScopeCase.json(
            #"{"@type":"Article","publisher":{"@type":"Organization","name":"Old Archive"}}"#)
        #expect(try Self.outcome(text, title: "t", head: publisher) == .covers)
        let picture = ScopeCase.json(#"{"@type":"ImageObject","publisher":{"name":"Old Archive"}}"#)
        #expect(try Self.outcome(text, title: "t", head: picture) != .covers)
        let author = "<meta name=author content='Jane Roe'>"
        #expect(try Self.outcome("Text by Jane Roe is licensed under", head: author) == .covers)
        #expect(try Self.outcome("Text by Jane Roe is licensed under") != .covers)
    }

    @Test("A part of the site on its own pages, by the address or the word `this`")
    func sections() throws {
        #expect(try Self.outcome("Blog posts are licensed under", url: "https://ex.com/blog/a") == .covers)
        #expect(try Self.outcome("Blog posts are licensed under", title: "A | Jo's Blog") == .covers)
        #expect(try Self.outcome("Posts of this blog are licensed under") == .covers)
        #expect(try Self.outcome("Posts of our blog are licensed under") != .covers)
        #expect(try Self.outcome("Text of this dictionary is licensed under") == .covers)
        #expect(try Self.outcome("© 2020 Old Town Journal", title: "t") == .covers)
    }

    static let holders: [String] = [
        "© 2020 Jo Doe and Ann Smith @", "Copyright 2020 Old Archive Society. @", "Jo Doe © 2020 @",
        "This work by Jo Doe is licensed under @", "This article by Jo Doe and Ann Smith is licensed under @",
        "© 2020 The Bridge Authors. This content is licensed under @", "(c) 2020 Jo Doe @",
        "This site is licensed under a Creative Commons Attribution 3.0 Germany License: @",
    ]

    @Test("Holders in a notice of copyright, and who wrote this work", arguments: holders)
    func holder(_ text: String) throws {
        let line =
            "<p>" + text.split(separator: "@", omittingEmptySubsequences: false).joined(separator: Self.rel) + "</p>"
        #expect(try ScopeCase("holder", ScopeCase.page(footer: line), .covers, ["cc-by"]).difference() == nil)
    }

    static let choosers: [String] = [
        "<p><a href='/a'>TITLE</a> by <a href='/jo'>Jo Doe</a> is licensed under @</p>",
        "<p>TITLE by Jo Doe is licensed under @</p>",
        "<p><a href='/a'>TITLE</a> © 2024 by Jo Doe is licensed under @</p>",
        "<p>TITLE is licensed under @</p>", "<p>TITLE von Jo Doe ist lizenziert unter @</p>",
        "<p><a property='dct:title' rel='cc:attributionURL' href='/a'>TITLE</a> by <a rel='dct:creator' "
            + "property='cc:attributionName' href='/jo'>Jo Doe</a> is licensed under <a rel='license noopener' "
            + "href='\(by)?ref=chooser-v1'>CC BY 4.0<img src='https://mirrors.creativecommons.org/presskit/icons/cc.svg'></a></p>",
        "<a rel=license href='\(by)'><img src='https://i.creativecommons.org/l/by/4.0/88x31.png'></a><br>"
            + "<span property='dct:title'>TITLE</span> by <a href='/jo'>Jo Doe</a> is licensed under @",
    ]

    @Test("The chooser's sentence, with the title of the page and of another work", arguments: choosers)
    func chooser(_ form: String) throws {
        let text = form.split(separator: "@", omittingEmptySubsequences: false).joined(separator: Self.rel)
        let (own, other) = (
            text.replacing("TITLE", with: "Old papers"), text.replacing("TITLE", with: "Bridge at dawn")
        )
        for place in [{ ScopeCase.page($0) }, { ScopeCase.page(footer: $0) }, { $0 + ScopeCase.page() }]
            as [(String) -> String]
        {
            #expect(try ScopeCase("own", place(own), .covers, ["cc-by"]).difference() == nil)
            #expect(try PageFixture(html: place(other)).reading().licence.outcome != .covers)
        }
    }
}

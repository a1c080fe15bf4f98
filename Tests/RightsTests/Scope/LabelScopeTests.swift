import Provenance
import Rights
import Testing

@Suite("Plain licences: labels, remarks about pictures, waivers and names of what an element has")
struct LabelScopeTests {
    private static let by = ScopeCase.by
    private static let zero = "https://creativecommons.org/publicdomain/zero/1.0/"
    private static let bare = "<a href='\(by)'>CC BY 4.0</a>"
    private static let rel = "<a rel=license href='\(by)'>CC BY 4.0</a>"

    static let plain: [String] = [
        "<p>License: @</p>", "<p>Licence: @.</p>", "<p>Text: @.</p>",
        "<p>Text: @. Photos: all rights reserved.</p>", "<p>Text: @, photos: all rights reserved</p>",
        "<p>Text: @; images: all rights reserved</p>", "<p>Lizenz: @</p>", "<p>Licencia: @</p>",
        "<p>Site design / logo © 2024 Stack Exchange Inc; user contributions licensed under @.</p>",
    ]

    @Test("As a link, with the relation and without, at the end of the text and in the footer", arguments: plain)
    func licensed(_ text: String) throws {
        for link in [Self.bare, Self.rel] {
            let html = text.replacing("@", with: link)
            #expect(try ScopeCase("body", ScopeCase.page(html), .covers, ["cc-by"]).difference() == nil)
            #expect(try ScopeCase("footer", ScopeCase.page(footer: html), .covers, ["cc-by"]).difference() == nil)
        }
    }

    static let others: [String] = [
        "<p>Text: all rights reserved. Photos: @</p>", "<p>Photos: @. Text: all rights reserved.</p>",
        "<p>Text: © The Times. Photos: @.</p>", "<p>Text: @. All rights reserved.</p>",
        "<p>Text: @. Photos and texts: all rights reserved.</p>", "<p>Text: @? Photos: all rights reserved</p>",
        "<p>Text: @. Photos of this article: all rights reserved.</p>", "<p>License of the theme: @</p>",
        "<p>Image license: @</p>", "<p>License: @ (images)</p>", "<p>License: formerly @</p>",
        "<p>License to be decided, perhaps @</p>", "<p>User photos licensed under @.</p>",
        "<h2>Picture licence</h2><p>@</p>",
        "<h2>Data licence</h2><p>@</p>", "<p>Text of the badge: @. Photos: all rights reserved</p>",
        "<p>Text: @, except this article. Photos: all rights reserved</p>",
        "<p>Source: <a href=https://thetimes.com/x>The Times</a> | License: @</p>", "<p>Their license: @</p>",
        "<p>Attribution: The Times</p><p>License: @</p>", "<p>Original author: Max Roe</p><p>License: @</p>",
        "<p>Version: 1.2.3</p><p>License: @</p>", "<p><a href=x.zip>x.zip</a></p><p>License: @</p>",
        "<ul><li>Size: 3 MB</li><li>License: @</li></ul>", "<p>Author: Max Roe</p><p>License: @</p>",
        "<p>Logo © 2024 Ex; icons licensed under @</p>",
        "<p>Community content of our partners is available under @</p>",
    ]

    @Test("The same words of something else, or taken back", arguments: others)
    func other(_ text: String) throws {
        for link in [Self.bare, Self.rel] {
            let html = text.replacing("@", with: link)
            for page in [ScopeCase.page(html), ScopeCase.page(footer: html)] {
                #expect(try PageFixture(html: page).reading().licence.outcome != .covers, "\(link)")
            }
        }
    }

    @Test(
        "A label says whose licence it is only on a page that shows no other thing",
        arguments: ["/dataset/rain", "/wiki/File:Bridge.jpg", "/photos/1", "/img/bridge.png"])
    func thing(_ path: String) throws {
        let html = ScopeCase.page("<p>License: \(Self.bare)</p>")
        #expect(try PageFixture(html: html, path: path).reading().licence.outcome != .covers)
        #expect(try PageFixture(html: html, path: "/posts/1").reading().licence.outcome == .covers)
    }

    @Test("Under a heading of licences, at the end of the text; in a footer only with the relation")
    func heading() throws {
        func outcome(_ page: (String) -> String, _ link: String, _ lead: String = "") throws -> LicenceFinding.Outcome {
            try PageFixture(html: page(lead + "<h2>Licence</h2><p>\(link)</p>")).reading().licence.outcome
        }
        #expect(try outcome({ ScopeCase.page($0) }, Self.bare) == .covers)
        #expect(try outcome({ ScopeCase.page($0) }, Self.rel) == .covers)
        #expect(try outcome({ ScopeCase.page(footer: $0) }, Self.bare) == .unclear)
        #expect(try outcome({ ScopeCase.page(footer: $0) }, Self.rel) == .covers)
        #expect(try outcome({ ScopeCase.page($0) }, Self.bare, "<figure><img src=b.jpg></figure>") != .covers)
    }

    @Test("The people of a page in a row before it", arguments: [("Jane Doe", true), ("Max Roe", false)])
    func row(_ author: String, _ covers: Bool) throws {
        let html = ScopeCase.page(
            head: "<meta name=author content='Jane Doe'>", "<p>Author: \(author)</p><p>License: \(Self.rel)</p>")
        #expect((try PageFixture(html: html).reading().licence.outcome == .covers) == covers)
        let dated = ScopeCase.page("<p>Published: 5 March 2024</p><p>License: \(Self.rel)</p>")
        #expect(try ScopeCase("dated", dated, .covers, ["cc-by"]).difference() == nil)
    }

    @Test("A notice of the page's own people in a footer, with a bare link")
    func notice() throws {
        func page(_ author: String) -> String {
            ScopeCase.page(
                head: "<meta name=author content='\(author)'>", footer: "<p>2019 - 2024 Jane Doe, \(Self.bare)</p>")
        }
        #expect(try ScopeCase("own", page("Jane Doe"), .covers, ["cc-by"]).difference() == nil)
        #expect(try PageFixture(html: page("Max Roe")).reading().licence.outcome == .unclear)
    }

    static let waivers: [(String, Bool)] = [
        (
            "To the extent possible under law, Jane Doe has waived all copyright and related or neighboring rights to this work. @",
            true
        ),
        ("The author has dedicated this work to the public domain under @.", true),
        ("Jane Doe has waived all rights to this work under @", true),
        (
            "To the extent possible under law, Jane Doe has waived all copyright and related or neighboring rights to the photo. @",
            false
        ),
        (
            "To the extent possible under law, Jane Doe has waived all copyright and related or neighboring rights to Moon. @",
            false
        ),
        (
            "To the extent possible under law, nobody has waived all copyright and related or neighboring rights to this work. @",
            false
        ),
        ("Jane Doe has not waived all rights to this work under @", false),
    ]

    @Test("The waiver of CC0, by whoever has the work", arguments: waivers)
    func waiver(_ text: String, _ covers: Bool) throws {
        for link in ["<a href='\(Self.zero)'>CC0 1.0</a>", "<a rel=license href='\(Self.zero)'>CC0 1.0</a>"] {
            let html = "<p>" + text.replacing("@", with: link) + "</p>"
            for page in [ScopeCase.page(html), ScopeCase.page(footer: html)] {
                #expect((try PageFixture(html: page).reading().licence.outcome == .covers) == covers, "\(link)")
            }
        }
    }

    @Test("What an element has is not what it is")
    func thumbnail() throws {
        func page(_ name: String) -> String {
            "<html><head><title>Old papers</title></head><body><article class='\(name)'><h1>Old papers</h1>\(prose)"
                + "<p>This article is licensed under \(Self.rel).</p></article></body></html>"
        }
        #expect(try ScopeCase("has", page("post has-post-thumbnail hentry"), .covers, ["cc-by"]).difference() == nil)
        #expect(try PageFixture(html: page("post-thumbnail")).reading().licence.outcome != .covers)
    }

    @Test("Rights reserved in pictures are none in the text")
    func pictures() throws {
        func page(_ words: String) -> String {
            ScopeCase.page("<p>This article is licensed under \(Self.rel).</p>", footer: "<p>\(words)</p>")
        }
        for words in ["Photos: all rights reserved", "Photos © Jo Roe, all rights reserved"] {
            #expect(try ScopeCase("photos", page(words), .covers, ["cc-by"]).difference() == nil)
        }
        for words in [
            "Photos and texts: all rights reserved", "Photo desk. All rights reserved", "All rights reserved",
        ] {
            #expect(try PageFixture(html: page(words)).reading().licence.outcome == .unclear)
        }
    }
}

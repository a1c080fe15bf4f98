import Provenance
import Testing

@Suite("A licence of something on the page is not the page's")
struct AssetScopeTests {
    private static let by = ScopeCase.by
    private static let link = "<a href='\(by)'>CC BY 4.0</a>"
    private static let rel = "<a rel=license href='\(by)'>CC BY 4.0</a>"

    /// Credits of photos, fonts, themes, plug-ins and icons, in the languages of pages.
    static let credits: [String] = [
        "Photo: Jo Doe, \(link)", "Header image by Jo Doe, licensed under \(rel)", "Icons by FamFamFam, \(rel)",
        "Icon made by Freepik from Flaticon, licensed by \(rel)", "Theme under \(rel)",
        "This plugin is licensed under \(rel)",
        "Font: Open Type, \(rel)", "Map data by the map people, \(rel)", "Template by Jo, \(rel)",
        "Foto: Jo Doe, lizenziert unter \(rel)", "Bild von Jo Doe, \(rel)", "Bildnachweis: Jo Doe, \(rel)",
        "Titelbild: Jo Doe \(rel)", "Schriftart unter \(rel)", "Photographie de Jo Doe, sous licence \(rel)",
        "Icônes par Jo Doe, sous licence \(rel)", "Thème sous licence \(rel)", "Imagen de Jo Doe, bajo licencia \(rel)",
        "Fotografía: Jo Doe \(rel)", "Plantilla bajo \(rel)", "Imagem de Jo Doe, licença \(rel)",
        "Immagine di Jo Doe, \(rel)",
        "Afbeelding: Jo Doe, \(rel)", "Zdjęcie: Jo Doe, licencja \(rel)", "Фото: Jo Doe, \(rel)", "图片来自某人，采用 \(rel)",
        "写真：某氏、\(rel)", "사진 제공 \(rel)", "Old bridge by Jo Doe (\(rel))", "via Flickr, \(rel)",
        "Screenshots are licensed under \(rel)", "The source code is licensed under \(rel)",
        "The dataset is available under \(rel)",
        "The abstract is licensed under \(rel)", "Metadata: \(rel)",
    ]

    /// Parts of a page that only its words set apart.
    static let parts: [String] = [
        "<img src=a.jpg><br>by Jo Doe, \(rel)", "<img src=a.jpg> Jo Doe / \(rel)", "Courtesy of the museum, \(rel)",
        "User comments are licensed under \(rel)", "Except for articles, this site is licensed under \(rel)",
        "Before 2015 our articles were licensed under \(rel)", "Can I release my work under \(rel)? Yes.",
        "Portions of this page are licensed under \(rel)", "Some content on this site is licensed under \(rel)",
        "The API is available under \(rel)", "Download the report (PDF, \(rel))",
        "<table><tr><td>Image</td><td>Jo</td><td>\(rel)</td></tr></table>", "<dl><dt>Photo</dt><dd>\(rel)</dd></dl>",
        "Adapted from Jo Doe, \(rel)", "© OpenStreetMap contributors, \(rel)", "Definitions from Wiktionary, \(rel)",
        "By posting you agree that your contributions are licensed under \(rel)",
        "Einige Inhalte sind lizenziert unter \(rel)",
    ]

    @Test("Words that set apart what is licensed", arguments: parts)
    func part(_ line: String) throws {
        #expect(try ScopeCase("text", ScopeCase.page("<p>\(line)</p>"), .none).difference() == nil)
        #expect(try ScopeCase("footer", ScopeCase.page(footer: "<p>\(line)</p>"), .none).difference() == nil)
    }

    @Test("In a list of the text only words say that it is the page's")
    func list() throws {
        let source = "<h2>Sources</h2><ol><li>Jo Doe: Old bridges. \(Self.rel)</li></ol>"
        #expect(try ScopeCase("source", ScopeCase.page(source), .none).difference() == nil)
        let own = "<dl><dt>Licence</dt><dd>\(Self.rel)</dd></dl>"
        #expect(try ScopeCase("own", ScopeCase.page(own), .covers, ["cc-by"]).difference() == nil)
        let book = "<p>This post is about a book that is published under \(Self.link).</p>"
        #expect(try ScopeCase("book", ScopeCase.page(book), .none).difference() == nil)
    }

    static let wholes: [String] = [
        "<img src=logo.png> Content of this site is licensed under \(rel)", "Some rights reserved: \(rel)",
        "<img src='https://i.creativecommons.org/l/by/4.0/88x31.png'> \(rel)", "<img src='/img/cc-by.png'><br>\(rel)",
        "Except as noted, content is licensed under \(rel)", "Except images, all content is licensed under \(rel)",
    ]

    @Test("Words that look alike and set nothing apart", arguments: wholes)
    func whole(_ line: String) throws {
        let page = ScopeCase.page(footer: "<p>\(line)</p>")
        #expect(try ScopeCase("footer", page, .covers, ["cc-by"]).difference() == nil)
    }

    @Test("Credit lines, wherever they stand", arguments: credits)
    func credit(_ line: String) throws {
        #expect(try ScopeCase("text", ScopeCase.page("<p>\(line)</p>"), .none).difference() == nil)
        #expect(try ScopeCase("footer", ScopeCase.page(footer: "<p>\(line)</p>"), .none).difference() == nil)
    }

    static let places: [(String, String)] = [
        ("figure", "<figure><img src=p.jpg><figcaption>\(rel)</figcaption></figure>"),
        ("gallery", "<div class='photo-gallery'>\(rel)</div>"),
        ("caption", "<div class='wp-caption-text'>\(rel)</div>"),
        ("Wikipedia thumbnail", "<div class='thumbinner'>\(rel)</div>"),
        ("quotation", "<blockquote>Text \(rel)</blockquote>"),
        ("excerpt box", "<div class='wiki-excerpt'>From the encyclopaedia, \(rel)</div>"),
        ("embedded player", "<div class='video-player'>\(rel)</div>"),
        ("slideshow", "<div id=slideshare-embed>\(rel)</div>"),
        ("forum signature", "<div class=signature>My posts: \(rel)</div>"),
        ("comment", "<div class=comments><p>\(rel)</p></div>"),
        ("search results", "<div class='search-results'><p>Hit \(rel)</p></div>"),
        ("related", "<div class=related>\(rel)</div>"),
        ("object", "<object>\(rel)</object>"), ("dialog", "<dialog>\(rel)</dialog>"),
    ]

    @Test("Parts of a page that are not its text", arguments: places.map(\.0))
    func place(_ name: String) throws {
        let html = try #require(Self.places.first { $0.0 == name }).1
        #expect(try ScopeCase(name, ScopeCase.page(html), .none).difference() == nil)
    }
}

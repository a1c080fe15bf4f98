import Markup
import Testing

@testable import Extraction

@Suite("Main text")
struct ExtractorTests {
    static let sentence =
        "The harbour master of the small town kept a careful book of every ship that came in and of what it carried."

    static func read(_ html: String) throws -> (PageReading, ExtractedDocument) {
        let page = try HTMLParser().read(utf8: Array(html.utf8))
        return (page, Extractor().read(page))
    }

    static func text(_ html: String) throws -> String { String(decoding: try read(html).1.text, as: UTF8.self) }

    static let page = """
        <html lang=en><head><title>Ships</title><style>.a{}</style></head><body>
        <header class=masthead><nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav></header>
        <div class=wrapper><div class="article-body"><h1>Ships</h1>
        <p>\(sentence)</p><h2>Cargo</h2><p>\(sentence) <a href=x>Salt</a>, <b>tar</b>.<br>Rope.</p>
        <ul><li>Salt fish<li>Hemp</ul>
        <figure><img src=i><figcaption>A ship at anchor, as seen from the quay in the late autumn of that year.</figcaption></figure>
        <div class="share-buttons"><a href=f>Share</a></div>
        <p>\(sentence)</p></div>
        <div id=comments><p>\(sentence) I do not believe a word.</p></div>
        <div class="related-posts"><p><a href=r>\(sentence)</a></p></div></div>
        <footer><p>Copyright 2026 by the harbour and all who sail from it, in all the countries of the world.</p></footer>
        </body></html>
        """

    @Test("paragraphs, headings, lists and line breaks come out in order, and nothing of what surrounds them")
    func mainText() throws {
        let expected = [
            "Ships", Self.sentence, "Cargo", Self.sentence + " Salt, tar.", "Rope.", "Salt fish", "Hemp", Self.sentence,
        ]
        #expect(try Self.text(Self.page) == expected.joined(separator: "\n"))
    }

    @Test(
        "every block has the label of the part it plays",
        arguments: [
            ("News", BlockLabel.header), ("A ship at anchor", .figure), ("Share", .boilerplate), ("Hemp", .main),
            ("Copyright", .footer),
        ])
    func labels(start: String, label: BlockLabel) throws {
        let (page, document) = try Self.read(Self.page)
        let node = page.nodes.indices.first {
            page.nodes[$0].kind == .text && page.string(page.range(ofText: $0)).hasPrefix(start)
        }
        #expect(document.blocks.label(of: try #require(node)) == label)
    }

    @Test("user comments and teasers are labelled as such")
    func commentLabels() throws {
        let (page, document) = try Self.read(Self.page)
        let blocks = page.nodes.indices.filter { page.nodes[$0].tag == .div && page.nodes[$0].kind == .element }
        #expect(blocks.map { document.blocks.label(of: $0) } == [.main, .main, .boilerplate, .comment, .related])
    }

    @Test(
        "a page without running text has none",
        arguments: [
            "", "<p>Hi",
            "<ul>" + String(repeating: "<li><a href=x>A link to another page of this site</a>", count: 40) + "</ul>",
            "<form><label>Name</label><input></form>",
        ])
    func noText(html: String) throws {
        let (_, document) = try Self.read(html)
        #expect(document.text.isEmpty && !document.blocks.hasMain)
    }

    @Test("text written without spaces is measured by its characters")
    func chinese() throws {
        let paragraph = "港口管理员仔细记录每一艘进港的船只以及它们所运载的货物，多年来从未间断，因此这本册子今天成为研究贸易的重要史料。"
        #expect(
            try Self.text("<body><div><p>\(paragraph)</p><p>\(paragraph)</p></div>") == paragraph + "\n" + paragraph)
    }

    @Test("preformatted text keeps its lines and hidden text stays out")
    func preformatted() throws {
        let text = try Self.text(
            "<body><p>\(Self.sentence)</p><pre>a\n  b</pre><p style='display: none'>\(Self.sentence)</p><p>\(Self.sentence)</p>"
        )
        #expect(text == "\(Self.sentence)\na\n  b\n\(Self.sentence)")
    }
}

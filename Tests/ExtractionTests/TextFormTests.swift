import Markup
import Testing

@testable import Extraction

@Suite("Forms of main text: what lists, tables and code become")
struct TextFormTests {
    static let sentence = MainElementTests.one + " " + MainElementTests.two

    static func text(_ body: String, _ form: TextForm) throws -> String {
        let page = try HTMLParser().read(utf8: Array("<html><body><div>\(body)</div></body></html>".utf8))
        return String(decoding: Extractor(form).read(page).text, as: UTF8.self)
    }

    static let table =
        "<table><tr><th>Ship<th>Cargo<tr><td>Anna<td>Coal|tar<tr><td><td>Salt<br>fish<tr><td>Eva<td><a href=x>Hemp</a></table>"

    @Test(
        "blocks in both forms",
        arguments: [
            ("<h2>Fog</h2><p>\(sentence)</p>", "Fog\n\(sentence)", "## Fog\n\n\(sentence)"),
            (
                "<p>\(sentence)</p><ul><li>Coal<li>Tar<ol><li>Pine<li>Birch</ol></ul><p>\(sentence)</p>",
                "\(sentence)\nCoal\nTar\nPine\nBirch\n\(sentence)",
                "\(sentence)\n\n- Coal\n- Tar\n  1. Pine\n  2. Birch\n\n\(sentence)"
            ),
            (
                "<p>\(sentence)</p>\(table)<p>\(sentence)</p>",
                "\(sentence)\nShip\tCargo\nAnna\tCoal|tar\nSalt fish\nEva\tHemp\n\(sentence)",
                "\(sentence)\n\n| Ship | Cargo |\n| --- | --- |\n| Anna | Coal\\|tar |\n|  | Salt fish |\n| Eva | Hemp |\n\n\(sentence)"
            ),
            (
                "<p>\(sentence)</p><pre>a = 1\n  b ``` c</pre>", "\(sentence)\na = 1\n  b ``` c",
                "\(sentence)\n\n````\na = 1\n  b ``` c\n````"
            ),
            (
                "<p>\(sentence)</p><blockquote><p>\(sentence)</p><p>\(sentence)</p></blockquote>",
                "\(sentence)\n\(sentence)\n\(sentence)", "\(sentence)\n\n> \(sentence)\n>\n> \(sentence)"
            ),
            ("<p>\(sentence)<br># no heading</p>", "\(sentence)\n# no heading", "\(sentence)  \n\\# no heading"),
        ])
    func blocks(body: String, text: String, markdown: String) throws {
        #expect(try Self.text(body, .text) == text)
        #expect(try Self.text(body, .markdown) == markdown)
    }

    @Test("a table that lays out a page is no table of data")
    func layout() throws {
        let long = Array(repeating: Self.sentence, count: 8).joined(separator: " ")
        let body = "<table><tr><td><a href=a>Menu</a><td><p>\(long)</p><tr><td>x<td>y</table>"
        #expect(!(try Self.text(body, .text)).contains("\t"))
        #expect(!(try Self.text(body, .markdown)).contains("|"))
    }

    @Test("items of an ordered list are numbered by their place, with two paragraphs each and with other lists inside")
    func numbers() throws {
        let items = (1...12).map { "<li><p>Item \($0).</p><p>More of it.</p><ul><li>Inner</ul>" }.joined()
        let text = try Self.text("<p>\(Self.sentence)</p><ol>\(items)</ol>", .markdown)
        for number in 1...12 { #expect(text.contains("\n\(number). Item \(number)."), "\(text)") }
    }

    @Test("the same page has the same words in both forms")
    func words() throws {
        let body = "<h1>Fog</h1><p>\(Self.sentence)</p><ul><li>Coal and tar<li>Salt</ul>\(Self.table)<pre>x</pre>"
        func words(_ form: TextForm) throws -> [Substring] {
            try Self.text(body, form).split { !$0.isLetter }
        }
        #expect(try words(.text) == words(.markdown))
    }
}

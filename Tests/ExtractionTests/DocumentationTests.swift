import Markup
import Testing

@testable import Extraction

@Suite("Documentation: headings, code and notes without the handles beside them")
struct DocumentationTests {
    static let one = MainElementTests.one
    static let two = MainElementTests.two

    static let cases: [(String, String, String)] = [
        (
            "a sign that links to its own heading is no text",
            "<h2 id=fog>Fog<a class=headerlink href='#fog'>¶</a></h2><p>\(one)</p><h2>Ice <a href='#ice'>#</a></h2><p>\(two)</p>",
            "Fog\n\(one)\nIce\n\(two)"
        ),
        (
            "an arrow back from a note is no text, and its number is",
            "<p>\(one)<a href='#n1'>[1]</a></p><p>\(two) <a href='#r1'>↩</a></p>", "\(one)[1]\n\(two)"
        ),
        (
            "a sign that leads to another page is kept",
            "<p>\(one) <a href='/next'>»</a></p><p>\(two)</p>", "\(one) »\n\(two)"
        ),
        (
            "a word that links to a place of the page is kept",
            "<p>\(one) <a href='#sound'>海</a></p><p>\(two)</p>", "\(one) 海\n\(two)"
        ),
        (
            "numbers of lines are no code",
            "<p>\(one) \(two)</p><table><tr><td><pre>1\n2\n3</pre><td><pre>let a = 1\nlet b = 2\nlet c = 3</pre></table>",
            "\(one) \(two)\nlet a = 1\nlet b = 2\nlet c = 3"
        ),
        (
            "numbers that are output stay",
            "<p>\(one) \(two)</p><pre>1\n4\n9</pre>", "\(one) \(two)\n1\n4\n9"
        ),
        (
            "a button that is all of a heading is the heading",
            "<h2><button aria-expanded=false><span>Fog</span></button></h2><p>\(one)</p><p>\(two)</p>",
            "Fog\n\(one)\n\(two)"
        ),
        (
            "a button beside a heading is none",
            "<h2>Fog <button>Copy</button></h2><p>\(one)</p><p>\(two)</p>", "Fog\n\(one)\n\(two)"
        ),
        (
            "a short list is text, whatever its class says of lists",
            "<p>\(one)</p><p>\(two)</p><ul class='list-disc'><li>Coal<li>Tar<li>Hemp</ul>",
            "\(one)\n\(two)\nCoal\nTar\nHemp"
        ),
        (
            "a short list of links to more is none",
            "<p>\(one)</p><p>\(two)</p><ul class='more-list'><li><a href=a>Coal</a><li><a href=b>Tar</a></ul>",
            "\(one)\n\(two)"
        ),
    ]

    @Test("pieces of a manual", arguments: cases)
    func pieces(name: String, body: String, expected: String) throws {
        #expect(try ExtractorTests.text("<html><body><div>\(body)</div></body></html>") == expected, "\(name)")
    }
}

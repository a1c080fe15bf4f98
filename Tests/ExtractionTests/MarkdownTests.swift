import Markup
import Testing

@testable import Extraction

@Suite("Markdown: what stands inside a line, terms, tables and signs")
struct MarkdownTests {
    static let sentence = TextFormTests.sentence

    static let lines: [(String, String)] = [
        ("<code>a b</code>", "`a b`"),
        ("<code>a`b</code>", "``a`b``"),
        ("<code>``a`</code>", "``` ``a` ```"),
        ("<kbd>Ctrl</kbd>+<kbd>C</kbd>", "`Ctrl`+`C`"),
        ("<code>a</code><code>b</code>", "`ab`"),
        ("see<code> a </code>then", "see `a` then"),
        ("<code><a href=x>name</a>(x, *y)</code>", "`name(x, *y)`"),
        ("<code> </code>none", "none"),
        ("a `b` c", "a \\`b\\` c"),
        ("2 * 3 and *none* and snake_case and _none_", "2 * 3 and \\*none\\* and snake_case and \\_none\\_"),
        ("a &lt; b, &lt;b>, a &amp; b, &amp;amp; and C:\\x \\*", "a < b, \\<b>, a & b, \\&amp; and C:\\x \\\\\\*"),
        ("[1] and [a](b) and <a href=x>[2]</a>(c)", "[1] and [a]\\(b) and [2]\\(c)"),
        ("<img alt='A ship' src='/s.png'> at anchor", "![A ship](/s.png) at anchor"),
        ("at anchor <img alt='A [big] ship' src='a b(1).png'>", "at anchor ![A \\[big\\] ship](<a b(1).png>)"),
        ("<img alt='x²' src='data:image/png;base64,AAAA'> is it", "![x²]() is it"),
        ("<img alt='' src=p.gif>none", "none"),
    ]

    @Test("code, images and signs inside a line", arguments: lines)
    func inline(html: String, markdown: String) throws {
        let text = try TextFormTests.text("<p>\(Self.sentence)</p><p>\(Self.sentence) \(html)</p>", .markdown)
        #expect(text == "\(Self.sentence)\n\n\(Self.sentence) \(markdown)")
    }

    static let starts: [(String, String)] = [
        ("1. none", "1\\. none"), ("12) none", "12\\) none"), ("1.5 is it", "1.5 is it"),
        ("2026 was it", "2026 was it"),
        ("- none", "\\- none"), ("-5 is it", "-5 is it"), ("+ none", "\\+ none"), ("> none", "\\> none"),
        ("### none", "\\### none"), ("#tag is it", "#tag is it"), ("=== none", "\\=== none"), ("| none", "\\| none"),
        ("~~~ none", "\\~~~ none"), ("<code>x</code> is it", "`x` is it"),
    ]

    @Test("a line that begins like a block is prose", arguments: starts)
    func start(html: String, markdown: String) throws {
        let text = try TextFormTests.text("<p>\(Self.sentence)</p><p>\(html) \(Self.sentence)</p>", .markdown)
        #expect(text == "\(Self.sentence)\n\n\(markdown) \(Self.sentence)")
    }

    static let blocks: [(String, String)] = [
        ("<h2>C #</h2><p>\(sentence)</p>", "## C \\#\n\n\(sentence)"),
        ("<h2>C# and <code>x</code></h2><p>\(sentence)</p>", "## C# and `x`\n\n\(sentence)"),
        (
            "<p>\(sentence)</p><dl><dt>Coal<dt>Tar<dd>\(sentence)<dd>Black.<dt>Hemp<dd><p>\(sentence)</p><ul><li>Rope<li>Sail</ul></dl>",
            "\(sentence)\n\nCoal\n\nTar\n: \(sentence)\n: Black.\n\nHemp\n: \(sentence)\n\n- Rope\n- Sail"
        ),
        (
            "<p>\(sentence)</p><dl><dt>Coal<dd><p>\(sentence)</p><dl><dt>Tar<dd><p>\(sentence)</p><p>More of it.</p></dl></dl>",
            "\(sentence)\n\nCoal\n: \(sentence)\n\nTar\n: \(sentence)\n\nMore of it."
        ),
        (
            "<p>\(sentence)</p><ul><li>\(sentence)<dl><dt>Coal<dd>Black, as is tar.</dl></ul>",
            "\(sentence)\n\n- \(sentence)\n\n  Coal\n  : Black, as is tar."
        ),
        (
            "<p>\(sentence)</p><table><tr><th>Ship<tr><td>Anna<td>Coal<td><tr><td>Eva<td><td></table>",
            "\(sentence)\n\n| Ship |  |  |\n| --- | --- | --- |\n| Anna | Coal |  |\n| Eva |  |  |"
        ),
        (
            "<p>\(sentence)</p><table><tr><td>Key<td>Use<tr><td><code>a|b</code><td>one\\two</table>",
            "\(sentence)\n\n| Key | Use |\n| --- | --- |\n| `a\\|b` | one\\two |"
        ),
        (
            "<p>\(sentence)</p><ul><li><p>Coal</p><p>\(sentence)</p><ol><li>Pine<ul><li>Birch</ul></ol><li>Tar</ul>",
            "\(sentence)\n\n- Coal\n\n  \(sentence)\n  1. Pine\n     - Birch\n- Tar"
        ),
        (
            "<p>\(sentence)</p><ul><li>Coal<pre>a\n  b</pre><li>Tar</ul>",
            "\(sentence)\n\n- Coal\n\n  ```\n  a\n    b\n  ```\n- Tar"
        ),
        (
            "<p>\(sentence)</p><pre><code class='hljs language-swift'>let a = \"`\"</code></pre>",
            "\(sentence)\n\n```swift\nlet a = \"`\"\n```"
        ),
        ("<p>\(sentence)</p><pre class='lang-c'>int a;</pre>", "\(sentence)\n\n```c\nint a;\n```"),
    ]

    @Test("headings, terms, tables, lists and code", arguments: blocks)
    func block(html: String, markdown: String) throws {
        #expect(try TextFormTests.text(html, .markdown) == markdown)
    }

    @Test("what a page has does not depend on the form")
    func forms() throws {
        for (_, body) in NoTextTests.garbage + NoTextTests.works + ShortPageTests.works {
            let plain = try TextFormTests.text(body, .text)
            #expect(try TextFormTests.text(body, .markdown).isEmpty == plain.isEmpty)
        }
    }
}

import Provenance
import Rights
import Testing

@Suite("Refusals that mark-up parts, or that readers may not see")
struct ShapeRefusalTests {
    static let shapes: [(String, Bool)] = [
        ("<table><tr><td>AI training</td><td>no</td></tr></table>", true),
        ("<table><tr><td>AI training</td><td>❌</td></tr></table>", true),
        (
            "<table><tr><th>Use</th><th>Allowed</th></tr><tr><td>Reading</td><td>yes</td></tr><tr><td>AI training</td><td>no</td></tr></table>",
            true
        ),
        ("<table><tr><th>AI training</th><td>not allowed</td></tr></table>", true),
        ("<ul><li>Reading: yes</li><li>AI training: no</li></ul>", true),
        ("<dl><dt>AI training</dt><dd>no</dd></dl>", true),
        ("<h4>AI training</h4><p>No.</p>", true),
        ("<h3>AI training</h3><p>Not permitted.</p>", true),
        ("<p><strong>AI training</strong></p><p>No.</p>", true),
        ("<p><strong>AI training:</strong> no</p>", true),
        ("<p>Please don't:</p><ul><li>copy this</li><li>train AI on it</li></ul>", true),
        ("<p>Please don't:</p><ul><li>hotlink</li><li>use it for AI training</li></ul>", true),
        ("<h4>Not allowed</h4><ul><li>Reprints</li><li>AI training</li></ul>", true),
        ("<h4>Not permitted</h4><p>AI training</p>", true),
        ("<p>Forbidden</p><ul><li>AI training</li></ul>", true),
        ("<a href='/terms'>No AI training</a>", true),
        ("<nav><a href='/terms'>No AI training</a></nav>", true),
        ("<a href='/ai'>AI training is not permitted</a>", true),
        ("<img src=x.png alt='No AI training'>", true),
        ("<a href=/x><img src=x.png alt='AI training prohibited'></a>", true),
        ("<!-- No AI training -->", true),
        ("<!-- This content may not be used to train AI models. -->", true),
        ("<div style='display:none'>No AI training.</div>", true),
        ("<p hidden>This site may not be used for AI training.</p>", true),
        ("<span class=visually-hidden>No AI training</span>", true),
        ("<ul><li><a href=/a>About</a></li><li><a href=/n>No AI training</a></li></ul>", true),
        ("<table><tr><td>AI training</td><td>yes</td></tr></table>", false),
        ("<table><tr><td>Pets</td><td>no</td></tr></table>", false),
        ("<h4>AI training</h4><p>Nobody expected the course to sell out this quickly.</p>", false),
        ("<img src=x.png alt='A robot reading'>", false),
        ("<!-- no ai here: script -->", false),
        ("<div style='display:none'>Menu</div>", false),
        ("<ul><li><a href=/a>AI training</a></li><li><a href=/n>No results</a></li></ul>", false),
        ("<table><tr><td>AI training</td><td>no fee</td></tr></table>", false),
    ]

    @Test("tables, lists, headings, links, pictures, comments and hidden text", arguments: shapes)
    func shape(_ html: String, _ isRefusal: Bool) throws {
        #expect(HeardRefusals.isHeard(try HeardRefusals.footer(html)) == isRefusal)
    }

    @Test("what nobody may see holds and denies nothing")
    func unseen() throws {
        let html = "<html><head><!-- No AI training on this page. --></head><body>\(prose)"
        let found = try #require(HeardRefusals.all(try PageFixture(html: html).reading()).first)
        #expect(found.value == .invalid && found.notes == ["restrictive-intent", "unseen-words"])
        #expect(Array(html.utf8)[found.quote.offset...].starts(with: found.quote.bytes))
    }
}

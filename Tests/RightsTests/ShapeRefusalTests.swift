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
        ("<details><summary>AI training</summary>no</details>", true),
        ("<details><summary>AI training</summary><p>Not permitted.</p></details>", true),
        ("<button>No AI training</button>", true),
        ("<noscript>No AI training</noscript>", true),
        ("<small>No AI training</small>", true),
        ("<p>AI training<br>no</p>", true),
        ("<p>Copyright Ann<br>No AI training</p>", true),
        ("<p>Copyright 2026 Ann Smith, all rights reserved, no AI training</p>", true),
        ("<p>(c) Ann — no AI training without licence</p>", true),
        ("<ul><li>✔ Reading</li><li>✘ AI training</li></ul>", true),
        ("<ul><li>✅ Share</li><li>❌ Train AI</li></ul>", true),
        ("<table><tr><th></th><th>Allowed?</th></tr><tr><td>Text and data mining</td><td>✗</td></tr></table>", true),
        ("<table><tr><th>AI training</th></tr><tr><td>No</td></tr></table>", true),
        ("<table><tr><th>Reading</th><th>AI training</th></tr><tr><td>yes</td><td>no</td></tr></table>", true),
        (
            "<table><tr><td>Use</td><td>Allowed</td><td>Note</td><td>Fee</td></tr><tr><td>AI training</td><td>no</td><td>-</td><td>-</td></tr></table>",
            true
        ),
        ("<div><div>AI training</div><div>No</div></div>", true),
        ("<h5>AI</h5><p>No.</p>", true),
        ("<h4>Machine learning</h4><p>Reserved.</p>", true),
        ("<h4>AI training</h4><ul><li>No</li></ul>", true),
        ("<b>AI training</b> <i>no</i>", true),
        ("<p>AI&nbsp;training:&nbsp;no</p>", true),
        ("<p>A.I. training: no</p>", true),
        ("<p>No A.I.</p>", true),
        ("<p>No&nbsp;AI.</p>", true),
        ("<p><b>N</b>o AI training</p>", true),
        ("<p>No AI-training</p>", true),
        ("<p>No AI‑training</p>", true),
        ("<p>NO&shy; AI training</p>", true),
        ("<p>no-AI-training</p>", true),
        ("<p>#NoAI</p>", true),
        ("<p>#noAI #noaitraining</p>", true),
        ("<p>NoAI</p>", true),
        ("<p>NOAI</p>", true),
        ("<p>No AI allowed</p>", true),
        ("<p>AI not allowed</p>", true),
        ("<p>AI prohibited</p>", true),
        ("<p>AI use prohibited</p>", true),
        ("<p>Not AI training data</p>", true),
        ("<p>Human eyes only. No AI.</p>", true),
        ("<p>No ML, no AI, no LLM.</p>", true),
        ("<p>No training of AI</p>", true),
        ("<p>No AI model training</p>", true),
        ("<p>No AI / ML / LLM training</p>", true),
        ("<p>No use for AI</p>", true),
        ("<p>No use in AI systems</p>", true),
        ("<p>No ingestion by AI</p>", true),
        ("<p>No scraping for AI</p>", true),
        ("<p>No text/data mining</p>", true),
        ("<p>No text &amp; data mining</p>", true),
        ("<p>No data mining or AI</p>", true),
        ("<div>Our AI training</div><div><a href=/no>NO</a></div>", false),
        ("<h4>AI training</h4><p>Now booking</p>", false),
        ("<table><tr><th>AI training</th></tr><tr><td>Notebooks</td></tr></table>", false),
        ("<p>Piano<br>no AI parts were used in it</p>", false),
        ("<details><summary>AI training</summary><p>Book a seat here.</p></details>", false),
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

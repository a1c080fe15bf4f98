import Provenance
import Rights
import Testing

@Suite("A list, a table or a description goes on from the words before it")
struct LeadInTests {
    private static let item = "<li>use the content to train AI models</li>"

    private func reserves(_ html: String, path: String = "/a") throws -> Bool {
        try PageFixture(html: html, path: path).reading().signals.contains {
            $0.source == .naturalLanguage && $0.value == .deny && $0.isTaken
        }
    }

    static let footers: [(String, Bool)] = [
        ("<p>You may not:</p><ul>\(item)</ul>", true),
        ("<p>You agree not to:</p><ul><li>copy it</li>\(item)</ul>", true),
        ("<h3>Prohibited uses</h3><ul><li>spam</li><li>training AI models</li></ul>", true),
        ("<p>The following is prohibited:</p><ol><li>text and data mining</li></ol>", true),
        ("<p>The following uses are prohibited.</p><ol><li>text and data mining</li></ol>", true),
        ("<p>It is forbidden to:</p><p>- train AI models on our content</p>", true),
        ("<dl><dt>Prohibited</dt><dd>AI training</dd></dl>", true),
        ("<dl><dt>AI training</dt><dd>Not permitted</dd></dl>", true),
        ("<table><tr><td>AI training</td><td>prohibited</td></tr></table>", true),
        ("<table><tr><th>Use</th><th>Status</th></tr><tr><td>AI training</td><td>prohibited</td></tr></table>", true),
        ("<table><tr><th>Prohibited uses</th></tr><tr><td>Text and data mining</td></tr></table>", true),
        ("<p>You may not:</p><ul><li>park here</li></ul><ul><li>Our AI training course</li></ul>", false),
        ("<p>You may not:</p><ul><li><a href=/a>AI training</a></li></ul>", false),
        ("<p>Parking is prohibited.</p><ul><li>AI training courses</li></ul>", false),
        ("<dl><dt>Smoking</dt><dd>prohibited</dd><dt>Courses</dt><dd>AI training</dd></dl>", false),
        (
            "<table><tr><td>Smoking</td><td>prohibited</td></tr><tr><td>Course</td><td>AI training</td></tr></table>",
            false
        ),
        ("<p>All rights reserved:</p><ul><li>AI magazine</li></ul>", false),
        ("<h3>Prohibited goods</h3><p>List of goods.</p><ul><li>AI training</li></ul>", false),
    ]

    @Test("in a footer", arguments: footers)
    func footer(_ html: String, _ isReserved: Bool) throws {
        #expect(try reserves("<main>\(prose)</main><footer>\(html)</footer>") == isReserved)
    }

    static let terms: [(String, Bool)] = [
        ("<p>You may not:</p><ul><li>copy</li><li>resell</li>\(item)</ul>", true),
        ("<h2>Prohibited uses</h2><ul><li>spam</li><li>training of machine learning models</li></ul>", true),
        ("<h2>Prohibited uses</h2><p>These are meant:</p><ul><li>training of language models</li></ul>", true),
        (
            "<h2>Limits</h2><p>Unless we agree in writing, you must not</p><ul><li>a) resell the texts;</li><li>b) use them to train large language models;</li></ul>",
            true
        ),
        ("<p>You may not:</p><ul><li><p>copy</p></li><li><p>use the content to train AI models</p></li></ul>", true),
        ("<p>You shall not:</p><ul><li>copy<ul><li>by scraping</li></ul></li><li>train AI models</li></ul>", true),
        ("<p>You may not:<br>- copy<br>- use the content to train AI models</p>", true),
        ("<div>You may not:</div><div>(a) copy</div><div>(b) use the content to train AI models</div>", true),
        ("<p>Text and data mining, AI training:</p><p>not permitted.</p>", true),
        ("<p>Es ist untersagt:</p><ul><li>die Inhalte zum Training von KI-Modellen zu verwenden</li></ul>", true),
        ("<p>Il est interdit :</p><ul><li>d'utiliser les contenus pour entraîner des modèles d'IA</li></ul>", true),
        ("<p>Queda prohibido:</p><ul><li>usar los contenidos para entrenar modelos de IA</li></ul>", true),
        ("<p>È vietato:</p><ul><li>usare i contenuti per addestrare modelli di IA</li></ul>", true),
        ("<p>以下の行為を禁止します。</p><ul><li>コンテンツをAI学習に利用すること</li></ul>", true),
        ("<p>用户不得：</p><ul><li>将内容用于人工智能训练</li></ul>", true),
        ("<p>You may:</p><ul><li>read the content</li><li>talk about how AI models train</li></ul>", false),
        ("<h2>Smoking prohibited</h2><p>Nobody may smoke here.</p><h2>Topics</h2><ul><li>AI training</li></ul>", false),
    ]

    @Test("on a page of terms", arguments: terms)
    func legalPage(_ html: String, _ isReserved: Bool) throws {
        #expect(try reserves("<main>\(prose)\(html)</main>", path: "/terms") == isReserved)
    }

    @Test("Lists in lists without end, and items without number, are read to their end")
    func hostile() throws {
        let nested = String(repeating: "<ul><li>You may not:", count: 3000)
        let many = String(repeating: "<li>AI training</li>", count: 20_000)
        let dashes = String(repeating: "<p>- AI training</p>", count: 20_000)
        for html in [nested, "<ul>" + many + "</ul>", dashes] {
            #expect(try !reserves("<main>\(prose)</main><footer>\(html)</footer>"))
        }
    }
}

import Markup
import Testing

@testable import Extraction

@Suite("Main element: templates that hint in many ways, and works that are less than their surroundings")
struct MainElementTests {
    static let one =
        "The ferry left the northern quay at six, when the fog was still so thick that nobody saw the lights."
    static let two =
        "By noon it had crossed the sound twice, with cattle on the first trip and with timber on the second one."
    static let three =
        "In the evening the engineer wrote down what coal was left, and it was less than he had hoped for."

    static let kept: [(String, String)] = [
        (
            "pieces in columns called widgets are no sidebar",
            "<div class='elementor-widget-wrap'><p>\(one)</p></div><div class='elementor-widget-wrap'><p>\(two)</p></div>"
                + "<div class='elementor-widget-wrap'><p>\(three)</p></div>"
        ),
        (
            "pieces between advertisements are none",
            "<section class='o-section has-ads'><p>\(one)</p></section><section class='o-section has-ads'><p>\(two)</p>"
                + "</section><section class='o-section has-ads'><p>\(three)</p></section>"
        ),
        (
            "sections whose anchors are long headings",
            "<div id='on-the-subscription-of-new-ships'><p>\(one)</p></div><div id='how-to-sign-up-a-crew'><p>\(two)</p></div>"
                + "<div><p>\(three)</p></div>"
        ),
        (
            "a place that an anchor marks and nobody closes",
            "<div><a name=top><p>\(one)</p><p>\(two)</p><p>\(three)</p></div>"
        ),
        (
            "long spans that a site gives the name of tags",
            "<p><span class='event-tags'>\(one) \(two)</span></p><p>\(three)</p><p>\(two)</p>"
        ),
        (
            "a paragraph that begins with a link of a name that is none",
            "<p>\(one)</p><p><span class=link>The sound</span> is wide. \(two)</p><p>\(three)</p>"
        ),
    ]

    @Test("text of the work is kept", arguments: kept)
    func keeps(name: String, body: String) throws {
        let text = try ExtractorTests.text("<html><body><nav><a href=/>Home</a></nav>\(body)</body></html>")
        for sentence in [Self.one, Self.two, Self.three] { #expect(text.contains(sentence), "\(name)") }
    }

    @Test("comments that are longer than the work are none of it")
    func comments() throws {
        let work = [Self.one, Self.two, Self.three].flatMap { [$0, $0, $0] }.map { "<p>\($0)</p>" }.joined()
        let comments = String(
            repeating:
                "<li><p>I was on board that day, and none of this is how I remember it, nor how the crew told it.</p>",
            count: 30)
        let text = try ExtractorTests.text(
            "<html><body><div class=text><h1>Fog</h1>\(work)</div><ul class=forum>\(comments)</ul></body></html>")
        #expect(text.contains(Self.three))
        #expect(!text.contains("I was on board"))
    }

    @Test("a page of nothing but posts keeps them, whatever holds them all is called")
    func posts() throws {
        let posts = (1...12).map { "<div class=post><p>Post \($0). \(Self.one)</p></div>" }.joined()
        let text = try ExtractorTests.text("<html><body><div class=forum><h1>Fog</h1>\(posts)</div></body></html>")
        #expect((1...12).allSatisfy { text.contains("Post \($0).") })
    }

    @Test("the one article of a page is its work, though a column beside it holds more text")
    func article() throws {
        let aside = String(repeating: "<p>\(Self.two)</p>", count: 6)
        let text = try ExtractorTests.text(
            "<html><body><article><h1>Fog</h1><p>\(Self.one)</p><p>\(Self.three)</p></article>"
                + "<div class=column>\(aside)</div></body></html>")
        #expect(text == "Fog\n\(Self.one)\n\(Self.three)")
    }

    @Test("a list that holds nearly all is a piece of the work beside it")
    func list() throws {
        let items = [Self.one, Self.two, Self.three].map { "<li>\($0)" }.joined()
        let text = try ExtractorTests.text(
            "<html><body><h2>Ferries</h2><p>What happened:<ol>\(items)</ol></body></html>")
        #expect(text == "Ferries\nWhat happened:\n\(Self.one)\n\(Self.two)\n\(Self.three)")
    }

    @Test("a list of short items is kept whole, one of links is not")
    func shortItems() throws {
        let items = (1...20).map { "<li>\($0) oz tar" }.joined()
        let links = (1...20).map { "<li><a href=\($0)>Ship \($0)</a>" }.joined()
        let text = try ExtractorTests.text(
            "<html><body><div><p>\(Self.one)</p><p>\(Self.two)</p><ul>\(items)</ul><ul>\(links)</ul></div></body></html>"
        )
        #expect((1...20).allSatisfy { text.contains("\n\($0) oz tar") })
        #expect(!text.contains("Ship 20"))
    }

    @Test("a recipe has its text, with one paragraph and no step as long as one")
    func recipe() throws {
        let items = (1...8).map { "<li>\($0) cups of fine tar" }.joined()
        let steps = (1...6).map { "<li>Stir it \($0) times, then wait for a while." }.joined()
        let text = try ExtractorTests.text(
            "<html><body><ul><li><a href=1>Home</a></ul><main><h1>Tar</h1><p>\(Self.one)</p><h2>Ingredients</h2>"
                + "<ul>\(items)</ul><h2>Steps</h2><ol>\(steps)</ol></main></body></html>")
        #expect(text.hasPrefix("Tar\n\(Self.one)\nIngredients\n1 cups"))
        #expect(text.hasSuffix("Stir it 6 times, then wait for a while."))
    }

    @Test("a term goes with what is said of it, and terms of a table of contents with nothing")
    func terms() throws {
        let list = "<dl><dt><a href=a>sound</a><dd><p>\(Self.two)</p><dt><a href=b>quay</a><dd><p>\(Self.one)</p></dl>"
        let contents = "<dl><dt><a href=c>One</a><dt><a href=d>Two</a></dl>"
        let text = try ExtractorTests.text(
            "<html><body><div>\(contents)<p>\(Self.three)</p>\(list)</div></body></html>")
        #expect(text == "\(Self.three)\nsound\n\(Self.two)\nquay\n\(Self.one)")
    }

    @Test("a short page's footer is a footer, however much of the page it is")
    func footer() throws {
        let text = try ExtractorTests.text(
            "<html><body><div><p>\(Self.one)</p><p>\(Self.two)</p><ul><li>Coal<li>Salt fish<li>Hemp and tar</ul></div>"
                + "<div class=footer><p>Set up by the harbour office with the help of the town and of those who sail.</p></div>"
                + "</body></html>")
        #expect(text.hasPrefix(Self.one))
        #expect(!text.contains("harbour office"))
    }

    @Test(
        "scripts other than Latin",
        arguments: [
            "渡轮在清晨六点离开北码头，当时雾很大，没有人看得见灯光，船长只好慢慢地驶出港口。到了中午，它已经两次横渡海峡，第一次载着牛，第二次载着木材。",
            "フェリーは朝六時に北の桟橋を出たが、霧が濃くて誰にも灯りは見えなかった。昼までに二度海峡を渡り、一度目は牛を、二度目は材木を運んだ。",
            "غادرت العبارة الرصيف الشمالي في السادسة صباحا، وكان الضباب كثيفا فلم ير أحد الأضواء. وعند الظهر كانت قد عبرت المضيق مرتين، مرة بالماشية ومرة بالأخشاب، وكتب المهندس في المساء ما بقي من الفحم.",
            "नौका सुबह छह बजे उत्तरी घाट से चली, जब कोहरा इतना घना था कि किसी को बत्तियाँ दिखाई नहीं दीं। दोपहर तक उसने दो बार जलडमरूमध्य पार किया।",
            "Паром отошёл от северного причала в шесть утра, когда туман был так густ, что огней никто не видел. К полудню он дважды пересёк пролив, сначала со скотом, потом с лесом, а вечером механик записал, сколько осталось угля.",
        ])
    func scripts(sentence: String) throws {
        let text = try ExtractorTests.text(
            "<html><body><ul><li><a href=1>1</a><li><a href=2>2</a></ul><div><p>\(sentence)</p></div></body></html>")
        #expect(text == sentence)
    }

    @Test(
        "menus, logins and errors have no text",
        arguments: [
            "<ul><li><a href=1>First</a><li><a href=2>Second</a></ul>",
            "<form><label>Name</label><input><button>Log in</button></form>",
            "<h1>Not found</h1><p>Nothing is here.</p>",
        ])
    func nothing(body: String) throws {
        #expect(try ExtractorTests.text("<html><body>\(body)</body></html>").isEmpty)
    }
}

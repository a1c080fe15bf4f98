import Markup
import Testing

@testable import Extraction

@Suite("Short pages: questions with answers are a work, labels with values are none")
struct ShortPageTests {
    static let pairs = [
        ("When does the ferry leave?", "At six in the morning."), ("May dogs come aboard?", "Yes, on a lead."),
        ("What does a car cost?", "Forty crowns, there and back."),
        ("Where is the quay?", "Behind the old customs house."),
        ("Is there coffee?", "There is, from a machine."),
    ]
    static let lines = pairs.flatMap { [$0.0, $0.1] }.joined(separator: "\n")

    static func body(_ make: (String, String) -> String) -> String { pairs.map { make($0.0, $0.1) }.joined() }

    static let works: [(String, String)] = [
        ("parts that fold", body { "<details><summary>\($0)</summary><p>\($1)</p></details>" }),
        ("parts that fold, without paragraphs", body { "<details><summary>\($0)</summary>\($1)</details>" }),
        ("a list of terms", "<dl>" + body { "<dt>\($0)<dd>\($1)" } + "</dl>"),
        ("headings with a sentence each", body { "<h3>\($0)</h3><p>\($1)</p>" }),
        (
            "headings that are buttons",
            body { "<h3 class=accordion-header><button type=button>\($0)</button></h3><div><p>\($1)</p></div>" }
        ),
    ]

    @Test("questions with their answers are kept, none of them as long as a paragraph", arguments: works)
    func answers(name: String, body: String) throws {
        let page = "<html><body><ul><li><a href=/>Home</a><li><a href=/t>Times</a></ul><div>\(body)</div></body></html>"
        #expect(try ExtractorTests.text(page) == Self.lines, "\(name)")
    }

    @Test(
        "answers end as sentences of their script do",
        arguments: [
            "渡轮早上六点从北码头出发。", "フェリーは朝六時に出ます。", "تغادر العبارة في السادسة صباحا. هل تعلم؟", "नौका सुबह छह बजे चलती है।",
        ])
    func scripts(answer: String) throws {
        let body = (1...6).map { "<dt>\($0)?<dd>\(answer)" }.joined()
        #expect(try ExtractorTests.text("<html><body><dl>\(body)</dl></body></html>").contains(answer))
    }

    @Test(
        "labels, links and too few answers are no work",
        arguments: [
            "<dl>" + (1...20).map { "<dt>Length of ship \($0)<dd>\($0) metres" }.joined() + "</dl>",
            body { "<h3><a href=x>\($0)</a></h3><p>\($1)</p>" },
            "<dl>" + body { "<dt>\($0)<dd><a href=x>\($1)</a>" } + "</dl>",
            "<details><summary>\(pairs[0].0)</summary>\(pairs[0].1)</details>",
            "<h1>Not found</h1><p>Nothing is here.</p><h2>Search</h2><p>Try other words.</p>",
        ])
    func labels(body: String) throws {
        let (_, document) = try ExtractorTests.read("<html><body><div>\(body)</div></body></html>")
        #expect(document.text.isEmpty && !document.blocks.hasMain)
    }

    @Test("a short recipe keeps what it needs and its steps, whatever the lists are called")
    func recipe() throws {
        let needs = (1...6).map { "<li>\($0) cups of tar" }.joined()
        let steps = ["Stir it.", "Wait for an hour.", "Stir it again.", "Pour it on."].map { "<li>\($0)" }.joined()
        let text = try ExtractorTests.text(
            "<html><body><div class=recipe><h1>Tar</h1><p>\(MainElementTests.one) \(MainElementTests.two)</p>"
                + "<h2>Needed</h2><ul class='ingredients-list'>\(needs)</ul><h2>Steps</h2>"
                + "<ol class='list-decimal'>\(steps)</ol></div></body></html>")
        #expect(text.contains("Needed\n1 cups of tar\n2 cups of tar\n"))
        #expect(text.hasSuffix("6 cups of tar\nSteps\nStir it.\nWait for an hour.\nStir it again.\nPour it on."))
    }
}

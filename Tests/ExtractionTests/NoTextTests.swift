import Markup
import Testing

@testable import Extraction

@Suite("Pages without a text: lists of words, phrases over and over, calendars, menus")
struct NoTextTests {
    static let tags = """
        harbour ferry cattle timber coal engine fog lights quay crossing sound crew captain hemp salt fish rope anchor mast \
        sail keel deck cargo port pilot lighthouse buoy tide current storm rescue wreck dock crane barrel winter ice summer
        """

    static let words = tags.split(separator: " ").map(String.init)

    static let month = stride(from: 1, through: 29, by: 7).map { first in
        "<tr>" + (first..<min(first + 7, 32)).map { "<td>\($0)" }.joined()
    }.joined()

    static let garbage: [(String, String)] = [
        ("a cloud of tags", "<p>\(tags)</p>"),
        (
            "a cloud of tags in spans",
            "<div>" + words.map { "<span>\($0)</span> " }.joined() + "</div>"
        ),
        ("tags between commas", "<p>\(words.joined(separator: ", "))</p>"),
        (
            "words that come back",
            "<p>" + (0..<180).map { words[$0 * $0 % words.count] }.joined(separator: " ") + "</p>"
        ),
        ("a menu between bars", "<p>" + words.map { "\($0) \(words[$0.count])" }.joined(separator: " | ") + "</p>"),
        ("a menu of a line each", "<div>" + (0..<3).flatMap { _ in words }.joined(separator: "<br>") + "</div>"),
        (
            "anchors that lead nowhere",
            "<p>" + words.map { "<a onclick=x>the \($0)</a>" }.joined(separator: " ") + "</p>"
        ),
        ("numbers", "<p>" + (1...90).map { String($0 % 31 + 1) }.joined(separator: " ") + "</p>"),
        (
            "terms of a script without spaces",
            "<p>"
                + (0..<60).map { "\(["渡轮", "港口", "船长", "木材", "灯塔"][$0 % 5])\(["甲", "乙", "丙"][$0 % 3])" }
                .joined(separator: " ") + "</p>"
        ),
        ("a phrase over and over", "<p>" + String(repeating: "Buy cheap tar now! ", count: 80) + "</p>"),
        (
            "two words over and over, a paragraph each",
            String(
                repeating:
                    "<p>Read more. Read more. Read more. Read more. Read more. Read more. Read more. Read more.</p>",
                count: 30)
        ),
        (
            "a menu that leads nowhere beside a paragraph",
            "<p>\(MainElementTests.one)</p><ul>"
                + (0..<40).map { "<li>Lorem \(["ipsum", "dolor", "amet", "elit"][$0 % 4])" }.joined() + "</ul>"
        ),
        (
            "a year of days beside a paragraph",
            "<p>\(MainElementTests.one)</p>" + String(repeating: "<table>\(month)</table>", count: 12)
        ),
        ("a month", "<table><caption>May</caption>\(month)</table>"),
    ]

    @Test("they have none", arguments: garbage)
    func none(name: String, body: String) throws {
        let (_, document) = try ExtractorTests.read("<html><body><h1>Harbour</h1>\(body)</body></html>")
        #expect(document.text.isEmpty, "\(name): \(String(decoding: document.text.prefix(200), as: UTF8.self))")
    }

    @Test("what stands around words that are no text keeps its label: rights are read by it")
    func labels() throws {
        let (page, document) = try ExtractorTests.read(
            "<html><body><div><p>\(Self.tags)</p></div><footer><p>Tar and Co.</p></footer></body></html>")
        #expect(document.text.isEmpty && document.blocks.hasMain)
        let texts = page.nodes.indices.filter { page.nodes[$0].kind == .text }
        #expect(texts.map { document.blocks.label(of: $0) } == [.main, .footer])
    }

    @Test("a month beside a text is none of it")
    func calendar() throws {
        let work = "<p>\(MainElementTests.one)</p><p>\(MainElementTests.two)</p>"
        let text = try ExtractorTests.text(
            "<html><body><div>\(work)<table>\(Self.month)</table><p>\(MainElementTests.three)</p></div></body></html>")
        #expect(text == [MainElementTests.one, MainElementTests.two, MainElementTests.three].joined(separator: "\n"))
    }

    @Test(
        "pages made to be looked at again and again are read in time", .timeLimit(.minutes(1)),
        arguments: [
            "<h2>" + String(repeating: "<button></button>", count: 60_000) + "</h2>",
            String(repeating: "<div class=list>x", count: 200) + String(repeating: "<b></b>", count: 60_000),
            String(repeating: "<div class=a id=b1></div>", count: 60_000),
            String(repeating: "<a href='#a'>", count: 60_000),
        ])
    func hostile(body: String) throws {
        #expect(
            try ExtractorTests.text("<html><body><p>\(MainElementTests.one) \(MainElementTests.two)</p>\(body)").count
                > 100)
    }

    static let works: [(String, String)] = [
        (
            "a post without a full stop",
            "<p>hi all i have a problem with the engine of my boat it does not start when it is cold and i do not know what "
                + "to do with it the man at the harbour says it is the pump but i do not think so and the pump is new</p>"
        ),
        (
            "a post in Russian without a full stop",
            "<p>всем привет у меня проблема с мотором на лодке он не заводится когда холодно и я не знаю что с ним делать "
                + "в порту сказали что это насос но я так не думаю потому что насос новый и я сам его ставил</p>"
        ),
        (
            "a text in Thai, which has no full stop",
            "<p>" + String(repeating: "เรือข้ามฟากออกจากท่าเรือตอนหกโมงเช้า ", count: 3)
                + (1...40).map { "เมื่อหมอกหนามากจนไม่มีใครเห็นแสงไฟเที่ยว\($0)" }.joined(separator: " ") + "</p>"
        ),
        (
            "a text in Chinese with commas only",
            "<p>" + (1...12).map { "渡轮第\($0)次离开北码头当时雾很大没有人看得见灯光，船长只好慢慢地驶出港口" }.joined(separator: "，") + "</p>"
        ),
        ("a sentence over and over", "<p>" + String(repeating: MainElementTests.one + " ", count: 40) + "</p>"),
        ("a Japanese word over and over", "<p>" + String(repeating: "日本語。", count: 60) + "</p>"),
        (
            "a verse that comes back",
            String(
                repeating: "<p>\(MainElementTests.one)<br>\(MainElementTests.two)<br>\(MainElementTests.three)</p>",
                count: 9)
        ),
        (
            "a table of words",
            "<table>"
                + words.enumerated().map {
                    ($0 % 3 == 0 ? "<tr>" : "") + "<td>\($1) or so, as said"
                }
                .joined() + "</table><p>\(MainElementTests.one) \(MainElementTests.two)</p>"
        ),
        ("code", "<p>\(MainElementTests.one) \(MainElementTests.two)</p><pre>\(tags)</pre>"),
        (
            "numbers that do not count days",
            "<p>\(MainElementTests.one) \(MainElementTests.two)</p><table>"
                + (1...9).map { "<tr><td>Ship \($0)<td>\($0 * 7)<td>\(90 - $0)" }.joined() + "</table>"
        ),
    ]

    @Test("a text that is like them in some respect is one", arguments: works)
    func some(name: String, body: String) throws {
        let (_, document) = try ExtractorTests.read("<html><body><div>\(body)</div></body></html>")
        #expect(!document.text.isEmpty && document.blocks.hasMain, "\(name)")
        if name.hasPrefix("numbers") {
            #expect(String(decoding: document.text, as: UTF8.self).contains("Ship 9\t63\t81"))
        }
    }
}

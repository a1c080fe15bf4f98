import Canonical
import Testing
import WebAddress

@testable import Jobs

@Suite("The page inside a web archive's URL")
struct ArchivedURLTests {
    struct Case: CustomTestStringConvertible {
        let url: String
        var inside: [String] = []
        var testDescription: String { url }
    }

    static let web = "https://web.archive.org/web/"

    static let cases = [
        Case(url: web + "20200201000000/http://victim.example/a", inside: ["http://victim.example/a"]),
        Case(url: web + "20200201000000id_/https:/victim.example/a?b=1", inside: ["https://victim.example/a?b=1"]),
        // What begins first is the page; what stands in its query is another's.
        Case(
            url: web + "2020/http://victim.example/?u=https://other.example/",
            inside: ["http://victim.example/?u=https://other.example/"]),
        Case(
            url: web + "2020/https://victim.example/http://other.example/",
            inside: ["https://victim.example/http://other.example/"]),
        Case(url: web + "2020/HTTPS://Victim.Example/A", inside: ["https://victim.example/A"]),
        Case(url: web + "2020/http%3A%2F%2Fvictim.example%2Fa", inside: ["http://victim.example/a"]),
        Case(url: web + "2020/https%3A//victim.example/a%20b", inside: ["https://victim.example/a%20b"]),
        Case(url: web + "2020/victim.example/a", inside: ["http://victim.example/a"]),
        Case(url: web + "2020im_/victim.example", inside: ["http://victim.example/"]),
        Case(url: "https://archive.ph/2020/victim.example/a", inside: ["http://victim.example/a"]),
        Case(url: web + "2020/https://ann:pw@victim.example/a", inside: ["https://victim.example/a"]),
        Case(url: web + "2020/https://victim.example./a/../b", inside: ["https://victim.example/b"]),
        Case(
            url: web + "2020/https://archive.ph/2021/https://victim.example/a",
            inside: ["https://archive.ph/2021/https://victim.example/a", "https://victim.example/a"]),
        Case(url: "https://WEB.archive.org.:443/web/2020/https://victim.example/", inside: ["https://victim.example/"]),
        Case(url: web + "2/victim.example", inside: ["http://victim.example/"]),
        Case(url: web + "*/victim.example", inside: ["http://victim.example/"]),
        Case(url: web + "2020im_/http:victim.example/a", inside: ["http://victim.example/a"]),
        Case(url: web + "2020/http%253A%252F%252Fvictim.example%252Fa", inside: ["http://victim.example/a"]),
        Case(
            url: "https://swap.stanford.edu/20200101000000/http://victim.example/a", inside: ["http://victim.example/a"]
        ),
        Case(
            url: "https://victim-example.cdn.ampproject.org/c/s/victim.example/a?b=1",
            inside: ["https://victim.example/a?b=1"]),
        Case(url: "https://cdn.ampproject.org/v/victim.example/a", inside: ["http://victim.example/a"]),
        Case(url: "https://www.google.com/amp/s/victim.example/a", inside: ["https://victim.example/a"]),
        Case(url: "https://www.google.de/amp/", inside: []),
        Case(url: "https://www.google.com/search?q=victim.example"),
        Case(url: "https://the--victim-example.translate.goog/a", inside: ["https://the-victim.example/a"]),
        Case(url: "https://r.jina.ai/https://victim.example/a", inside: ["https://victim.example/a"]),
        Case(
            url: "https://translate.google.com/translate?sl=en&u=https://victim.example/a",
            inside: ["https://victim.example/a"]),
        Case(
            url: "https://webcache.googleusercontent.com/search?q=cache:victim.example/a",
            inside: ["http://victim.example/a"]),
        Case(url: web), Case(url: web + "2020/"), Case(url: web + "2020/a"), Case(url: web + "2020/https://"),
        Case(url: "https://archive.org/details/2019/report.pdf"),
        Case(url: "https://victim.example/web/2020/https://other.example/"),
    ]

    @Test("Each", arguments: cases)
    func inside(_ one: Case) throws {
        #expect(ArchivedURL.inside(try CanonicalURL(one.url)).map(\.text) == one.inside)
    }

    @Test("Archives in archives come to an end")
    func depth() throws {
        let url = String(repeating: "https://web.archive.org/web/2020/", count: 50) + "https://victim.example/"
        #expect(ArchivedURL.inside(try CanonicalURL(url)).count == 8)
    }
}

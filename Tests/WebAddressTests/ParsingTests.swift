import Testing
import WebAddress

struct ParseCase: CustomTestStringConvertible, Sendable {
    let input: String
    let base: String?
    /// Nil: refused.
    let href: String?

    init(_ input: String, base: String? = nil, _ href: String?) {
        (self.input, self.base, self.href) = (input, base, href)
    }

    var testDescription: String { "\(input.debugDescription) on \(base ?? "nothing")" }

    func check() throws {
        let base = try base.map { try WebURL($0) }
        guard let href else {
            #expect(throws: WebURLError.self) { try WebURL(input, base: base) }
            return
        }
        let url = try WebURL(input, base: base)
        #expect(url.href == href)
        #expect(try WebURL(url.href).href == href, "a serialised URL parses to itself")
    }
}

@Suite("URL Standard, section 4.4: URL parsing")
struct ParsingTests {
    @Test(
        "Scheme and authority",
        arguments: [
            ParseCase("https://news.test/a", "https://news.test/a"),
            ParseCase("HTTPS://News.Test", "https://news.test/"),
            ParseCase(" \u{1}https://ne\tws.te\nst/ ", "https://news.test/"),
            ParseCase("https:\\\\news.test\\a", "https://news.test/a"),
            ParseCase("https:news.test", "https://news.test/"),
            ParseCase("https://////news.test", "https://news.test/"),
            ParseCase("https://news.test:443/", "https://news.test/"),
            ParseCase("https://news.test:0080/", "https://news.test:80/"),
            ParseCase("https://news.test:/", "https://news.test/"),
            ParseCase("https://a:b@c@news.test/", "https://a:b%40c@news.test/"),
            ParseCase("https://:@news.test/", "https://news.test/"),
            ParseCase("https://news.test:65536/", nil),
            ParseCase("https://news.test:8a/", nil),
            ParseCase("https://", nil),
            ParseCase("https://@/x", nil),
            ParseCase("https://:80/", nil),
            ParseCase("news.test", nil),
            ParseCase("", nil),
        ])
    func authority(_ parse: ParseCase) throws { try parse.check() }

    @Test(
        "Relative references",
        arguments: [
            ParseCase("", base: "https://a.test/b/c?d#e", "https://a.test/b/c?d"),
            ParseCase("x", base: "https://a.test/b/c?d#e", "https://a.test/b/x"),
            ParseCase("/x", base: "https://a.test:8080/b/c", "https://a.test:8080/x"),
            ParseCase("//x/y", base: "https://a.test/b/c", "https://x/y"),
            ParseCase("https:x", base: "https://a.test/b/c", "https://a.test/b/x"),
            ParseCase("http:x", base: "https://a.test/b/c", "http://x/"),
            ParseCase("?x", base: "https://a.test/b?c#d", "https://a.test/b?x"),
            ParseCase("#x", base: "https://a.test/b?c#d", "https://a.test/b?c#x"),
            ParseCase("../../../x", base: "https://a.test/b/c", "https://a.test/x"),
            ParseCase(".", base: "https://a.test/b/c", "https://a.test/b/"),
            ParseCase("..", base: "https://a.test/b/c/d", "https://a.test/b/"),
            ParseCase("x", base: "mailto:a@b.test", nil),
            ParseCase("#x", base: "mailto:a@b.test", "mailto:a@b.test#x"),
        ])
    func relative(_ parse: ParseCase) throws { try parse.check() }

    @Test(
        "Path, query and fragment",
        arguments: [
            ParseCase("https://a.test/b/./c/../d", "https://a.test/b/d"),
            ParseCase("https://a.test/b/%2e/c/.%2E", "https://a.test/b/"),
            ParseCase("https://a.test/%2e%2e%2e", "https://a.test/%2e%2e%2e"),
            ParseCase("https://a.test/b c\"<>`{}^|[]", "https://a.test/b%20c%22%3C%3E%60%7B%7D%5E|[]"),
            ParseCase("https://a.test/é?é='#é`", "https://a.test/%C3%A9?%C3%A9=%27#%C3%A9%60"),
            ParseCase("https://a.test/%zz%", "https://a.test/%zz%"),
            ParseCase("https://a.test//b///", "https://a.test//b///"),
            ParseCase("https://a.test?#", "https://a.test/?#"),
        ])
    func components(_ parse: ParseCase) throws { try parse.check() }

    @Test(
        "Other schemes",
        arguments: [
            ParseCase("mailto:a@b.test?subject=c d", "mailto:a@b.test?subject=c%20d"),
            ParseCase("data:text/plain,a #b", "data:text/plain,a%20#b"),
            ParseCase("file:///c|/a/../../b", "file:///c:/b"),
            ParseCase("file://localhost/a", "file:///a"),
            ParseCase("git://A.test", "git://A.test"),
            ParseCase("web+x:/..//a", "web+x:/.//a"),
        ])
    func otherSchemes(_ parse: ParseCase) throws { try parse.check() }

    @Test("Components are those of the serialisation; what is missing is told from what is empty")
    func parts() throws {
        let url = try WebURL("https://u:p@a.test:8080/b/c?d=1#e")
        #expect([url.scheme, url.username, url.password, url.path] == ["https", "u", "p", "/b/c"])
        #expect([url.host, url.query, url.fragment] == ["a.test", "d=1", "e"])
        #expect(url.port == 8080)
        #expect(url.pathAndQuery == "/b/c?d=1")
        let bare = try WebURL("https://a.test?#")
        #expect([bare.query, bare.fragment] == ["", ""])
        #expect(bare.port == nil)
        #expect(try WebURL("https://a.test").query == nil)
        #expect(try WebURL("mailto:x").host == nil)
        #expect(try WebURL("file:///x").host?.isEmpty == true)
    }

    @Test("An error names the text and the reason; what is not UTF-8 is read as U+FFFD; over 1 MiB is refused")
    func refusals() throws {
        let error = try #require(throws: WebURLError.self) { try WebURL("https://a.test:99999/") }
        #expect(error.code == .badPort)
        #expect(error.description.contains("https://a.test:99999/"))
        #expect(try WebURL(utf8: Array("https://a.test/".utf8) + [0xFF]).href == "https://a.test/%EF%BF%BD")
        let long = "https://a.test/" + String(repeating: "a", count: 1 << 20)
        #expect(try #require(throws: WebURLError.self) { try WebURL(long) }.code == .tooLong)
    }
}

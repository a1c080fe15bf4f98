import Canonical
import Provenance
import Registry
import Testing

@Suite("What an objection covers")
struct ScopeTests {
    struct Case: CustomTestStringConvertible {
        let kind: String
        let value: String
        let covered: [String]
        let free: [String]

        var testDescription: String { "\(kind) \(value)" }
    }

    static let cases = [
        Case(
            kind: "host", value: "Example.COM.",
            covered: [
                "http://example.com/", "https://example.com/a?b", "https://example.com:8443/", "http://EXAMPLE.com./x",
            ],
            free: ["https://www.example.com/", "https://example.com.org/", "https://notexample.com/", "https://com/"]),
        Case(kind: "host", value: "com", covered: ["https://com/"], free: ["https://example.com/"]),
        Case(kind: "host", value: "192.0.2.1", covered: ["http://192.0.2.1:81/"], free: ["http://192.0.2.10/"]),
        Case(
            kind: "host", value: "[2001:DB8::1]", covered: ["http://[2001:db8:0::1]:81/"],
            free: ["http://[2001:db8::2]/"]),
        Case(kind: "host", value: "Bücher.com", covered: ["https://xn--bcher-kva.com/"], free: ["https://bucher.com/"]),
        Case(
            kind: "domain", value: "example.com",
            covered: ["https://example.com/", "http://www.example.com/", "https://a.b.example.com:444/x"],
            free: ["https://notexample.com/", "https://example.com.org/", "https://example.org/?example.com"]),
        Case(
            kind: "domain", value: "blog.example.com",
            covered: ["https://blog.example.com/", "https://a.blog.example.com/"],
            free: ["https://example.com/", "https://myblog.example.com/"]),
        Case(
            kind: "domain", value: "example.co.uk", covered: ["https://shop.example.co.uk/"],
            free: ["https://other.co.uk/"]),
        Case(
            kind: "domain", value: "ann.github.io", covered: ["https://ann.github.io/"],
            free: ["https://bob.github.io/"]),
        Case(
            kind: "domain", value: "city.kobe.jp", covered: ["https://www.city.kobe.jp/"],
            free: ["https://a.b.kobe.jp/"]),
        Case(
            kind: "domain", value: "пример.РФ", covered: ["https://www.xn--e1afmkfd.xn--p1ai/"],
            free: ["https://xn--p1ai/"]),
        Case(
            kind: "url", value: "HTTP://Example.com:80/a/../b/%7Eann?q=1#part",
            covered: ["http://example.com/b/~ann?q=1", "https://example.com/b/~ann?q=1#other"],
            free: [
                "https://example.com/b/~ann", "https://example.com/b/~ann?q=12", "https://www.example.com/b/~ann?q=1",
                "https://example.com:8080/b/~ann?q=1",
            ]),
        Case(
            kind: "url", value: "https://example.com/?a=\\b", covered: ["http://example.com/?a=\\b"],
            free: ["http://example.com/?a=b", "http://example.com/?a=\\\\b"]),
        Case(
            kind: "prefix", value: "https://example.com/news/",
            covered: ["http://example.com/news/", "https://example.com/news/2026/a?x"],
            free: ["https://example.com/news", "https://example.com/newsletter", "https://example.com/News/"]),
        Case(
            kind: "prefix", value: "https://example.com/u/ann",
            covered: [
                "https://example.com/u/ann", "https://example.com/u/ann/1", "https://example.com/u/ann?page=2",
                "https://example.com/u/ann;v=1",
            ],
            free: [
                "https://example.com/u/an", "https://example.com/u/anna", "https://example.com/u/ann.html",
                "https://example.org/u/ann",
            ]),
        Case(
            kind: "prefix", value: "https://example.com/u/%c3%a9", covered: ["https://example.com/u/é/1"],
            free: ["https://example.com/u/éa"]),
        Case(
            kind: "prefix", value: "https://example.com/img_", covered: ["https://example.com/img_7.png"],
            free: ["https://example.com/img"]),
        Case(
            kind: "prefix", value: "https://example.com/show?id=12",
            covered: ["https://example.com/show?id=12", "https://example.com/show?id=12&page=2"],
            free: ["https://example.com/show?id=123", "https://example.com/show"]),
        Case(
            kind: "prefix", value: "https://example.com", covered: ["http://example.com/", "https://example.com/x"],
            free: ["https://example.com.org/", "https://example.com:8080/"]),
        Case(
            kind: "prefix", value: "http://example.com/?a=\\", covered: ["http://example.com/?a=\\b"],
            free: ["http://example.com/?a=b"]),
    ]

    @Test("Each kind covers what it names, on http and https, and nothing else", arguments: cases)
    func covers(_ item: Case) throws {
        let snapshot = try compile([Filing(kind: item.kind, value: item.value)])
        for text in item.covered { #expect(snapshot.covering(text) == ["O-1"], "\(text)") }
        for text in item.free { #expect(snapshot.covering(text).isEmpty, "\(text)") }
    }

    @Test(
        "A scope that has no canonical form, or is too wide, is refused with file, line and key",
        arguments: [
            ("domain", "co.uk"), ("domain", "github.io"), ("domain", "GitHub.io."), ("domain", "a.kobe.jp"),
            ("domain", "com"), ("domain", "localhost"), ("domain", "192.0.2.1"), ("domain", "0xC0.0.2.1"),
            ("domain", "[::1]"), ("domain", "https://example.com"), ("domain", "рф"), ("domain", "xn--p1ai"),
            ("domain", "*.example.com"), ("domain", ".example.com"), ("domain", ""),
            ("host", ""), ("host", "example.com:80"), ("host", "ann@example.com"), ("host", "example.com/"),
            ("host", "exa mple.com"), ("host", "exa\tmple.com"), ("host", "example..com"), ("host", "example.com／x"),
            ("host", "1.2.3.4.5"), ("host", "2001:db8::1"), ("host", "*.example.com"),
            ("url", "example.com/a"), ("url", "//example.com/a"), ("url", "https://*.example.com/"),
            ("url", "https://example.com/*"), ("url", "ftp://example.com/"),
            ("url", "https://ann:pw@example.com/"), ("url", "https:///"), ("url", ""),
            ("prefix", "/news/"), ("prefix", "https://"), ("prefix", "https://example.com/news/*"),
            ("prefix", "data:text/html,x"),
            ("payload", "abc"), ("payload", "sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709"),
        ])
    func refuses(_ kind: String, _ value: String) throws {
        let text = Filing(id: "O-0").line + "\n" + Filing(kind: kind, value: value).line
        let error = try #require(throws: RegistryError.self) { try compile(text: text) }
        #expect(error.code == .badScope)
        #expect(error.line == 2)
        #expect(error.key == "scope.value")
        #expect(error.description.hasPrefix("objections.jsonl:2: scope.value: "))
    }

    @Test("A payload objection covers the bytes wherever they are found")
    func payload() throws {
        let digest = Digest(of: "some text")
        let snapshot = try compile([Filing(kind: "payload", value: digest.hex.uppercased())])
        let keys = MatchKeys(hops: [url("https://elsewhere.org/")], payload: digest)
        let found = snapshot.match(keys, at: compileTime)
        #expect(found.map(\.key) == [digest.description])
        #expect(snapshot.match(MatchKeys(payload: Digest(of: "some texT")), at: compileTime).isEmpty)
        #expect(snapshot.match(MatchKeys(text: digest), at: compileTime).isEmpty)
    }
}

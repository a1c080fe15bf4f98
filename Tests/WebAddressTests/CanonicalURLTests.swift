import Testing
import WebAddress

@Suite("The canonical form of a web address")
struct CanonicalURLTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let input: String
        let text: String
        var testDescription: String { input }
    }

    @Test(
        "RFC 3986, 6.2.2: one spelling",
        arguments: [
            Case(input: "http://a.test/b#c", text: "http://a.test/b"),
            Case(input: "http://a.test/%7eb%2fc%c3%a9", text: "http://a.test/~b%2Fc%C3%A9"),
            Case(input: "http://a.test/?%41=%2b&b=%26", text: "http://a.test/?A=%2B&b=%26"),
            Case(input: "http://a.test./", text: "http://a.test/"),
            Case(input: "http://a.test.:81/b", text: "http://a.test:81/b"),
            Case(input: "http://a.test/a%2e%2e", text: "http://a.test/a.."),
            Case(input: "http://a.test/%%341", text: "http://a.test/%%341"),
            Case(input: "http://a.test/%4%31", text: "http://a.test/%4%31"),
            Case(input: "http://a.test/%zz%41", text: "http://a.test/%zzA"),
            Case(input: "http://a.test?", text: "http://a.test/?"),
            Case(input: "http://[2001:DB8::1]:80", text: "http://[2001:db8::1]/"),
        ])
    func oneSpelling(_ example: Case) throws {
        #expect(try CanonicalURL(example.input).text == example.text)
    }

    @Test(
        "What no crawler may fetch or DNS resolve has no canonical form",
        arguments: [
            ("ftp://a.test/", WebURLError.Code.notWeb),
            ("mailto:a@b.test", .notWeb),
            ("https://u@a.test/", .userinfo),
            ("https://:p@a.test/", .userinfo),
            ("https://a..test/", .unresolvableHost),
            ("https://./", .unresolvableHost),
            ("https://a.test../", .unresolvableHost),
            ("https://\(String(repeating: "a", count: 64)).test/", .unresolvableHost),
            ("https://\(String(repeating: "abc.", count: 63))test/", .unresolvableHost),
        ])
    func refused(_ input: String, _ code: WebURLError.Code) throws {
        let url = try WebURL(input)
        #expect(url.canonical == nil)
        #expect(try #require(throws: WebURLError.self) { try CanonicalURL(url) }.code == code)
    }

    @Test("Making the form twice changes nothing, and its parts are those of its text")
    func idempotent() throws {
        let pieces = [
            "%", "%2", "%25", "%2e", "%41", "%7E", "%c3", "%2F", "4", "1", "e", ".", "..", "/", "\\", "?", "#", "&",
            "=",
            "é", "☃", " ", "'", "^", "|", ";", "a", "B", "%5c", "%%", "\t", ":", "@",
        ]
        var random = Seeded(state: 7)
        for _ in 0..<20_000 {
            let tail = (0..<Int.random(in: 0...10, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            let host = ["a.test", "A.test.", "xn--fsq.test:81", "[::2]", "1.2.3.4"].randomElement(using: &random) ?? ""
            let once = try CanonicalURL("http://\(host)/" + tail.joined())
            let twice = try CanonicalURL(once.text)
            #expect(twice == once)
            #expect(twice.pathAndQuery == once.pathAndQuery)
            #expect([twice.host, twice.surt] == [once.host, once.surt])
            #expect(once.origin.description + once.pathAndQuery == once.text)
        }
    }

    @Test(
        "Keys of a domain and all below it share a prefix that no other key has",
        arguments: [
            ("https://www.a.test/b?c=d", "(test,a,www,)/b?c=d"),
            ("http://a.test", "(test,a,)/"),
            ("https://a.test:8443/", "(test,a,:8443)/"),
            ("https://192.0.2.1/x", "(192.0.2.1)/x"),
            ("https://[2001:db8::1]:81/x", "([2001:db8::1]:81)/x"),
            ("https://localhost/", "(localhost,)/"),
        ])
    func surt(_ input: String, _ key: String) throws {
        #expect(try CanonicalURL(input).surt == key)
    }
}

/// A generator that gives the same sequence on every run (xorshift64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

import Testing
import WebAddress

@Suite("URL Standard, section 4.7: origin")
struct OriginTests {
    @Test(
        "The default port is filled in and not written",
        arguments: [
            ("https://A.test/b", "https://a.test", 443),
            ("http://a.test:8080/", "http://a.test:8080", 8080),
            ("https://[2001:db8::1]/", "https://[2001:db8::1]", 443),
            ("wss://a.test/", "wss://a.test", 443),
        ])
    func ports(_ input: String, _ description: String, _ port: Int) throws {
        let origin = try #require(try WebURL(input).origin)
        #expect(origin.description == description)
        #expect(origin.port == port)
        #expect(try Origin(description) == origin)
    }

    @Test("Opaque and file URLs have none", arguments: ["mailto:a@b.test", "file:///a", "data:,a", "git://a.test/"])
    func none(_ input: String) throws {
        #expect(try WebURL(input).origin == nil)
    }

    @Test(
        "More than an origin is not read as one",
        arguments: ["https://a.test/b", "https://u@a.test", "https://a.test?", "a.test"])
    func refused(_ text: String) {
        #expect(throws: WebURLError.self) { try Origin(text) }
    }

    @Test(
        "A path never leads to another origin",
        arguments: [
            ("/robots.txt", "https://a.test:81/robots.txt"),
            ("robots.txt", "https://a.test:81/robots.txt"),
            ("//b.test/c", "https://a.test:81//b.test/c"),
            ("\\\\b.test\\c", "https://a.test:81//b.test/c"),
            ("https://b.test/", "https://a.test:81/https://b.test/"),
            ("/../x?y#z", "https://a.test:81/x?y#z"),
            ("?y", "https://a.test:81/?y"),
            ("@b.test", "https://a.test:81/@b.test"),
            ("", "https://a.test:81/"),
        ])
    func resolve(_ path: String, _ href: String) throws {
        let origin = try Origin("https://a.test:81")
        let url = origin.resolve(path)
        #expect(url.href == href)
        #expect(url.origin == origin)
        #expect(try WebURL(href).pathAndQuery == url.pathAndQuery)
    }
}

import Testing
import WebAddress

@Suite("publicsuffix.org, Format and Algorithm")
struct PublicSuffixListTests {
    static let fixture = """
        // A list made for these tests.\r
        // \(String(repeating: "a comment longer than the line buffer ", count: 12))
        // ===BEGIN ICANN DOMAINS===
        com
        uk
        co.uk   what follows a space is no part of the rule
        *.ck
        !www.ck
        例.jp
        jp

        // ===END ICANN DOMAINS===
        // ===BEGIN PRIVATE DOMAINS===
        github.io
        blogspot.com
        // ===END PRIVATE DOMAINS===
        """

    let list: PublicSuffixList

    init() throws {
        list = try PublicSuffixList(contents: Array(Self.fixture.utf8))
    }

    @Test(
        "The shortest name that can be registered",
        arguments: [
            ("www.example.com", "example.com"),
            ("example.com.", "example.com"),
            ("WWW.Example.COM", "example.com"),
            ("a.b.example.co.uk", "example.co.uk"),
            ("a.b.c.ck", "b.c.ck"),
            ("a.www.ck", "www.ck"),
            ("www.ck", "www.ck"),
            ("a.b.xn--fsq.jp", "b.xn--fsq.jp"),
            ("a.B.例.jp", "b.xn--fsq.jp"),
            ("me.github.io", "me.github.io"),
            ("a.me.blogspot.com", "me.blogspot.com"),
            ("a.b.unlisted", "b.unlisted"),
            ("buffer.test", "buffer.test"),
        ])
    func registrable(_ host: String, _ domain: String) {
        #expect(list.registrableDomain(of: host) == domain)
    }

    @Test(
        "Suffixes have no registrable domain",
        arguments: [
            "com", "co.uk", "x.ck", "ck", "例.jp", "xn--fsq.jp", "github.io", "blogspot.com", "unlisted", "COM.",
        ])
    func suffixes(_ host: String) {
        #expect(list.registrableDomain(of: host) == nil)
        #expect(list.isPublicSuffix(host))
    }

    @Test(
        "Addresses and what is no host are neither",
        arguments: [
            "192.0.2.1", "0x7f.1", "[2001:db8::1]", "", ".", "a..com", ".com", "a b.com", "a\0.com", "com/x",
        ])
    func neither(_ host: String) {
        #expect(list.registrableDomain(of: host) == nil)
        #expect(!list.isPublicSuffix(host))
    }

    @Test("Rules are counted; a long comment is not taken for some")
    func count() {
        #expect(list.ruleCount == 9)
        #expect(!list.isPublicSuffix("longer.buffer"))
    }

    @Test(
        "What is no list is refused",
        arguments: [
            ("", nil), ("// only a comment\n", nil), ("com\n<!DOCTYPE html>\n", 2), ("com\nCO.UK\n", 2), ("a..b\n", 1),
            ("a.*.b\n", 1), ("com\u{0}\n", 1), ("!\n", 1),
        ] as [(String, Int?)])
    func refused(_ text: String, _ line: Int?) throws {
        let error = try #require(throws: PublicSuffixError.self) { try PublicSuffixList(contents: Array(text.utf8)) }
        #expect(error.line == line)
    }

    @Test("Bytes that are not UTF-8 are refused")
    func notUTF8() {
        #expect(throws: PublicSuffixError.self) { try PublicSuffixList(contents: [0x63, 0xFF, 0x0A]) }
    }
}

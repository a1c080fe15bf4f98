import Rights
import Testing

@Suite("URLs of Creative Commons")
struct CreativeCommonsTests {
    @Test(
        "A licence is known however its URL is written",
        arguments: [
            ("https://creativecommons.org/licenses/by/4.0/", "by 4.0"),
            ("//www.creativecommons.org/licenses/BY-SA/3.0/DE/deed.de", "by-sa 3.0 de"),
            ("creativecommons.org/licenses/by-nc/2.5/scotland/legalcode?x#y", "by-nc 2.5 scotland"),
            ("http://creativecommons.org:80/licenses/sampling%2B/1.0", "sampling+ 1.0"),
            ("https://creativecommons.org/licenses/by/4.0/).", "by 4.0"),
            ("https://creativecommons.org/publicdomain/zero/1.0/deed.en", "zero 1.0"),
            ("https://creativecommons.org/publicdomain/certification/1.0/us/", "certification 1.0 us"),
            ("https://creativecommons.org/licenses/publicdomain/", "publicdomain"),
            ("http://creativecommons.org/licenses/by-nd-nc/1.0/", "by-nd-nc 1.0"),
        ])
    func known(_ url: String, _ name: String) throws {
        let tool = try #require(CreativeCommons.parse(url))
        #expect(
            [tool.unit, tool.version, tool.jurisdiction ?? ""].filter { !$0.isEmpty }.joined(separator: " ") == name)
        #expect(CreativeCommons.parse(tool.url) == tool)
    }

    @Test(
        "A URL that names no published licence is none",
        arguments: [
            "https://creativecommons.org/licenses/by/", "https://creativecommons.org/licenses/by/5.0/",
            "https://creativecommons.org/licenses/by/4.0/de/", "https://creativecommons.org/licenses/by/2.1/",
            "https://creativecommons.org/licenses/by-nd-nc/2.5/", "https://creativecommons.org/licenses/GPL/2.0/",
            "https://creativecommons.org.evil.com/licenses/by/4.0/", "https://example.com/licenses/by/4.0/",
            "https://creativecommons.org@evil.com/licenses/by/4.0/", "https://creativecommons.org/choose/", "",
            "https://search.creativecommons.org/licenses/by/4.0/",
            "https://evil.com/?creativecommons.org/licenses/by/4.0/",
        ])
    func refused(_ url: String) {
        #expect(CreativeCommons.parse(url) == nil)
    }

    @Test("What each licence asks")
    func flags() throws {
        #expect(
            try #require(CreativeCommons.parse("https://creativecommons.org/licenses/by-nc-sa/4.0/")).flags == [
                "attribution", "nc", "sa",
            ])
        #expect(
            try #require(CreativeCommons.parse("https://creativecommons.org/licenses/nd-nc/1.0/")).flags == [
                "nc", "nd", "retired:2004-05-25",
            ])
        #expect(try #require(CreativeCommons.parse("https://creativecommons.org/publicdomain/mark/1.0/")).flags.isEmpty)
    }
}

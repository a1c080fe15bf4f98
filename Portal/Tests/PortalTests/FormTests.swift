import Registry
import Testing

@testable import Portal

@Suite("Forms, WHATWG URL 5.1")
struct FormTests {
    @Test(
        "Names and values",
        arguments: [
            ("a=1&b=2", "a", "1"), ("a=%C3%A9+x", "a", "é x"), ("a", "a", ""), ("a=1&a=2", "a", "1"), ("=x", "", "x"),
            ("a=%zz%4", "a", "%zz%4"), ("&&a=b=c", "a", "b=c"), ("a%3Db=1", "a=b", "1"),
        ])
    func read(text: String, name: String, value: String) throws {
        let fields = try FormFields(text)
        #expect(fields[name] == value && fields.has(name))
    }

    @Test("No UTF-8, and too many fields", arguments: ["a=%FF", "%C3=1", String(repeating: "a=1&", count: 201)])
    func refused(text: String) {
        #expect(throws: Refusal.self) { try FormFields(text) }
    }

    @Test("Lines are taken without blanks")
    func lines() throws {
        #expect(
            try FormFields("v=+a+%0D%0A%0D%0A+b%0A")
                .lines("v") == ["a", "b"])
    }

    @Test(
        "Tokens have 128 bits at least",
        arguments: [
            ("", false), ("short", false), (String(repeating: "a", count: 22), true),
            (String(repeating: "a", count: 129), false), (String(repeating: "é", count: 22), false),
            (String(repeating: "a", count: 21) + "=", false),
        ])
    func tokens(text: String, isToken: Bool) {
        #expect(Token.isToken(text) == isToken)
        #expect(Token.isToken(Token.make(16)))
        #expect(Token.make(24) != Token.make(24))
    }

    @Test("What is filed never becomes markup, also not with an accent behind it")
    func escaped() throws {
        #expect(MarkupText.escaped("<b>&\"'") == "&lt;b&gt;&amp;&quot;&#39;")
        let odd = MarkupText.escaped("\"\u{301} autofocus <\u{338}b").unicodeScalars
        #expect(!odd.contains("\"") && !odd.contains("<"))
        let nested = Markup.escaped(["a": [["b": "<"]], "c": true, "d": 1, "e": Markup(html: "<p>")])
        let values = try #require(nested as? [String: Any])
        #expect((values["a"] as? [Any])?.first as? [String: String] == ["b": "&lt;"])
        #expect(values["c"] as? Bool == true && values["d"] as? Int == 1 && values["e"] as? String == "<p>")
    }
}

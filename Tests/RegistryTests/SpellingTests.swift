import Canonical
import Registry
import Testing
import WebAddress

@Suite("No spelling of an address escapes an objection, and none is taken for another's")
struct SpellingTests {
    static let spellings = [
        "http://example.com/a/b?q=1", "HTTP://EXAMPLE.com/a/b?q=1", "https://example.com:443/a/b?q=1",
        "http://example.com:80/a/b?q=1", "http://example.com./a/b?q=1", "http://example.com/a/./b?q=1",
        "http://example.com/x/../a/b?q=1", "http://example.com/%61/%62?q=1", "http://example.com/a/b?q=1#part",
        "http://example.com\\a\\b?q=1", " http://example.com/a/b?q=1\n", "http:example.com/a/b?q=1",
        "http://ex%61mple.com/a/b?q=1", "http://example\t.com/a/b?q=1", "http://ｅxample.com/a/b?q=1",
        "http://example.com/x/%2e%2E/a/b?q=1",
    ]
    static let others = [
        "http://example.com/A/b?q=1", "http://example.com/a/b", "http://example.com:8080/a/b?q=1",
        "http://www.example.com/a/b?q=1", "http://example.org/a/b?q=1", "http://example.com.org/a/b?q=1",
        "http://example.com/a//b?q=1", "http://example.com/a%2Fb?q=1",
    ]

    @Test("Filed in any spelling, asked in any spelling, of each kind", arguments: spellings)
    func alike(_ filed: String) throws {
        for kind in ["url", "prefix"] {
            let snapshot = try compile([Filing(kind: kind, value: filed)])
            for asked in Self.spellings { #expect(snapshot.covering(asked) == ["O-1"], "\(kind) \(asked)") }
            for asked in Self.others { #expect(snapshot.covering(asked).isEmpty, "\(kind) \(asked)") }
        }
    }
}

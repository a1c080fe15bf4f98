import Testing

@testable import Markup

@Suite("Hostile pages")
struct HostilePageTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let part: String
        let times: Int
        let complete: Bool
        var testDescription: String { name }
    }

    @Test(
        "no page hangs the reader or breaks its bounds", .timeLimit(.minutes(10)),
        arguments: [
            Case(name: "deep nesting", part: "<div>", times: 200_000, complete: false),
            Case(name: "stray end tags", part: "<b></x>", times: 60_000, complete: false),
            Case(name: "many comments", part: "<!-->", times: 200_000, complete: true),
            Case(name: "unclosed script escapes", part: "<script><!--</script>", times: 50_000, complete: true),
            Case(name: "open brackets", part: "<", times: 500_000, complete: true),
            Case(name: "ampersands", part: "&amp", times: 200_000, complete: true),
            Case(name: "open quotes", part: "<a b=\"", times: 50_000, complete: true),
            Case(name: "paragraphs", part: "<p>x", times: 100_000, complete: true),
        ])
    func bounded(_ test: Case) throws {
        let page = try read("<body>" + String(repeating: test.part, count: test.times))
        #expect(page.complete == test.complete)
        #expect(page.nodes.count <= 2_000_000)
    }

    @Test("a tag with 100,000 attributes is read in linear time")
    func manyAttributes() throws {
        let page = try read("<a " + (0..<100_000).map { "x\($0)=1 " }.joined() + "href=y>z")
        #expect(page.value(.href, of: Int(page.anchors[0])) == "y")
    }

    @Test("an attribute over its limit is cut and the reading says so")
    func hugeAttribute() throws {
        let page = try read("<a href=" + String(repeating: "A", count: 2_000_000) + ">z")
        #expect(!page.complete && page.faults.first?.kind == .attributeTooLong)
    }

    @Test("a page over the byte limit is read up to it and says so")
    func byteLimit() throws {
        var limits = MarkupLimits()
        limits.bytes = 20
        let page = try HTMLParser(limits: limits).read(utf8: Array("<body><p>12345678901234567890".utf8))
        #expect(!page.complete && page.faults.map(\.kind) == [.tooManyBytes])
    }

    @Test(
        "pages that end inside something lose only that",
        arguments: ["<a href='x", "<!-- x", "<script>x", "<a", "</a", "<", "&", "", "<!", "<?"])
    func truncated(tail: String) throws {
        let page = try read("<meta name=robots content=noai><p>text" + tail)
        #expect(page.value(.content, of: Int(page.metas[0])) == "noai")
    }

    @Test("nothing after a NUL is lost")
    func nul() throws {
        let text = try PageText(payload: Array("<p>a\0b<meta name=robots\0 content=noai>".utf8))
        #expect(text.replacements == 2 && text.space == .utf8)
        #expect(try HTMLParser().read(text).metas.count == 1)
    }
}

import Markup
import Testing

@testable import Extraction

@Suite("Forums: the posts of several people are the text together")
struct PostsTests {
    static let long = (1...6).map { "<p>\($0). \(MainElementTests.one) \(MainElementTests.two)</p>" }.joined()
    static let short = "I saw it from the shore that morning, and it was just as you say, only colder."
    static let other = "My father was the engineer, and he told us the same story every winter of his life."

    static let threads: [(String, String)] = [
        (
            "posts that are numbered",
            "<div id=p101 class=post><div class=content>\(long)</div></div>"
                + "<div id=p102 class=post><div class=content>\(short)</div></div>"
                + "<div id=p117 class=post><div class=content>\(other)</div></div>"
        ),
        (
            "a question and its answers, by type",
            "<div itemscope itemtype='https://schema.org/Question'><div class=q>\(long)</div>"
                + "<div itemprop=suggestedAnswer itemscope itemtype='https://schema.org/Answer'><p>\(short)</p></div>"
                + "<div itemprop=suggestedAnswer itemscope itemtype='https://schema.org/Answer'><p>\(other)</p></div></div>"
        ),
        (
            "posts that each have a body of their own",
            "<div itemscope itemtype='http://schema.org/DiscussionForumPosting'><div itemprop=articleBody>\(long)</div></div>"
                + "<div itemscope itemtype='http://schema.org/DiscussionForumPosting'><div itemprop=articleBody>"
                + "<p>\(short)</p></div></div><div itemscope itemtype='http://schema.org/DiscussionForumPosting'>"
                + "<div itemprop=articleBody><p>\(other)</p></div></div>"
        ),
        (
            "posts of a class, one of them with a body that is stated",
            "<div class=post><div itemprop=articleBody>\(long)</div></div><div class=post><p>\(short)</p></div>"
                + "<div class=post><p>\(other)</p></div>"
        ),
        (
            "articles without a name",
            "<article>\(long)</article><article><p>\(short)</p></article><article><p>\(other)</p></article>"
        ),
        (
            "small posts whose classes speak of a topic",
            "<div id=post_1 class=topic-body>\(long)</div><div id=post_2 class=topic-body><p>\(short)</p></div>"
                + "<div id=post_3 class=topic-body><p>\(other)</p></div>"
        ),
        (
            "articles of a class",
            "<article class=m>\(long)</article><article class=m><p>\(short)</p></article>"
                + "<article class=m><p>\(other)</p></article>"
        ),
        (
            "posts in rows of a table",
            "<table><tr id=r1><td>Ann<td>\(long)<tr id=r2><td>Eva<td><p>\(short)</p><tr id=r3><td>Kai<td><p>\(other)</p></table>"
        ),
        (
            "articles that are numbered",
            "<article id=js-post-1>\(long)</article><article id=js-post-2><p>\(short)</p></article>"
                + "<article id=js-post-3><p>\(other)</p></article>"
        ),
    ]

    @Test("a long first post does not hide the short ones below it", arguments: threads)
    func all(name: String, body: String) throws {
        let text = try ExtractorTests.text(
            "<html><body><ul><li><a href=/>Home</a></ul><h1>The ferry</h1><div class=topic>\(body)</div></body></html>")
        for piece in ["6. \(MainElementTests.one)", Self.short, Self.other] { #expect(text.contains(piece), "\(name)") }
    }

    @Test(
        "what only stands beside a work is no post",
        arguments: [
            "<div id=text>\(long)</div><div id=side7><p>\(short)</p></div>",
            "<div id=part1>\(long)</div><div id=column2><p>\(short)</p></div>",
            "<div id=p1>\(long)</div><section id=p2><p>\(short)</p></section>",
            "<div class=column>\(long)</div><div class=column><p>\(short)</p></div>",
            "<div itemscope itemtype='http://schema.org/Article'>\(long)</div>"
                + "<div itemscope itemtype='http://schema.org/Comment'><p>\(short)</p></div>",
        ])
    func beside(body: String) throws {
        let text = try ExtractorTests.text("<html><body><div>\(body)</div></body></html>")
        #expect(text.contains("6. \(MainElementTests.one)"))
        #expect(!text.contains(Self.short))
    }
}

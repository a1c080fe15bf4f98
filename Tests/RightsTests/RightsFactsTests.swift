import Canonical
import Foundation
import Markup
import Rights
import Testing
import WebAddress

@Suite("Facts of structured data")
struct RightsFactsTests {
    private static func facts(_ html: String) throws -> [RightsFact] {
        let page = try HTMLParser().read(utf8: Array(html.utf8))
        return Rights.facts(in: page, url: try CanonicalURL("https://ex.com/a"), tables: try ProjectTables.read())
    }

    @Test("Each property of an element is a fact of the item round it")
    func microdata() throws {
        let html =
            "<div itemscope itemtype='https://schema.org/Article'><a itemprop='license usageInfo' href='/l'>x</a>"
            + "<div itemprop=image itemscope itemtype='https://schema.org/ImageObject'><b itemprop=creditText>Jo</b></div></div>"
        let facts = try Self.facts(html)
        #expect(facts.map(\.property) == ["license", "usageInfo", "creditText"])
        #expect(facts.map(\.isPage) == [true, true, false])
        #expect(facts.map { $0.value.string } == ["/l", "/l", "Jo"])
    }

    static let shapes: [String] = [
        "<a itemprop=license href='/l'>x</a>", "<b itemprop='creditText'><i itemprop='copyrightNotice'>x</i>",
        "<img src='https://licensebuttons.net/l/by/4.0/88x31.png'>",
        "<a rel=license href='//creativecommons.org/licenses/by/4.0/'></a>",
        "<p>License: <a href='//creativecommons.org/licenses/by/4.0/'>CC BY 4.0</a></p>",
        "<b property=copyrightHolder>x</b><a property=license href='//creativecommons.org/licenses/by/4.0/'>x</a>",
        "<div typeof=Article><i property=copyrightHolder>x</i><a rel=license href='//creativecommons.org/licenses/by/4.0/'>x</a></div>",
        "<meta name='dc.rights' content='© x'><meta name='dc.license' content='CC BY 4.0'>",
    ]

    /// Time of the processor, not of the clock on the wall: what runs beside the test does not count.
    private static func work(_ html: String) throws -> Double {
        let page = try HTMLParser().read(utf8: Array(html.utf8))
        let (url, tables) = (try CanonicalURL("https://ex.com/a"), try ProjectTables.read())
        var best = Double.infinity
        for _ in 0..<3 {
            let start = processorTime()
            #expect(Rights.facts(in: page, url: url, tables: tables).count >= 0)
            #expect(Rights.licences(in: page, url: url, tables: tables).count >= 0)
            best = min(best, Double(processorTime() - start))
        }
        return best
    }

    private static func processorTime() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    @Test("Eight times the page is about eight times the work, whatever the page repeats", arguments: shapes)
    func linear(_ shape: String) throws {
        let small = try Self.work(String(repeating: shape, count: 400))
        let large = try Self.work(String(repeating: shape, count: 3200))
        // Work that grows with the square would be sixty-four times as much.
        #expect(large < small * 24, "\(large / small)")
    }

    @Test(
        "The same of a JSON-LD object that states some keys again and again",
        arguments: [
            "", #""author":"a b","copyrightHolder":"c d","#,
            #""isPartOf":{"@type":"Blog","url":"https://x.example/"},"#,
        ])
    func repeatedKeys(_ beside: String) throws {
        func script(_ count: Int) -> String {
            let licence = beside + "\"license\":\"https://creativecommons.org/licenses/by/4.0/\""
            let members = [#""@type":"Article""#] + Array(repeating: licence, count: count)
            return "<script type='application/ld+json'>{" + members.joined(separator: ",") + "}</script>"
        }
        let (small, large) = (try Self.work(script(400)), try Self.work(script(3200)))
        #expect(large < small * 24, "\(large / small)")
    }
}

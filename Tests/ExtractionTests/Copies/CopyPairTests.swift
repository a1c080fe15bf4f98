import Provenance
import Testing

@testable import Extraction

@Suite("Pairs of texts: which are told to be copies, by the default thresholds")
struct CopyPairTests {
    /// A kind of pair: what was objected to, and what a page holds.
    struct Kind: CustomTestStringConvertible {
        let testDescription: String
        /// Of a hundred pairs, how many are barred, and how many at least held; a range where the kind is one of doubt.
        let barred: ClosedRange<Int>
        let reached: ClosedRange<Int>
        var common = CommonShingles()
        let make: @Sendable (inout Chance) -> (String, String)
    }

    struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
            return word ^ word >> 31
        }

        mutating func article(_ sentences: Int = 40) -> String {
            TownNews(sentences: sentences, &self).english.joined(separator: " ")
        }
    }

    /// Menus and a footer of some hundred words, the same on every page of a site.
    static func boilerplate(_ site: Int, _ words: Int = 120) -> String {
        (0..<words).map { "menu\(site)item\($0 * 7 % 113)" }.joined(separator: " ")
    }

    static func edited(_ text: String, one word: Int, _ random: inout Chance) -> String {
        text.split(separator: " ").map { Int.random(in: 0..<word, using: &random) == 0 ? "other" : String($0) }
            .joined(separator: " ")
    }

    static let kinds: [Kind] = [
        Kind(testDescription: "copies: in capitals, without punctuation", barred: 100...100, reached: 100...100) {
            random in
            let text = random.article()
            return (text, text.uppercased().filter { !",.".contains($0) })
        },
        Kind(
            testDescription: "copies: each within its site's menus, 120 words of 680", barred: 60...100,
            reached: 100...100
        ) { random in
            let text = random.article()
            return (boilerplate(1) + " " + text, boilerplate(2) + " " + text)
        },
        Kind(testDescription: "copies: one word in 50 changed", barred: 95...100, reached: 100...100) { random in
            let text = random.article()
            return (text, edited(text, one: 50, &random))
        },
        Kind(testDescription: "copies: one word in 10 changed", barred: 0...40, reached: 100...100) { random in
            let text = random.article()
            return (text, edited(text, one: 10, &random))
        },
        Kind(testDescription: "copies: paragraphs in another order", barred: 90...100, reached: 100...100) { random in
            let sentences = TownNews(sentences: 40, &random).english
            let paragraphs = stride(from: 0, to: 40, by: 5).map { sentences[$0..<$0 + 5].joined(separator: " ") }
            return (paragraphs.joined(separator: " "), paragraphs.shuffled(using: &random).joined(separator: " "))
        },
        Kind(testDescription: "excerpts: the first half", barred: 75...100, reached: 100...100) { random in
            let news = TownNews(sentences: 40, &random).english
            return (news.joined(separator: " "), news.prefix(20).joined(separator: " "))
        },
        Kind(testDescription: "excerpts: a quarter", barred: 0...60, reached: 90...100) { random in
            let news = TownNews(sentences: 40, &random).english
            return (news.joined(separator: " "), news.prefix(10).joined(separator: " "))
        },
        Kind(testDescription: "embedded: in a page twice as long", barred: 75...100, reached: 100...100) { random in
            let text = random.article(20)
            return (text, random.article(10) + " " + text + " " + random.article(10))
        },
        Kind(testDescription: "embedded: in a page five times as long", barred: 0...30, reached: 80...100) { random in
            let text = random.article(20)
            return (text, random.article(40) + " " + text + " " + random.article(40))
        },
        Kind(testDescription: "strangers: two articles of one house", barred: 0...0, reached: 0...0) { random in
            (random.article(), random.article())
        },
        Kind(testDescription: "strangers: two short texts of one house", barred: 0...0, reached: 0...0) { random in
            (random.article(16), random.article(3))
        },
        Kind(testDescription: "strangers: the same menus, 120 words of 680", barred: 0...0, reached: 0...1) { random in
            (boilerplate(1) + " " + random.article(), boilerplate(1) + " " + random.article())
        },
        Kind(testDescription: "strangers: half of either is the same menus", barred: 0...0, reached: 60...100) {
            random in
            (boilerplate(1, 113) + " " + random.article(8), boilerplate(1, 113) + " " + random.article(8))
        },
        Kind(
            testDescription: "strangers: half of either is the same menus, which are taken out of the text objected to",
            barred: 0...0, reached: 0...0, common: common([boilerplate(1, 113)])
        ) { random in
            (boilerplate(1, 113) + " " + random.article(16), boilerplate(1, 113) + " " + random.article(8))
        },
        Kind(testDescription: "strangers: three sentences quoted", barred: 0...0, reached: 0...0) { random in
            let news = TownNews(sentences: 40, &random).english
            return (
                news.joined(separator: " "),
                random.article(20) + " " + news[5..<8].joined(separator: " ") + " " + random.article(20)
            )
        },
        Kind(testDescription: "translations, which no sketch finds", barred: 0...0, reached: 0...0) { random in
            let news = TownNews(sentences: 40, &random)
            return (news.english.joined(separator: " "), news.german.joined(separator: " "))
        },
    ]

    static func common(_ texts: [String]) -> CommonShingles {
        var common = CommonShingles()
        for text in texts { common.add(Array(text.utf8)) }
        return common
    }

    @Test("A hundred pairs of each kind", arguments: kinds)
    func pairs(_ kind: Kind) {
        var random = Chance(state: 2026)
        var (barred, reached) = (0, 0)
        for _ in 0..<100 {
            let (text, page) = kind.make(&random)
            let similarity = TextSketch(of: Array(text.utf8), ignoring: kind.common)
                .similarity(to: TextSketch(of: Array(page.utf8)))
            if similarity.places >= TextSketch.leastPlaces, similarity.containment >= 400 { reached += 1 }
            if similarity.places >= 24, similarity.containment >= 800 { barred += 1 }
        }
        #expect(kind.barred.contains(barred), "\(barred) of 100 are barred")
        #expect(kind.reached.contains(reached), "\(reached) of 100 are held or barred")
    }
}

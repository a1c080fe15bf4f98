import Testing

@testable import Rights

@Suite("a search for many words at once finds what a search for each of them does")
struct PhraseAutomatonTests {
    struct Find: Hashable {
        let literal: Int32
        let end: Int
    }

    /// A generator with a seed: Knuth's MMIX, the high half.
    private struct Steps: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            var word: UInt64 = 0
            for _ in 0..<2 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                word = word << 32 | state >> 32
            }
            return word
        }
    }

    /// Of few letters, so that words begin, end and stand in each other.
    private static func word(_ random: inout some RandomNumberGenerator, _ letters: [UInt8]) -> [UInt8] {
        (0..<Int.random(in: 1...6, using: &random)).map { _ in letters.randomElement(using: &random) ?? letters[0] }
    }

    private static func finds(_ automaton: PhraseAutomaton, _ text: [UInt8]) -> Set<Find> {
        automaton.walk { walk in
            var (finds, state): (Set<Find>, Int) = ([], 0)
            for (at, byte) in text.enumerated() {
                let next = walk.step(state, byte)
                state = Int(next & ~PhraseAutomaton.flag)
                let isEnd = automaton.ends[state] < automaton.ends[state + 1]
                #expect((next & PhraseAutomaton.flag != 0) == isEnd)
                for place in automaton.ends[state]..<automaton.ends[state + 1] {
                    finds.insert(Find(literal: automaton.literals[Int(place)], end: at + 1))
                }
            }
            return finds
        }
    }

    @Test("in texts of words, with words that are alike, in either case or not", arguments: 1...40)
    func isNaiveSearch(_ seed: UInt64) throws {
        var random = Steps(state: seed)
        let ignoresCase = seed.isMultiple(of: 2)
        let letters = Array("abc\u{C9}".utf8)
        let words = (0..<Int.random(in: 1...40, using: &random)).map { _ in Self.word(&random, letters) }
        let text = (0..<400).map { _ in (letters + Array("ABxC".utf8)).randomElement(using: &random) ?? 0 }
        var numbers: [Int32] = []
        let automaton = try #require(PhraseAutomaton(words, ignoringCase: ignoresCase, numbers: &numbers))
        #expect(automaton.words == Set(words).count)
        #expect(numbers.count == words.count)
        let read = ignoresCase ? text.map(ByteText.lower) : text
        var due: Set<Find> = []
        for (word, number) in zip(words, numbers) {
            for start in 0...(read.count - word.count) where read[start..<start + word.count].elementsEqual(word) {
                due.insert(Find(literal: number, end: start + word.count))
            }
        }
        #expect(Self.finds(automaton, text) == due, "\(words)")
    }

    @Test("words that a text may have in either case are one, however the table writes them")
    func isOneWord() throws {
        var numbers: [Int32] = []
        let words = ["état", "éTAT", "tat"].map { Array($0.utf8) }
        let automaton = try #require(PhraseAutomaton(words, ignoringCase: true, numbers: &numbers))
        #expect(numbers == [0, 0, 1])
        #expect(Self.finds(automaton, Array("l'éTat".utf8)).map(\.literal).sorted() == [0, 1])
    }

    @Test("more states than a table holds are refused")
    func isBounded() {
        let words = (0..<40_000).map { number in (0..<3).map { UInt8(number >> (7 * $0) & 0x7F) } + [1, 2, 3] }
        #expect(PhraseAutomaton(words) == nil)
        #expect(PhraseAutomaton(Array(words.prefix(2000))) != nil)
    }
}

import Testing

@testable import Jobs

@Suite("Words are counted by a rule that is pinned: muniment-words/1")
struct WordCountTests {
    @Test(
        "runs without white space; each Han character and kana by itself; East Asian punctuation is none",
        arguments: [
            ("", 0), (" \n\t\u{3000}", 0), ("harbour", 1), ("two  words\n", 2), ("it's well-known – yes", 4),
            ("a\u{A0}b\u{2028}c\u{200B}d", 3), ("你好", 2), ("你好。", 2), ("港口 and 海", 4), ("ab你cd", 3), ("さくら、カメラ", 6),
            ("한국어 문장", 2), ("«Łódź»", 1), ("𠀀𠀁", 2), ("e\u{301}te\u{301}", 1), ("ＡＢＣ！", 1), ("人々", 2),
        ])
    func words(_ text: String, _ count: Int) {
        #expect(WordCount.words(of: text.utf8) == count)
    }

    @Test("two texts side by side have the words of both")
    func sums() {
        let texts = ["one two", "你好 三", "x", "。"]
        for one in texts {
            for other in texts {
                #expect(
                    WordCount.words(of: (one + " " + other).utf8)
                        == WordCount.words(of: one.utf8) + WordCount.words(of: other.utf8))
            }
        }
    }
}

import Provenance
import Testing

@testable import Extraction

@Suite("Near-duplicate sketches of texts")
struct TextSketchTests {
    static func words(_ range: Range<Int>) -> [UInt8] {
        Array(range.map { "word\($0 &* 7919 % 10007)" }.joined(separator: " ").utf8)
    }

    static func sketch(_ range: Range<Int>) -> TextSketch { TextSketch(of: words(range)) }

    @Test("the same text has the same sketch, whatever its case and punctuation")
    func equal() {
        let one = TextSketch(of: Array("A ship, a quay — and the sea. So it is.".utf8))
        #expect(one == TextSketch(of: Array("a SHIP a quay and THE sea! so it is".utf8)))
        #expect(one.count == 6)
        #expect(TextSketch(base64: one.base64) == one)
        #expect(one.base64.utf8.count == 88)
    }

    @Test("near duplicates agree in most places, strangers in few")
    func resemblance() {
        let text = Self.sketch(0..<1000)
        #expect(text.similarity(to: Self.sketch(20..<1000)).resemblance > 850)
        #expect(text.similarity(to: Self.sketch(500..<1500)).resemblance < 600)
        #expect(text.similarity(to: Self.sketch(2000..<3000)).resemblance < 150)
        #expect(text.similarity(to: text) == TextSimilarity(places: 64, containment: 1000, resemblance: 1000))
    }

    @Test("a text that stands whole in a larger one is contained in it, though the two resemble each other little")
    func containment() {
        let (part, whole) = (Self.sketch(0..<1000), Self.sketch(0..<3000))
        let similarity = part.similarity(to: whole)
        #expect(similarity.containment > 750)
        #expect(similarity.resemblance < 500)
        #expect(whole.similarity(to: part) == similarity)
        #expect(Self.sketch(0..<1000).similarity(to: Self.sketch(900..<3900)).containment < 400)
    }

    @Test("the number of different shingles is told to one in a hundred", arguments: [6, 40, 1000, 5000, 9000])
    func count(_ words: Int) {
        let shingles = words - 4
        let told = Self.sketch(0..<words).count
        #expect(abs(told - shingles) <= max(1, shingles / 80), "\(told) of \(shingles)")
    }

    @Test("what a text says over and over counts once")
    func repeated() {
        let once = Self.words(0..<300)
        let thrice = TextSketch(of: once + [0x20] + once + [0x20] + once)
        #expect(abs(thrice.count - 300) <= 6)
        #expect(TextSketch(of: once).similarity(to: thrice).resemblance > 900)
    }

    @Test("shingles that are common to many texts do not count")
    func common() {
        var common = CommonShingles()
        common.add(Self.words(0..<500))
        let text = Self.words(0..<500) + [0x20] + Self.words(600..<900)
        #expect(TextSketch(of: text, ignoring: common).count < 310)
        #expect(TextSketch(of: Self.words(0..<500), ignoring: common).count == 0)
    }

    @Test("nothing, one word, and a script written without spaces")
    func short() {
        #expect(TextSketch(of: []).octets == [UInt8](repeating: 0, count: 66))
        #expect(TextSketch(of: Array("one".utf8)).count == 1)
        #expect(TextSketch(of: Array("一二三四五六七".utf8)).count == 3)
        #expect(TextSketch(of: []).similarity(to: TextSketch(of: [])).containment == 0)
    }

    @Test("the algorithm's bytes do not change under its name")
    func golden() {
        #expect(TextSketch.algorithm == "minhash64x8-w5-2")
        #expect(
            TextSketch(of: Array("the quick brown fox jumps over the lazy dog and runs away".utf8)).base64
                == "HqyPqLkqi1xVbveAMtFUE251gHfN1hvsSfqH8MXeWB7VtDOyMaMG3cjv+nnMa6scZU5ngGYDZEFiW6wJuscwBQAI")
    }
}

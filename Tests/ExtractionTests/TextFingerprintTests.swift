import Testing

@testable import Extraction

@Suite("Text fingerprints")
struct TextFingerprintTests {
    static func words(_ range: Range<Int>) -> [UInt8] {
        Array(range.map { "word\($0 &* 7919 % 10007)" }.joined(separator: " ").utf8)
    }

    @Test("the same text has the same sketch, whatever its case and punctuation")
    func equal() {
        let one = TextFingerprint(of: Array("A ship, a quay — and the sea. So it is.".utf8))
        #expect(one == TextFingerprint(of: Array("a SHIP a quay and THE sea! so it is".utf8)))
        #expect(one.description.count == 128)
    }

    @Test("near duplicates agree in most places, strangers in few")
    func similarity() {
        let text = TextFingerprint(of: Self.words(0..<1000))
        #expect(text.similarity(to: TextFingerprint(of: Self.words(20..<1000))) > 0.85)
        #expect(text.similarity(to: TextFingerprint(of: Self.words(500..<1500))) < 0.6)
        #expect(text.similarity(to: TextFingerprint(of: Self.words(2000..<3000))) < 0.15)
    }

    @Test("the algorithm's bytes do not change under its name")
    func golden() {
        #expect(TextFingerprint.algorithm == "minhash64x8-w5-1")
        #expect(TextFingerprint(of: []).places == [UInt8](repeating: 0, count: 64))
    }
}

@testable import Rights
import Testing

/// Searches that pass over most of a page must stop wherever what they look for stands.
@Suite("Bytes that are passed over")
struct BytesPassedOverTests {
    private static let words = [
        "ai", "tdm", "nein", "train", "training", "künstliche", "обучение", "人工", "ab", "mine", "miner",
    ].map { Array($0.utf8) }

    @Test("A place where a word begins is found in any case, wherever in the text it stands", arguments: words)
    func everyBeginning(word: [UInt8]) {
        let beginnings = Beginnings(Self.words)
        for shown in [word, word.map { $0 &- 0x61 < 26 ? $0 ^ 0x20 : $0 }] {
            for before in 0..<12 {
                for after in 0..<6 {
                    let text = [UInt8](repeating: 0x2E, count: before) + shown + [UInt8](repeating: 0x2E, count: after)
                    text.withUnsafeBufferPointer { bytes in
                        var (at, found): (Int, [Int]) = (0, [])
                        while at < bytes.count {
                            let place = beginnings.nextOrEnd(in: bytes, from: at, to: bytes.count)
                            found.append(place)
                            at = place + 1
                        }
                        #expect(found.contains(before), "\(word) after \(before) and before \(after) bytes")
                    }
                }
            }
        }
    }

    @Test("Most of a text is passed over")
    func others() {
        let text = Array("the quick brown fox jumps over a lazy dog and is gone ".utf8)
        let places = text.withUnsafeBufferPointer { bytes in
            Beginnings(Self.words).next(in: bytes, from: 0, to: bytes.count)
        }
        #expect(places == nil)
    }

    /// What only the bytes of a page hold: a meta element amid a broken one, prefixes of vocabularies.
    static let marks = [
        "<meta name=\"robots\" content=\"noai\">", "<META NAME=robots CONTENT=NOAI>",
        "<meta name=\"TDM-Reservation\" content=1>", "<rsl xmlns=\"x\">", "<RSL:content>", "<tdm:policy>", "<TDM:x>",
    ]

    @Test("A mark is found at every distance from the beginning of a page", arguments: marks)
    func everyDistance(mark: String) {
        for length in 0..<200 {
            let page = [UInt8](repeating: 0x78, count: length) + Array(mark.utf8)
            let found = RawMarks.find(page)
            #expect(found.metas.map(\.lowerBound) + found.foreign == [length], "\(mark) after \(length) bytes")
        }
    }

    @Test("A script of RSL's vocabulary is found under another type", arguments: [0, 63, 64, 65, 1000])
    func terms(length: Int) {
        let script = "<script type=\"text/rsl\">x</script>"
        let page = [UInt8](repeating: 0x20, count: length) + Array(script.utf8)
        #expect(RawMarks.find(page).terms.map(\.lowerBound) == [length])
    }

    @Test("A page without any of the letters has no marks")
    func none() {
        let page = "<html><meta name=description content=now><script>var a = 1</script><p>Words.</p></html>"
        let found = RawMarks.find(Array(page.utf8))
        #expect(found.metas.isEmpty && found.foreign.isEmpty && found.terms.isEmpty)
    }
}

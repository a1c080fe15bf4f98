/// Tells texts that no work is like: phrases repeated over and over, and lists of words without a sentence (clouds of tags).
enum WorkCheck {
    /// - Parameters:
    ///   - text: The text of a page, UTF-8; its start is looked at.
    ///   - hasData: It has cells of a table or code, which need no sentence.
    static func isWork(_ text: [UInt8], hasData: Bool) -> Bool {
        let sample = text.prefix(ExtractionThresholds.sample)
        return sample.withUnsafeBufferPointer { bytes in
            if isRepeated(bytes) { return false }
            return hasData || hasSentence(bytes)
                || !WordList.isList(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        }
    }

    /// Whether a text is made of a handful of words; prose has used more of them before its first sentence is out.
    private static func isRepeated(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var (words, different) = (0, [UInt64]())
        different.reserveCapacity(ExtractionThresholds.handful + 1)
        Shingles.eachToken(in: text) { token in
            words += 1
            if !different.contains(token) { different.append(token) }
            return different.count <= ExtractionThresholds.handful
        }
        return different.count <= ExtractionThresholds.handful
            && words >= max(ExtractionThresholds.wordsToJudge, different.count * ExtractionThresholds.repeated)
            // Of a script written without spaces a token is a character, and a handful of them a single word.
            && !text.contains { $0 >= 0xE3 }
    }

    /// Whether a mark that ends sentences stands at the end of a word.
    private static func hasSentence(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var isASCII = true
        for (index, byte) in text.enumerated() {
            if byte == 0x2E || byte == 0x21 || byte == 0x3F, index + 1 == text.count || text[index + 1] <= 0x20 {
                return true
            }
            if byte >= 0x80 { isASCII = false }
        }
        return !isASCII && hasSentence(String(decoding: text, as: UTF8.self).unicodeScalars)
    }

    private static func hasSentence(_ text: String.UnicodeScalarView) -> Bool {
        var wasEnd = false
        for scalar in text {
            // Scripts whose full stop is wide set no space behind it.
            if wasEnd, scalar.properties.isWhitespace || scalar.value > 0x7F { return true }
            wasEnd = SentenceEnd.isEnd(scalar)
        }
        return wasEnd
    }
}

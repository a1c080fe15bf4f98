/// Tells a list of words (a cloud of tags, a menu, a calendar) from prose that has no full stop, by how words are said:
/// prose of every language says its short words over and over and the long ones seldom.
struct WordList {
    private var words: [[Unicode.Scalar]] = []

    /// - Parameter text: Without any end of a sentence.
    static func isList(_ text: some Sequence<Unicode.Scalar>) -> Bool {
        let list = WordList(text)
        let count = list.words.count
        guard count >= ExtractionThresholds.wordsToJudge else { return false }
        if list.words.filter(isNumber).count * 2 > count { return true }
        // A script written without spaces: a word is a phrase, and lists are the shorter ones.
        let length = list.words.reduce(0) { $0 + $1.count }
        if list.words.filter({ $0.contains { $0.properties.isIdeographic } }).count * 2 > count {
            return length <= count * ExtractionThresholds.charactersOfATerm
        }
        guard length <= count * ExtractionThresholds.charactersOfAWord else { return false }
        return list.isEven(length)
    }

    private init(_ text: some Sequence<Unicode.Scalar>) {
        var word: [Unicode.Scalar] = []
        for scalar in text {
            let properties = scalar.properties
            // Marks are vowels in some scripts.
            if properties.isAlphabetic || properties.numericType != nil || properties.isDiacritic {
                word += properties.lowercaseMapping.unicodeScalars
            } else if !word.isEmpty {
                words.append(word)
                word = []
            }
        }
        if !word.isEmpty { words.append(word) }
    }

    private static func isNumber(_ word: [Unicode.Scalar]) -> Bool {
        word.allSatisfy { $0.properties.numericType != nil }
    }

    /// Whether hardly any word is said twice, or those that are said most are as long as the others.
    private func isEven(_ length: Int) -> Bool {
        var times: [[Unicode.Scalar]: Int] = [:]
        for word in words { times[word, default: 0] += 1 }
        if (words.count - times.count) * ExtractionThresholds.unrepeated <= words.count { return true }
        // As many words as are said often in a short text; the order among equals is that of their letters.
        let often = times.sorted { one, other in
            one.value != other.value ? one.value > other.value : one.key.lexicographicallyPrecedes(other.key)
        }
        .prefix(ExtractionThresholds.wordsSaidOften)
        let ofOften = often.reduce(0) { $0 + $1.key.count }
        let ofAll = times.keys.reduce(0) { $0 + $1.count }
        return ofOften * times.count * 100 >= ofAll * often.count * ExtractionThresholds.lengthOfOften
    }
}

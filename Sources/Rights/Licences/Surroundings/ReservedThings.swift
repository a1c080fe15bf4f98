/// Words that reserve all rights in pictures and the like, and say so: `Text: CC BY. Photos: all rights reserved.`
enum ReservedThings {
    /// Bytes of a remark about them.
    private static let longest = 120

    /// What stands behind a licence of the text, without the remark right behind it that reserves something else.
    ///
    /// - Parameter lead: What stands before the licence in its sentence: it must name the text.
    static func without(_ after: [UInt8], lead: [UInt8], _ table: StatementTable) -> [UInt8] {
        guard LicenceWords.words(lead.suffix(longest)).contains(where: LicenceVocabulary.texts.has) else {
            return after
        }
        let rest = ByteText.trimmed(after[...])
        guard let mark = rest.first, ".,;".utf8.contains(mark) else { return after }
        let remark = rest.dropFirst().prefix(longest)
        let end = remark.firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "|") }
        let sentence = remark[..<(end ?? remark.endIndex)]
        guard end != nil || rest.count <= longest, isOfThings(sentence), table.reserves(ByteText.string(sentence))
        else {
            return after
        }
        return Array(end.map { rest[$0...] } ?? [])
    }

    /// Whether words that reserve are said of pictures and the like alone: those that lead to them in their part of a sentence,
    /// or in the part before it.
    ///
    /// - Parameter lead: What stands before them in their block.
    static func areLed(by lead: ArraySlice<UInt8>) -> Bool {
        let near = lead.suffix(longest)
        let start = near.lastIndex { ".;|!?".utf8.contains($0) }.map { $0 + 1 } ?? near.startIndex
        let parts = near[start...].split(separator: UInt8(ascii: ","))
        let told = parts.last { $0.contains(where: ByteText.isLetter) }
        return told.map(isOfThings) ?? false
    }

    private static func isOfThings(_ bytes: ArraySlice<UInt8>) -> Bool {
        let words = LicenceWords.words(bytes)
        return words.contains(where: LicenceVocabulary.assets.has)
            && !words.contains(where: LicenceVocabulary.works.has)
            && !words.contains(where: LicenceVocabulary.grants.has)
    }
}

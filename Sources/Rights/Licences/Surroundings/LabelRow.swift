/// A row of what is told of a thing, `Size: 3 MB`: a licence in the row after it, `License: CC BY`, is that thing's.
enum LabelRow {
    private static let longest = 160

    /// Whether a text is such a row or the name of a file; what a page tells of itself is none.
    static func tells(_ bytes: [UInt8], _ names: OwnNames) -> Bool {
        let text = ByteText.trimmed(bytes[...])
        guard !text.isEmpty, text.count <= longest else { return false }
        if !text.contains(where: ByteText.isSpace) { return isFile(text) }
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon + 1 < text.endIndex,
            ByteText.isSpace(text[colon + 1])
        else { return false }
        let label = LicenceWords.words(text[..<colon])
        let value = LicenceWords.words(text[colon...])
        guard (1...4).contains(label.count), !value.isEmpty else { return false }
        if names.knows(holder: value, beside: []) { return false }
        let isDate = label.allSatisfy { LicenceVocabulary.rows.has($0) } && !label.contains { $0.hasPrefix("author") }
        return !isDate && !label.allSatisfy(LicenceVocabulary.labels.has)
    }

    /// `bridge.zip`
    private static func isFile(_ word: ArraySlice<UInt8>) -> Bool {
        guard let dot = word.lastIndex(of: UInt8(ascii: ".")), dot > word.startIndex else { return false }
        return (1...5).contains(word.endIndex - dot - 1) && word[(dot + 1)...].allSatisfy { !ByteText.isSpace($0) }
    }
}

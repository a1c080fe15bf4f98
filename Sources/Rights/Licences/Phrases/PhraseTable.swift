/// Names of licences in running text, found by their first byte.
struct PhraseTable: Sendable {
    struct Phrase: Sendable {
        let bytes: [UInt8]
        let entry: LicenceEntry
    }

    /// By first byte, ASCII letters in lower case; longest first.
    private let byFirst: [[Phrase]]
    /// Of the names of Creative Commons too: nearly every place of a text is settled by them.
    let beginnings: Beginnings

    init(_ entries: [LicenceEntry]) {
        var byFirst = [[Phrase]](repeating: [], count: 256)
        for entry in entries {
            for text in entry.phrases where !text.isEmpty {
                let phrase = Phrase(bytes: Array(text.utf8), entry: entry)
                byFirst[Int(phrase.bytes[0])].append(phrase)
            }
        }
        let all = byFirst.flatMap { $0.map(\.bytes) } + CreativeCommonsName.beginnings
        beginnings = Beginnings(all)
        self.byFirst = byFirst.map { list in list.sorted { $0.bytes.count > $1.bytes.count } }
    }

    /// The longest phrase that begins at a place and ends there as a word.
    @inline(__always)
    func phrase(at place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Phrase? {
        let list = byFirst[Int(ByteText.lower(bytes[place]))]
        return list.isEmpty ? nil : list.first { Self.stands($0.bytes, at: place, of: bytes) }
    }

    private static func stands(_ phrase: [UInt8], at place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let end = place + phrase.count
        guard end <= bytes.count else { return false }
        for index in 0..<phrase.count where ByteText.lower(bytes[place + index]) != phrase[index] { return false }
        return end == bytes.count || !ByteText.isLetter(bytes[end]) || !ByteText.isLetter(bytes[end - 1])
    }
}

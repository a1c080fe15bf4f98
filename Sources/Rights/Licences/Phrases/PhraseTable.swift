/// Names of licences in running text, found by their first byte.
struct PhraseTable: Sendable {
    struct Phrase: Sendable {
        let bytes: [UInt8]
        let entry: LicenceEntry
    }

    /// By first byte, ASCII letters in lower case; longest first.
    private let byFirst: [[Phrase]]
    /// A bit for each pair of bytes with which a name begins, those of Creative Commons too: nearly every place of a text is
    /// settled by it.
    private let pairs: [UInt64]

    init(_ entries: [LicenceEntry]) {
        var byFirst = [[Phrase]](repeating: [], count: 256)
        for entry in entries {
            for text in entry.phrases where !text.isEmpty {
                let phrase = Phrase(bytes: Array(text.utf8), entry: entry)
                byFirst[Int(phrase.bytes[0])].append(phrase)
            }
        }
        let all = byFirst.flatMap { $0.map(\.bytes) } + CreativeCommonsName.beginnings
        pairs = all.reduce(into: [UInt64](repeating: 0, count: 1024)) { bits, name in
            guard name.count >= 2 else { return }
            let pair = Self.pair(name[0], name[1])
            bits[pair >> 6] |= 1 << UInt64(pair & 63)
        }
        self.byFirst = byFirst.map { list in list.sorted { $0.bytes.count > $1.bytes.count } }
    }

    /// The next place whose two bytes begin a name; nil if there is none.
    func nextBeginning(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        return pairs.withUnsafeBufferPointer { pairs in
            var first = Int(ByteText.lower(bytes[start]))
            for at in start + 1..<bytes.count {
                let second = Int(ByteText.lower(bytes[at]))
                let pair = first << 8 | second
                if pairs[pair >> 6] >> UInt64(pair & 63) & 1 != 0 { return at - 1 }
                first = second
            }
            return nil
        }
    }

    /// The place of a pair in ``pairs``.
    @inline(__always)
    private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
        Int(ByteText.lower(first)) << 8 | Int(ByteText.lower(second))
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

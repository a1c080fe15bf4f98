internal import Canonical

/// Words that a matcher looks for, and what it means to find them.
///
/// A phrase is one or more pieces; between two of them some characters may stand. In data: `train {40} model*`.
struct Phrase: Hashable, Sendable {
    struct Piece: Hashable, Sendable {
        /// As ``FoldedText`` has it.
        let bytes: [UInt8]
        /// The parts of `bytes` that a text has as they are, case aside: no spaces, hyphens or letters with accents.
        let letters: [Range<Int>]
        /// Characters, each script's counted alike.
        let length: Int32
        /// Characters that may stand between the piece before and this one.
        let gap: Int32
        /// Letters may stand right before or right after it.
        let openBefore: Bool
        let openAfter: Bool
        /// It counts only where the text has it in capitals.
        let capital: Bool
    }

    static let longestGap = 200
    private static let longestPiece = 120
    /// Letters and a space that an ending may be: `künstliche* Intelligenz`.
    private static let ending = 12

    let pieces: [Piece]
    /// What it means, in the words of its table.
    let kind: UInt8

    /// Reads a phrase of a table.
    ///
    /// - Throws: ``ConfigError`` for an empty piece, a gap that is no number, or pieces that could overlap.
    init(_ node: ConfigNode, kind: UInt8) throws(ConfigError) {
        let text = try node.string()
        if let piece = Self.plain(text) {
            (pieces, self.kind) = ([piece], kind)
            return
        }
        let bytes = Array(text.utf8)
        var pieces: [Piece] = []
        var (words, gap) = ([Range<Int>](), 0)
        for word in Self.words(bytes) {
            guard bytes[word.lowerBound] == UInt8(ascii: "{"), bytes[word.upperBound - 1] == UInt8(ascii: "}") else {
                if let last = words.last, bytes[last.upperBound - 1] == UInt8(ascii: "*") {
                    pieces.append(try Self.piece(bytes, words, gap, node))
                    (words, gap) = ([], Self.ending)
                }
                words.append(word)
                continue
            }
            pieces.append(try Self.piece(bytes, words, gap, node))
            (words, gap) = ([], try Self.gap(ByteText.string(bytes[word]), node))
        }
        pieces.append(try Self.piece(bytes, words, gap, node))
        for (one, next) in zip(pieces, pieces.dropFirst()) where Self.overlap(one, next) {
            throw node.fault("the parts before and after a gap may share letters; which is meant could not be told")
        }
        (self.pieces, self.kind) = (pieces, kind)
    }

    /// The phrases of a list, all of one meaning; none if there is no list.
    static func list(_ node: ConfigNode?, kind: UInt8) throws(ConfigError) -> [Phrase] {
        var phrases: [Phrase] = []
        for item in try node?.list() ?? [] { phrases.append(try Phrase(item, kind: kind)) }
        return phrases
    }

    /// The one piece of a phrase of words alone, as most are; nil for one with any mark, and for one that is none.
    private static func plain(_ text: String) -> Piece? {
        var before: UInt8 = 0x20
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "*"), UInt8(ascii: "^"): return nil
            case 0x20 where before == 0x20: return nil
            default: before = byte
            }
        }
        guard before != 0x20 else { return nil }
        let (bytes, letters) = FoldedText.letters(Array(text.utf8))
        guard !bytes.isEmpty, bytes.count <= longestPiece else { return nil }
        return Piece(
            bytes: bytes, letters: letters, length: Int32(bytes.count { $0 & 0xC0 != 0x80 }), gap: 0,
            openBefore: false, openAfter: false, capital: false)
    }

    /// The stretches of a text without spaces.
    private static func words(_ bytes: [UInt8]) -> [Range<Int>] {
        var (words, start): ([Range<Int>], Int) = ([], 0)
        for at in bytes.indices where bytes[at] == 0x20 {
            if at > start { words.append(start..<at) }
            start = at + 1
        }
        if start < bytes.count { words.append(start..<bytes.count) }
        return words
    }

    /// - Parameter word: With its braces.
    private static func gap(_ word: String, _ node: ConfigNode) throws(ConfigError) -> Int {
        guard let size = Int(word.dropFirst().dropLast()), (1...longestGap).contains(size) else {
            throw node.fault("\(word): a gap of 1 to \(longestGap) characters is due")
        }
        return size
    }

    private static func piece(
        _ source: [UInt8], _ words: [Range<Int>], _ gap: Int, _ node: ConfigNode
    ) throws(ConfigError) -> Piece {
        var text: [UInt8] = []
        for word in words {
            if !text.isEmpty { text.append(0x20) }
            text += source[word]
        }
        let capital = text.first == UInt8(ascii: "^")
        if capital { text.removeFirst() }
        let (before, after) = (text.first == UInt8(ascii: "*"), text.last == UInt8(ascii: "*"))
        if before { text.removeFirst() }
        if after, !text.isEmpty { text.removeLast() }
        let (bytes, letters) = FoldedText.letters(text)
        guard !bytes.isEmpty, bytes.count <= longestPiece else {
            throw node.fault("a phrase, and each part of it beside a gap, has 1 to \(longestPiece) bytes")
        }
        guard !bytes.contains(UInt8(ascii: "*")), !bytes.contains(UInt8(ascii: "^")) else {
            throw node.fault("* stands at an end of a part, ^ at its beginning")
        }
        let length = bytes.count { $0 & 0xC0 != 0x80 }
        return Piece(
            bytes: bytes, letters: letters, length: Int32(length), gap: Int32(gap), openBefore: before,
            openAfter: after, capital: capital)
    }

    /// Whether an occurrence of `next` may begin inside one of `one`.
    private static func overlap(_ one: Piece, _ next: Piece) -> Bool {
        one.bytes.indices.contains { at in
            let isWhole =
                next.openBefore || at == 0
                || !(PhraseMatcher.isWord(one.bytes[at - 1]) && PhraseMatcher.isWord(one.bytes[at]))
            let shared = min(one.bytes.count - at, next.bytes.count)
            return isWhole && (0..<shared).allSatisfy { one.bytes[at + $0] == next.bytes[$0] }
        }
    }
}

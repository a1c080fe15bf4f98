internal import Markup

/// Tells whether a piece of text may hold other words than those it was read as.
///
/// An encoding that nobody stated was taken for Western: a text in another script becomes letters with accents, one beside
/// the other. Where bytes were replaced, the words they stood in are lost. Unknown is not absent.
struct UntoldWords {
    private let decoding: TextDecoding
    /// The language that the page states is written in letters that the guess has.
    private let isWestern: Bool

    /// Of 100 characters this many beyond ASCII make words that cannot be told: Western text has under ten.
    private static let guessedShare = 25
    /// Of 100 characters this many that were replaced.
    private static let mendedShare = 5
    /// This many never do.
    private static let few = 4
    /// - Parameter language: As the page states it; nil if it does not.
    init(_ decoding: TextDecoding, language: String?) {
        self.decoding = decoding
        isWestern = TextDecoding.mayGuess(language)
    }

    /// Whether nothing needs to be looked at.
    var isNone: Bool { decoding == .certain }

    /// Whether the words of a part of a text cannot be told.
    func are(in bytes: ArraySlice<UInt8>) -> Bool {
        switch decoding {
        case .certain: return false
        case .mended:
            let lost = Self.replaced(bytes)
            return lost > Self.few && lost * 100 > bytes.count * Self.mendedShare
        case .guessed:
            let beyond = bytes.count { $0 >= 0xC2 }
            let characters = bytes.count { $0 & 0xC0 != 0x80 }
            if !isWestern, beyond > 0 { return true }
            if beyond > Self.few, beyond * 100 > characters * Self.guessedShare { return true }
            return beyond == 0 && Self.isPacked(bytes)
        }
    }

    /// Characters that stand for bytes which were none.
    private static func replaced(_ bytes: ArraySlice<UInt8>) -> Int {
        var (count, at) = (0, bytes.startIndex)
        while at + 2 < bytes.endIndex {
            let isReplacement = bytes[at] == 0xEF && bytes[at + 1] == 0xBF && bytes[at + 2] == 0xBD
            if isReplacement { count += 1 }
            at += isReplacement ? 3 : 1
        }
        return count
    }

    /// Whether a text looks like UTF-7: most of it stands in `+…-`, base64 of UTF-16 (RFC 2152).
    private static func isPacked(_ bytes: ArraySlice<UInt8>) -> Bool {
        var (packed, run, isOpen) = (0, 0, false)
        for byte in bytes {
            if byte == UInt8(ascii: "+") {
                (isOpen, run) = (true, 0)
            } else if isOpen, ByteText.isLetter(byte) || ByteText.isDigit(byte) || byte == UInt8(ascii: "/") {
                run += 1
            } else {
                if isOpen, run >= 5, byte == UInt8(ascii: "-") { packed += run }
                isOpen = false
            }
        }
        return packed > 4 * few && packed * 3 > bytes.count
    }
}

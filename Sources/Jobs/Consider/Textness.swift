internal import Extraction
internal import Markup

/// Whether bytes that are called text are text.
///
/// A body read in a wrong encoding, or no text at all, hides what it says: what cannot be read is never a document, and
/// nothing may be concluded from what was not found in it.
enum Textness {
    /// Of 1000 bytes this many that no text holds make a body none.
    private static let strangeShare = 5
    /// This many never do, whatever the share: stray control characters stand on real pages.
    private static let strangeFew = 8
    /// Of 100 characters this many beyond ASCII make a guessed encoding worthless: Western text has under ten.
    private static let guessedShare = 25

    /// Why a decoded body is no text; empty if it is.
    static func fault(_ text: PageText) -> String {
        let strange = BinaryByte.count(in: text.bytes) + text.replacements
        return strange > strangeFew && strange * 1000 > text.bytes.count * strangeShare ? "the body is no text" : ""
    }

    /// Why a body called a page is none: the markup it should have is not there.
    static func fault(_ text: PageText, _ page: PageReading) -> String {
        let words = fault(text)
        guard words.isEmpty, text.bytes.contains(where: { $0 > 0x20 }) else { return words }
        let hasTag = page.nodes.contains { node in
            let at = Int(node.offset)
            return node.isElement && text.bytes.indices.contains(at) && text.bytes[at] == UInt8(ascii: "<")
        }
        return hasTag ? "" : "a page without a single tag; its encoding may be another than the one stated"
    }

    /// Why text in an encoding that nobody stated cannot be trusted; empty if it can.
    ///
    /// - Parameter language: As the page states it: one that is not written in Western letters is not read as Western text.
    static func fault(guessed text: [UInt8], _ reason: PageText.Reason, language: String? = nil) -> String {
        guard reason == .fallback else { return "" }
        let beyond = text.count { $0 >= 0xC0 }
        let characters = text.count { $0 & 0xC0 != 0x80 }
        let fits = TextDecoding.mayGuess(language) || beyond == 0
        return !fits || beyond * 100 > characters * guessedShare ? "the encoding is not stated and cannot be told" : ""
    }
}

/// How sure it is that a text has the words that were meant.
public enum TextDecoding: Sendable, Hashable {
    case certain
    /// Nobody stated an encoding, the bytes are not UTF-8 beyond ASCII, and they were read as Western.
    case guessed
    /// Some bytes stood for no character of the encoding stated.
    case mended

    /// Languages that are written in the letters of windows-1252, which is what a text of no stated encoding is taken for.
    private static let western: Set<String> = [
        "en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "nb", "no", "nn", "fi", "is", "ca", "eu", "gl", "ga",
        "gd",
        "af", "sq", "lb", "fo", "id", "ms", "sw", "la", "oc", "br",
    ]

    /// Whether a text in a language may be one of the guessed encoding.
    ///
    /// - Parameter language: A tag as the page states it; nil or empty if it does not.
    public static func mayGuess(_ language: String?) -> Bool {
        guard let language, !language.isEmpty else { return true }
        return western.contains(
            String(decoding: language.utf8.prefix { $0 != 0x2D && $0 != 0x5F }.map(asciiLowercased), as: UTF8.self))
    }
}

extension PageText {
    public var decoding: TextDecoding { reason == .fallback ? .guessed : replacements > 0 ? .mended : .certain }
}

/// Words of others in a page of Markdown.
enum MarkdownText {
    /// The text with every ASCII character that is no letter, digit, space or hyphen as a numeric reference, so that it
    /// neither ends a cell nor makes a link, an image or markup.
    ///
    /// Source: CommonMark 0.31.2, 2.5 "Entity and numeric character references": references cannot stand for symbols of
    /// structure; date read 2026-11-30.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let isPlain = !scalar.isASCII || scalar.properties.isAlphabetic || " -".unicodeScalars.contains(scalar)
            return isPlain || (0x30...0x39).contains(scalar.value) ? String(scalar) : "&#\(scalar.value);"
        }.joined()
    }
}

/// A page's bytes as UTF-8, and how they came to be it.
public struct PageText: Sendable {
    /// What offsets into the text count.
    public enum Space: String, Sendable {
        /// The payload was UTF-8 already: offsets are offsets into the content-decoded payload.
        case payload
        /// The payload was converted: offsets are offsets into the converted text.
        case utf8
    }

    /// What the choice of encoding rests on.
    public enum Reason: String, Sendable {
        case byteOrderMark, transport, meta, validUTF8, fallback
    }

    public let bytes: [UInt8]
    public let encoding: TextEncoding
    public let reason: Reason
    public let space: Space
    /// How many malformed sequences and NULs became U+FFFD.
    public let replacements: Int
}

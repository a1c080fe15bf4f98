internal import Provenance

/// A document of Really Simple Licensing: which content may be used for what, by whom and on what terms.
///
/// Source: RSL 1.0 with errata to 2026-08-07, sections 2 and 3, as told by `skills/rsl` of ScaleDockHQ/scaledock-skills,
/// read 2026-11-24; the specification's own pages could not be read.
public struct RSLDocument: Sendable {
    public enum Version: String, Hashable, Sendable {
        /// Lists with commas, the payment type `inference` or the currency `XBT`: the draft of 2025.
        case draft = "0.9"
        case one = "1.0"
    }

    static let namespace = "https://rslstandard.org/rsl"
    static let mediaType = "application/rsl+xml"
    /// Days, where the document names none (section 3.2.1).
    static let defaultMaxAge = 30

    public let version: Version
    public let contents: [RSLContent]
    /// Days after which document and reference are to be looked at again.
    public let maxAgeDays: Int
    /// `rsl-0.9`, `extension-tokens`, `unreadable-date`.
    public let notes: [String]
    /// The XML that places count in, as UTF-8.
    let source: [UInt8]
    /// Whether the source is the document's own bytes and not a decoding of them.
    let isVerbatim: Bool

    /// Reads a document that stands alone.
    ///
    /// - Throws: ``RSLFault`` for anything that the format does not allow: what is unknown in its namespace may be a
    ///   restriction, so nothing of such a document may be relied on.
    public static func parse(_ bytes: [UInt8]) throws(RSLFault) -> RSLDocument {
        try RSLParser.read(bytes, charset: nil)
    }

    /// A part of the document.
    ///
    /// - Parameter shift: Bytes of the space before the document.
    func quote(_ place: Range<Int>, in space: Quote.Space, shift: Int = 0) -> Quote {
        let part = source[place.clamped(to: 0..<source.count)]
        let isPlaced = space != .none && (isVerbatim || space == .utf8)
        return Quote(ByteText.trimmed(part), in: space, at: isPlaced ? shift + place.lowerBound : -1)
    }

    /// Every usage token as written, in order.
    public var usageTokens: [String] {
        contents.flatMap(\.licences).flatMap { licence in
            [licence.permits.usage, licence.prohibits.usage].compactMap { $0?.tokens }.joined()
        }
    }
}

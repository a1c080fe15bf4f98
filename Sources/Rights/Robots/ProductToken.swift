/// The name by which a robots file speaks to a crawler.
///
/// Source: RFC 9309, section 2.2.1 (`product-token = 1*( "-" / ALPHA / "_" )`), read 2026-11-23.
public struct ProductToken: Hashable, Sendable, CustomStringConvertible {
    /// As given.
    public let text: String
    /// In lower case: tokens are compared without regard to case.
    let key: String

    /// Nil unless the text is one or more letters, `-` or `_`, and nothing else.
    public init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy(Self.isTokenByte) else { return nil }
        self.text = text
        key = ByteText.lowercased(text)
    }

    /// The token a crawler's name begins with, as a robots file reads it: `GPTBot/1.2` gives `GPTBot`; nil if none.
    public init?(prefixOf name: String) {
        self.init(String(decoding: name.utf8.prefix(while: Self.isTokenByte), as: UTF8.self))
    }

    public static func == (one: ProductToken, other: ProductToken) -> Bool { one.key == other.key }

    public func hash(into hasher: inout Hasher) { hasher.combine(key) }

    public var description: String { text }

    static func isTokenByte(_ byte: UInt8) -> Bool { ByteText.isLetter(byte) || byte == 0x2D || byte == 0x5F }
}

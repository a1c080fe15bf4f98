public import Canonical

/// The text of a document, without the text.
public struct DocumentFacts: Hashable, Sendable {
    /// SHA-256 over canonical URL, a zero byte, and payload digest: copies and recrawls count once.
    public let key: Digest
    public let textDigest: Digest
    public let textBytes: Int
    /// As the page declares it (BCP 47); empty if it does not.
    public let language: String

    public init(key: Digest, textDigest: Digest, textBytes: Int, language: String) {
        self.key = key
        self.textDigest = textDigest
        self.textBytes = textBytes
        self.language = language
    }
}

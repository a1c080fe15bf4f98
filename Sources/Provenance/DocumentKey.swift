public import Canonical
public import WebAddress

/// The key by which copies and recrawls of a document count once.
public enum DocumentKey {
    /// SHA-256 over the canonical URL, a zero byte and the 32 bytes of the payload digest.
    public static func of(_ url: CanonicalURL, payload: Digest) -> Digest {
        Digest(of: Array(url.text.utf8) + [0] + payload.bytes)
    }
}

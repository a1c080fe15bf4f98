internal import Crypto

/// SHA-1, only where a format demands it (UUIDv5, older WARC digests). Proves nothing about origin.
public enum SHA1 {
    /// The 20 bytes of the digest.
    public static func hash(_ bytes: [UInt8]) -> [UInt8] { Array(Insecure.SHA1.hash(data: bytes)) }
}

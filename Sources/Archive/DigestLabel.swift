internal import Canonical

/// A digest as WARC fields write it: `sha1:` or `sha256:`, and the digest in Base 32 or hexadecimal.
///
/// Source: ISO 28500:2017 (WARC 1.1), sections 5.8 and 5.9, read 2026-11-24; the forms are those archives bear.
struct DigestLabel {
    private enum Algorithm { case sha1, sha256 }

    private let algorithm: Algorithm
    /// Without padding, in upper case.
    private let value: String

    /// Nil for an algorithm that is not computed here, and for no label at all.
    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        switch parts[0].lowercased() {
        case "sha1", "sha-1": algorithm = .sha1
        case "sha256", "sha-256": algorithm = .sha256
        default: return nil
        }
        value = String(parts[1].filter { $0 != "=" && $0 != " " }).uppercased()
    }

    func matches(_ bytes: [UInt8]) -> Bool {
        let digest =
            switch algorithm {
            case .sha1: SHA1.hash(bytes)
            case .sha256: Digest(of: bytes).bytes
            }
        return value == Base32.encode(digest).filter { $0 != "=" } || value == Hex.encode(digest).uppercased()
    }
}

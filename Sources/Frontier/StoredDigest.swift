internal import Canonical
internal import Foundation

/// A digest as the store keeps it: its 32 bytes.
enum StoredDigest {
    static func read(_ bytes: Data?, subject: String) throws(FrontierError) -> Digest? {
        guard let bytes else { return nil }
        guard let digest = Digest(bytes: bytes) else {
            throw FrontierError(.damaged, subject: subject, words: "a digest of \(bytes.count) bytes")
        }
        return digest
    }
}

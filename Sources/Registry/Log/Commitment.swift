internal import Canonical

/// The digest that stands in the log for octets kept outside it.
///
/// SHA-256 over `muniment/commitment/v1`, a line feed, 32 random octets and the octets themselves. Without the salt nobody
/// can tell what it stands for by trying; once salt and octets are erased, nobody at all.
enum Commitment {
    static let saltSize = 32

    static func make(_ body: [UInt8], salt: [UInt8]) -> Digest {
        Digest(of: Array("muniment/commitment/v1\n".utf8) + salt + body)
    }
}

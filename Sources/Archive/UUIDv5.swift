public import Canonical

/// Name-based identifiers (RFC 9562, section 5.5, date read 2026-11-23): same name, same id, always.
public enum UUIDv5 {
    /// Namespace of capture ids derived from a place in an input file; itself the UUIDv5 of
    /// `muniment:capture-place` in the URL namespace of RFC 9562, section 6.6.
    public static let captureNamespace = make(namespace: urlNamespace, name: Array("muniment:capture-place".utf8))

    /// `6ba7b811-9dad-11d1-80b4-00c04fd430c8` (RFC 9562, section 6.6).
    public static let urlNamespace: [UInt8] = [
        0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
    ]

    /// The 16 bytes of the UUIDv5 of `name` in `namespace` (16 bytes).
    public static func make(namespace: [UInt8], name: [UInt8]) -> [UInt8] {
        var bytes = Array(SHA1.hash(namespace + name).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        return bytes
    }

    /// `8-4-4-4-12` lower-case hex digits of 16 bytes.
    public static func text(_ bytes: [UInt8]) -> String {
        let hex = Array(Hex.encode(bytes))
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(hex[$0]) }.joined(separator: "-")
    }

    /// `urn:uuid:…` for a capture without a usable `WARC-Record-ID`: the name is the 32 bytes of `input`, then
    /// `offset` and `ordinal` as 8 bytes each, most significant first.
    public static func captureID(input: Digest, offset: Int, ordinal: Int) -> String {
        var name = input.bytes
        for number in [offset, ordinal] {
            withUnsafeBytes(of: UInt64(number).bigEndian) { name.append(contentsOf: $0) }
        }
        return "urn:uuid:" + text(make(namespace: captureNamespace, name: name))
    }
}

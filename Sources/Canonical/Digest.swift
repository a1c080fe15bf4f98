internal import Crypto

/// A SHA-256 digest (FIPS 180-4), 32 bytes.
///
/// Its written form, in every file Muniment writes, is `sha256:` and 64 lower-case hex digits.
public struct Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
    private let a: UInt64, b: UInt64, c: UInt64, d: UInt64

    /// The digest of `bytes`.
    public init(of bytes: UnsafeRawBufferPointer) {
        var hasher = Hasher()
        hasher.update(bytes)
        self = hasher.finish()
    }

    /// The digest of `bytes`.
    public init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { Digest(of: $0) }
    }

    /// The digest of the UTF-8 bytes of `text`.
    public init(of text: String) {
        var text = text
        self = text.withUTF8 { Digest(of: UnsafeRawBufferPointer($0)) }
    }

    /// Takes 32 bytes as a digest; nil if there are not exactly 32.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var words = [UInt64](repeating: 0, count: 4)
        for (index, byte) in bytes.enumerated() { words[index / 8] = words[index / 8] << 8 | UInt64(byte) }
        (a, b, c, d) = (words[0], words[1], words[2], words[3])
    }

    /// Takes the first 32 bytes, which must be there.
    private init(raw: UnsafeRawBufferPointer) {
        func word(_ place: Int) -> UInt64 {
            UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
        (a, b, c, d) = (word(0), word(8), word(16), word(24))
    }

    /// Writes the 32 bytes into the first of `room`.
    public func copy(to room: UnsafeMutableRawBufferPointer) {
        room.storeBytes(of: a.bigEndian, toByteOffset: 0, as: UInt64.self)
        room.storeBytes(of: b.bigEndian, toByteOffset: 8, as: UInt64.self)
        room.storeBytes(of: c.bigEndian, toByteOffset: 16, as: UInt64.self)
        room.storeBytes(of: d.bigEndian, toByteOffset: 24, as: UInt64.self)
    }

    /// Reads 64 hex digits, with or without the `sha256:` prefix; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let digits = text.hasPrefix("sha256:") ? Array(text.utf8.dropFirst(7)) : Array(text.utf8)
        guard digits.count == 64, let bytes = Hex.decode(digits) else { return nil }
        self.init(bytes: bytes)
    }

    /// The 32 bytes, first byte first.
    public var bytes: [UInt8] {
        [a, b, c, d].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) } }
    }

    /// 64 lower-case hex digits.
    public var hex: String { Hex.encode(bytes) }

    public var description: String { "sha256:" + hex }

    public static func < (left: Digest, right: Digest) -> Bool {
        (left.a, left.b, left.c, left.d) < (right.a, right.b, right.c, right.d)
    }

    /// Digests what comes in pieces.
    public struct Hasher: Sendable {
        private var state = SHA256()

        public init() {}

        public mutating func update(_ bytes: UnsafeRawBufferPointer) { state.update(bufferPointer: bytes) }

        public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { state.update(bufferPointer: $0) } }

        /// The digest of everything given so far; more may follow.
        public func finish() -> Digest {
            let digest = state.finalize()
            return digest.withUnsafeBytes { Digest(raw: $0) }
        }
    }
}

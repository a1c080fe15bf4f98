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
        var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for (index, byte) in bytes.enumerated() {
            switch index / 8 {
            case 0: a = a << 8 | UInt64(byte)
            case 1: b = b << 8 | UInt64(byte)
            case 2: c = c << 8 | UInt64(byte)
            default: d = d << 8 | UInt64(byte)
            }
        }
        (self.a, self.b, self.c, self.d) = (a, b, c, d)
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
        var text = String(text)
        let words = text.withUTF8 { bytes in
            bytes.starts(with: Self.prefix)
                ? Self.words(UnsafeBufferPointer(rebasing: bytes[Self.prefix.count...])) : Self.words(bytes)
        }
        guard let words else { return nil }
        (a, b, c, d) = words
    }

    private static let prefix = Array("sha256:".utf8)

    /// The four words that 64 hex digits stand for; nil for anything else.
    private static func words(_ digits: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64, UInt64, UInt64)? {
        guard digits.count == 64 else { return nil }
        func word(_ start: Int) -> UInt64? {
            var word: UInt64 = 0
            for place in start..<(start + 16) {
                guard let value = Hex.value(digits[place]) else { return nil }
                word = word << 4 | UInt64(value)
            }
            return word
        }
        guard let a = word(0), let b = word(16), let c = word(32), let d = word(48) else { return nil }
        return (a, b, c, d)
    }

    /// The first eight bytes, the first of them the highest.
    public var leading: UInt64 { a }

    /// The 32 bytes, first byte first.
    public var bytes: [UInt8] {
        Array(unsafeUninitializedCapacity: 32) { room, count in
            copy(to: UnsafeMutableRawBufferPointer(room))
            count = 32
        }
    }

    /// 64 lower-case hex digits.
    public var hex: String {
        String(unsafeUninitializedCapacity: 64) { out in
            var place = 0
            for word in [a, b, c, d] {
                for shift in stride(from: 60, through: 0, by: -4) {
                    out[place] = Hex.digit(UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 15)
                    place += 1
                }
            }
            return place
        }
    }

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

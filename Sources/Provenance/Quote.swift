public import Canonical

/// The exact bytes a signal rests on, and where they stand.
public struct Quote: Hashable, Sendable {
    /// Which bytes the offset counts in.
    public enum Space: Hashable, Sendable {
        /// The content-decoded payload.
        case payload
        /// The payload decoded to UTF-8, where its own encoding is another.
        case utf8
        /// The value of a response header.
        case header
        /// The bytes of a site file.
        case siteFile(Digest)
        /// Not a place in bytes: a status code, a redirect.
        case none
    }

    /// At most this many bytes are kept.
    public static let limit = 1024

    public let bytes: [UInt8]
    public let space: Space
    /// Bytes before the quote; -1 where there is no such place.
    public let offset: Int

    /// Keeps the first ``limit`` bytes, cut before a broken UTF-8 sequence.
    public init(_ bytes: some Collection<UInt8>, in space: Space, at offset: Int) {
        var kept = Array(bytes.prefix(Self.limit))
        if bytes.count > kept.count { kept.removeLast(Self.brokenTail(of: kept)) }
        self.bytes = kept
        self.space = space
        self.offset = offset
    }

    /// How many last bytes begin a UTF-8 sequence that is not there whole. Bytes that are no UTF-8 are none.
    private static func brokenTail(of bytes: [UInt8]) -> Int {
        guard let lead = bytes.suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return 0 }
        let length =
            switch bytes[lead] {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        return lead + length > bytes.count ? bytes.count - lead : 0
    }

    public init(_ text: String, in space: Space, at offset: Int = -1) {
        self.init(Array(text.utf8), in: space, at: offset)
    }

    public static let nothing = Quote([], in: .none, at: -1)

    /// The quote as text, broken UTF-8 as U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

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
        if bytes.count > kept.count {
            while let last = kept.last, last & 0xC0 == 0x80 { kept.removeLast() }
            if let last = kept.last, last >= 0xC0 { kept.removeLast() }
        }
        self.bytes = kept
        self.space = space
        self.offset = offset
    }

    public init(_ text: String, in space: Space, at offset: Int = -1) {
        self.init(Array(text.utf8), in: space, at: offset)
    }

    public static let nothing = Quote([], in: .none, at: -1)

    /// The quote as text, broken UTF-8 as U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// The codings a body may bear (RFC 9110, section 8.4.1; RFC 7932; RFC 8878; all read 2026-11-23).
enum ContentCoding: String {
    case gzip, deflate, brotli = "br", zstd

    /// Reads one coding name; nil inside for one that changes nothing; throws for an unknown one.
    static func named(_ name: String) throws(ContentDecodingError) -> ContentCoding? {
        switch name {
        case "gzip", "x-gzip": return .gzip
        case "deflate": return .deflate
        case "br": return .brotli
        case "zstd": return .zstd
        default: throw ContentDecodingError(outcome: .undecodable("unknown content coding `\(name.prefix(40))`"))
        }
    }

    /// Words found in `Content-Encoding` that say nothing about compression.
    static func saysNothing(_ name: String) -> Bool {
        ["identity", "none", "utf-8", "utf8", "binary", "8bit", "7bit", "iso-8859-1"].contains(name)
    }

    /// Bytes needed to see whether a body bears this coding.
    var signatureLength: Int {
        switch self {
        case .brotli: 1
        case .gzip, .deflate: 2
        case .zstd: 4
        }
    }

    /// A decompressor for a body that begins with `start`; nil if the body does not bear this coding.
    func codec(for start: UnsafeRawBufferPointer) throws(ContentDecodingError) -> (any StreamCodec)? {
        guard bearsSignature(start) else { return nil }
        let made: (any StreamCodec)?
        switch self {
        case .gzip: made = InflateStream(.gzip)
        case .deflate: made = InflateStream(Self.hasZlibHeader(start) ? .zlib : .raw)
        case .brotli: made = BrotliStream()
        case .zstd: made = ZstdStream()
        }
        guard let made else { throw ContentDecodingError(outcome: .undecodable("no memory for a decompressor")) }
        return made
    }

    func bearsSignature(_ start: UnsafeRawBufferPointer) -> Bool {
        switch self {
        case .gzip: return start[0] == 0x1F && start[1] == 0x8B
        case .zstd:
            let magic = DecodedInput.word(start)
            return magic == ZstdStream.frameMagic || ZstdStream.isSkippable(magic)
        // Brotli has no signature, but no stream begins with `<`: it would be an empty metablock whose reserved
        // bit is set (RFC 7932, section 9.2). So a page stored decoded is told from a coded one.
        case .brotli: return start[0] != 0x3C
        case .deflate: return true
        }
    }

    /// RFC 1950, section 2.2: method 8, and the first two bytes a multiple of 31.
    ///
    /// Many servers send raw deflate.
    static func hasZlibHeader(_ start: UnsafeRawBufferPointer) -> Bool {
        start[0] & 0x0F == 8 && (Int(start[0]) << 8 | Int(start[1])) % 31 == 0
    }
}

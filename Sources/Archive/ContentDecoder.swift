/// Takes the transfer and content codings off a body, at once or as it arrives, within limits.
///
/// Codings: chunked; gzip, x-gzip, deflate (zlib or raw), br, zstd, identity, and any stack of them. Sources: RFC 9112,
/// section 7; RFC 9110, section 8.4; read 2026-11-23. Departs from them where archives do: a body that does not bear
/// the coding its header names is taken as it is, with a note.
public struct ContentDecoder: ~Copyable {
    public struct Limits: Hashable, Sendable {
        /// Largest decoded size, bytes.
        public var maxBytes: Int
        /// Most decoded bytes for one encoded byte, counted once `ratioFrom` decoded bytes were made.
        public var maxRatio: Int
        public var ratioFrom: Int
        /// Largest body as transferred, bytes: without its transfer coding, with its content coding.
        ///
        /// What lies behind it is not decoded, as a fetcher that stops there does not have it.
        public var maxTransferred = Int.max

        public init(maxBytes: Int = 64 << 20, maxRatio: Int = 1100, ratioFrom: Int = 1 << 20) {
            self.maxBytes = maxBytes
            self.maxRatio = maxRatio
            self.ratioFrom = ratioFrom
        }
    }

    private let chain: DecodingChain

    /// - Parameters:
    ///   - isTransferDecoded: The transfer coding was taken off already, as libcurl does.
    ///   - checksLength: A body shorter than its `Content-Length` counts as truncated.
    public init(
        headers: HTTPHeaders, limits: Limits = Limits(), isTransferDecoded: Bool = false, checksLength: Bool = true
    ) {
        chain = DecodingChain(headers, limits, isTransferDecoded: isTransferDecoded, checksLength: checksLength)
    }

    /// Bytes decoded so far.
    public var decodedCount: Int { chain.output.count }

    /// Decodes the next piece of the body.
    ///
    /// - Throws: ``ContentDecodingError`` if nothing more is wanted; `finish` then tells the same.
    public mutating func append(_ piece: UnsafeRawBufferPointer) throws(ContentDecodingError) {
        try chain.append(piece)
    }

    /// Decodes the next piece of the body.
    public mutating func append(_ piece: [UInt8]) throws(ContentDecodingError) {
        try piece.withRawBytes { (bytes) throws(ContentDecodingError) in try chain.append(bytes) }
    }

    /// The content, once the body is complete or was given up.
    public consuming func finish() -> DecodedContent { chain.finish() }

    /// Decodes the bytes `range` of `block` at once.
    public static func decode(
        _ block: [UInt8], in range: Range<Int>, headers: HTTPHeaders, limits: Limits = Limits(),
        checksLength: Bool = true
    ) -> DecodedContent {
        let chain = DecodingChain(headers, limits, isTransferDecoded: false, checksLength: checksLength)
        block.withUnsafeBytes { bytes in
            chain.appendAll(UnsafeRawBufferPointer(rebasing: bytes[range]))
        }
        return chain.finish()
    }
}

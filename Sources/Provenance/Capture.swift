public import Canonical

/// One URL fetched once.
public struct Capture: Hashable, Sendable {
    /// Why a body is not whole, or not usable.
    public enum BodyState: String, CaseIterable, Hashable, Sendable {
        case whole
        /// The verdict on the headers was no: no byte of the body was taken.
        case notTaken
        case overLimit
        /// The transfer or the archive record broke off.
        case truncated
        /// A content or transfer coding that could not be undone.
        case undecodable
        /// A type of content that is never a document here (an image, a font).
        case notText
    }

    /// `urn:uuid:…`, the WARC-Record-ID of the response.
    public let id: String
    /// Every request in order; the last is the one that answered with this body.
    public let hops: [Hop]
    public let status: Int
    public let fetched: Timestamp
    /// Of the content-decoded payload, or of the bytes seen where there is no whole body; nil if none was seen.
    public let payloadDigest: Digest?
    public let payloadBytes: Int
    public let bodyState: BodyState
    public let contentType: String
    /// The WHATWG name of the encoding the text was read in; empty if it was not read.
    public let encoding: String
    /// What the choice of the encoding rests on: `byteOrderMark`, `transport`, `meta`, `validUTF8`, `fallback`; empty if it is
    /// not known.
    public let encodingBy: String

    public init(
        id: String, hops: [Hop], status: Int, fetched: Timestamp, payloadDigest: Digest?, payloadBytes: Int,
        bodyState: BodyState, contentType: String, encoding: String, encodingBy: String = ""
    ) {
        self.id = id
        self.hops = hops
        self.status = status
        self.fetched = fetched
        self.payloadDigest = payloadDigest
        self.payloadBytes = payloadBytes
        self.bodyState = bodyState
        self.contentType = contentType
        self.encoding = encoding
        self.encodingBy = encodingBy
    }
}

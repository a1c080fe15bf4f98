public import Canonical
public import WebAddress

/// One hop as it went over the wire, from the moment a whole response head had come.
public struct FetchedResponse: Sendable {
    /// How the body ended.
    public enum Ending: Hashable, Sendable {
        case whole
        /// The verdict on the head was no; no body byte was taken.
        case refused(reason: String)
        /// Over the limit of bytes received. `body` holds the limit's worth.
        case overLimit
        /// Over the limit of decoded bytes.
        case decodedOverLimit
        case undecodable(String)
        /// The time was up, or it came too slowly.
        case timedOut
        /// The connection broke off, or the framing did, before the end that the head announced.
        case disconnected(String)
    }

    public let url: CanonicalURL
    public let head: ResponseHead
    /// Fields that came after a chunked body.
    public let trailers: [HeaderField]
    /// Fields of interim responses (1xx) before this one.
    public let interim: [HeaderField]
    /// As sent, from the request line to the empty line.
    public let requestHead: [UInt8]
    /// The body after transfer decoding (chunks joined), still content-coded; what was seen of it unless `whole`.
    public let body: [UInt8]
    /// At least `body.count`; more only where the last bytes received went over the limit.
    public let bytesSeen: Int
    public let ending: Ending
    /// The address spoken to.
    public let address: String
    public let started: Timestamp
    public let finished: Timestamp
    /// From the start of the request to its end, in milliseconds.
    public let elapsed: Int
    /// False if a connection of an earlier request served.
    public let openedConnection: Bool

    /// `head.status`.
    public var status: Int { head.status }

    /// The value for a `WARC-Truncated` header; nil if nothing is missing.
    ///
    /// Source: WARC 1.1, section 5.13, date read 2026-11-23.
    public var warcTruncated: String? {
        switch ending {
        case .whole: nil
        case .overLimit, .decodedOverLimit: "length"
        case .timedOut: "time"
        case .disconnected: "disconnect"
        case .refused, .undecodable: "unspecified"
        }
    }
}

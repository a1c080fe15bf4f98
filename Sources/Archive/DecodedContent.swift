/// A body with its transfer and content codings removed, or as much of it as could be had, and how it went.
public struct DecodedContent: Sendable {
    public enum Outcome: Hashable, Sendable {
        /// `bytes` is the whole content.
        case decoded
        /// The body ends too early; `bytes` is what could be decoded.
        case truncated(String)
        /// A coding that is unknown, or data that is not what its coding says.
        case undecodable(String)
        /// More decoded bytes than the limits allow, in number or for their encoded size.
        case overLimit(String)
    }

    /// What was unusual and tolerated.
    public enum Note: Hashable, Sendable {
        /// `Transfer-Encoding: chunked`, but the body is not chunked (archives often store it so).
        case notChunked
        /// A `Content-Encoding` whose signature the body does not bear: taken as it is.
        case notEncoded(String)
        /// Bytes behind the end of the last coded member or chunk were dropped.
        case trailingBytes
        /// A `Content-Encoding` that names no coding (`utf-8`, `none` …): passed over.
        case noCoding(String)
    }

    public var bytes: [UInt8]
    public var outcome: Outcome
    public var notes: [Note]
    /// Bytes of the body before decoding.
    public var encodedCount: Int
    /// Fields behind the last chunk.
    public var trailers = HTTPHeaders([])

    /// Why the bytes may not be what was sent, in words: the body does not bear the coding its header names, or goes on
    /// behind the end of it. Nil if nothing is wrong.
    public var doubt: String? {
        for note in notes {
            switch note {
            case .notEncoded(let coding): return "the body does not bear the coding \(coding) that its header names"
            case .trailingBytes: return "bytes follow the end of the coded body"
            case .notChunked, .noCoding: continue
            }
        }
        return nil
    }
}

/// Thrown by ``ContentDecoder/append(_:)`` when no more of the body is wanted: it is undecodable or over a limit.
public struct ContentDecodingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Never `.decoded`.
    public let outcome: DecodedContent.Outcome

    public var description: String {
        switch outcome {
        case .decoded: "decoded"
        case .truncated(let reason), .undecodable(let reason), .overLimit(let reason): reason
        }
    }
}

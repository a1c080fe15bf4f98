/// The answer to a response head: may the body be taken?
public enum BodyVerdict {
    /// Take it, to at most `limit` bytes as received (nil: the request's limit), as long as `meter` agrees.
    case take(limit: Int? = nil, meter: (any BodyMeter)? = nil)
    /// Take no byte of it. The connection is closed; `reason` comes back in ``FetchedResponse/ending``.
    case refuse(reason: String)
}

/// Watches a body as it comes in, such as to count what it decodes to.
///
/// Lives on the fetcher's own thread, for one body; must not block.
public protocol BodyMeter {
    /// - Parameter bytes: The next bytes as received, after transfer coding, before content decoding.
    mutating func append(_ bytes: UnsafeRawBufferPointer) -> BodyReading
}

/// What a meter makes of the bytes so far.
public enum BodyReading: Hashable, Sendable {
    case fits
    /// The decoded body is over its limit: end the transfer.
    case overLimit
    /// The content coding cannot be undone: end the transfer.
    case undecodable(String)
}

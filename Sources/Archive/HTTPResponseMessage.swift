/// An HTTP response as an archive holds it: status line, fields, and where its body lies.
///
/// Read with tolerance for what servers send: lines that end in LF alone, `HTTP/2 200` without a reason,
/// folded fields, a head without its empty line. Source: RFC 9112, sections 2 to 5, date read 2026-11-23.
public struct HTTPResponseMessage: Sendable {
    /// `HTTP/1.1`, `HTTP/2` … as written.
    public let version: String
    /// 100 to 999.
    public let status: Int
    /// The reason phrase; empty if there is none.
    public let reason: String
    public let headers: HTTPHeaders
    /// The bytes of the block that are the body, still with their transfer and content codings.
    public let bodyRange: Range<Int>
    /// False if the block ended before the empty line that ends the head: the body is then empty, and fields may be missing.
    public let isHeadComplete: Bool

    /// Reads the block of a `response` or `revisit` record.
    ///
    /// - Throws: ``HTTPMessageError`` if the block does not begin with a status line.
    public init(_ block: [UInt8]) throws(HTTPMessageError) {
        guard !block.isEmpty else { throw HTTPMessageError(code: .empty, line: "") }
        var parts: (line: String, headers: HTTPHeaders, end: Int?) = ("", HTTPHeaders([]), nil)
        block.withUnsafeBytes { bytes in
            let end = HeadParser.end(of: bytes)
            let head = UnsafeRawBufferPointer(rebasing: bytes[..<(end ?? bytes.count)])
            let line = head[HeadParser.firstLine(head)]
            parts.line = String(decoding: line.prefix(1024), as: UTF8.self)
            guard parts.line.utf8.starts(with: "HTTP/".utf8) else { return }
            parts.headers = HeadParser.fields(head)
            parts.end = end
        }
        let shown = String(parts.line.prefix(80))
        guard parts.line.utf8.starts(with: "HTTP/".utf8) else {
            throw HTTPMessageError(code: .noStatusLine, line: shown)
        }
        let words = parts.line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
        guard words.count >= 2, words[1].utf8.count == 3, let status = Int(words[1]), status >= 100 else {
            throw HTTPMessageError(code: .badStatus, line: shown)
        }
        version = String(words[0])
        self.status = status
        reason = words.count > 2 ? String(words[2]) : ""
        headers = parts.headers
        isHeadComplete = parts.end != nil
        bodyRange = (parts.end ?? block.count)..<block.count
    }

    /// The body of `block` (the block this message was read from) with all codings removed.
    public func decodedBody(of block: [UInt8], limits: ContentDecoder.Limits = .init()) -> DecodedContent {
        // 1xx, 204 and 304 have no body whatever Content-Length says (RFC 9112, section 6.3).
        let isBodiless = status < 200 || status == 204 || status == 304
        return ContentDecoder.decode(
            block, in: bodyRange, headers: headers, limits: limits, checksLength: !isBodiless)
    }
}

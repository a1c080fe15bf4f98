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
    /// Fields of interim responses (1xx) that stand in the block before this one.
    public let interim: [(name: String, value: String)]
    /// False if the block ended before the empty line that ends the head: the body is then empty, and fields may be missing.
    public let isHeadComplete: Bool

    /// Reads the block of a `response` or `revisit` record.
    ///
    /// - Throws: ``HTTPMessageError`` if the block does not begin with a status line.
    public init(_ block: [UInt8]) throws(HTTPMessageError) {
        var (from, fields): (Int, [(name: String, value: String)]) = (0, [])
        for _ in 0..<Self.mostInterim {
            let one = try HTTPResponseMessage(block, from: from, interim: fields)
            guard (100..<200).contains(one.status), one.isHeadComplete,
                block[one.bodyRange].starts(with: Array("HTTP/".utf8))
            else {
                self = one
                return
            }
            fields += one.headers.pairs
            from = one.bodyRange.lowerBound
        }
        self = try HTTPResponseMessage(block, from: from, interim: fields)
    }

    /// RFC 9110, section 15.2: a client reads as many as come; an archive that holds more is no honest one.
    private static let mostInterim = 16

    private init(_ block: [UInt8], from: Int, interim: [(name: String, value: String)]) throws(HTTPMessageError) {
        guard from < block.count else { throw HTTPMessageError(code: .empty, line: "") }
        var parts: (line: String, headers: HTTPHeaders, end: Int?) = ("", HTTPHeaders([]), nil)
        block.withUnsafeBytes { whole in
            let bytes = UnsafeRawBufferPointer(rebasing: whole[from...])
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
        bodyRange = (parts.end.map { from + $0 } ?? block.count)..<block.count
        self.interim = interim
    }

    /// The body of `block` (the block this message was read from) with all codings removed.
    public func decodedBody(of block: [UInt8], limits: ContentDecoder.Limits = .init()) -> DecodedContent {
        // 1xx, 204 and 304 have no body whatever Content-Length says (RFC 9112, section 6.3).
        let isBodiless = status < 200 || status == 204 || status == 304
        return ContentDecoder.decode(
            block, in: bodyRange, headers: headers, limits: limits, checksLength: !isBodiless)
    }
}

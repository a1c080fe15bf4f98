internal import Canonical
internal import Embedded
internal import Provenance
internal import WebAddress

/// A capture as a crawl or an archive hands it to the reader: facts and decoded bytes, nothing judged yet.
struct TakenCapture: Sendable {
    let id: String
    /// Of the last hop.
    let url: CanonicalURL
    let hops: [Hop]
    let status: Int
    let headers: [(name: String, value: String)]
    let fetched: Timestamp
    /// Content-decoded; empty unless `bodyState` is `whole`.
    let body: [UInt8]
    let bodyState: Capture.BodyState
    /// Nil if no byte was seen.
    let payloadDigest: Digest?
    let payloadBytes: Int
    /// What went wrong on the way, in words; empty if nothing did.
    let trouble: String
    /// The media type without parameters, lower case; empty if none is stated.
    let mediaType: String
    /// The `charset` parameter; nil if none is stated.
    let charset: String?
    /// How this program reads the body.
    let contentKind: ContentKind

    init(
        id: String, url: CanonicalURL, hops: [Hop], status: Int, headers: [(name: String, value: String)],
        fetched: Timestamp, body: [UInt8], bodyState: Capture.BodyState, payloadDigest: Digest?, payloadBytes: Int,
        trouble: String
    ) {
        let isPart = bodyState == .whole && Self.isPart(status, headers)
        self.id = id
        self.url = url
        self.hops = hops
        self.status = status
        self.headers = headers
        self.fetched = fetched
        self.body = isPart ? [] : body
        self.bodyState = isPart ? .truncated : bodyState
        self.payloadDigest = payloadDigest
        self.payloadBytes = payloadBytes
        self.trouble = isPart ? "the answer is a part of the resource (206 or Content-Range)" : trouble
        let contentType = Self.contentType(headers)
        mediaType = Self.type(of: contentType ?? "")
        charset = contentType.flatMap(Self.charset)
        contentKind = Self.contentKind(mediaType, self.body)
    }

    /// What a part leaves out may say anything. Source: RFC 9110, sections 14.4 and 15.3.7, read 2026-11-24.
    private static func isPart(_ status: Int, _ headers: [(name: String, value: String)]) -> Bool {
        status == 206
            || (200..<300).contains(status) && headers.contains { $0.name.lowercased() == "content-range" }
    }

    /// The trouble of a capture whose payload stands in an earlier one.
    static let revisit = "not sent again: the payload stands in an earlier capture"

    /// What a body that was cut for a WARC-Truncated reason is.
    static func cut(_ reason: String) -> (Capture.BodyState, String) {
        (reason == "length" ? .overLimit : .truncated, "cut when archived: \(reason)")
    }

    /// The first value of a header, names compared without case.
    func header(_ name: String) -> String? {
        headers.first { $0.name.count == name.count && $0.name.lowercased() == name }?.value
    }

    /// Of several Content-Type fields the one that says page, since what is not read as a page has its statements
    /// overlooked; else the last, as the Fetch Standard has it.
    private static func contentType(_ headers: [(name: String, value: String)]) -> String? {
        let all = headers.filter { $0.name.lowercased() == "content-type" }.map(\.value)
        return all.last { pages.contains(type(of: $0)) } ?? all.last
    }

    private static let pages: Set<String> = ["text/html", "application/xhtml+xml"]

    private static func type(of value: String) -> String {
        value.prefix { $0 != ";" && $0 != "," }.filter { !$0.isWhitespace }.lowercased()
    }

    private static func charset(of value: String) -> String? {
        for parameter in value.split(separator: ";").dropFirst() {
            let pair = parameter.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
            if pair.count == 2, pair[0].lowercased() == "charset" {
                return pair[1].filter { $0 != "\"" && $0 != "'" }
            }
        }
        return nil
    }

    private static func contentKind(_ mediaType: String, _ body: [UInt8]) -> ContentKind {
        switch mediaType {
        case "text/html", "application/xhtml+xml": .html
        case "text/plain", "text/markdown": opensAsPage(body) ? .html : .plain
        case "" where looksLikeMarkup(body): .html
        case "text/xml", "application/xml": .xml
        case _ where EmbeddedParts.mayStand(in: body, mediaType: mediaType): .asset
        default: mediaType.hasSuffix("+xml") ? .xml : .other
        }
    }

    /// Text that opens as a page is read as one: what it says of rights is meant, whatever the server calls it.
    private static func opensAsPage(_ body: [UInt8]) -> Bool {
        let head = body.prefix(512).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        let text = String(decoding: head.prefix(16), as: UTF8.self).lowercased()
        return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
    }

    /// Where no type is stated: the first byte that is no white space opens a tag (WHATWG MIME Sniffing, section 7.1).
    private static func looksLikeMarkup(_ body: [UInt8]) -> Bool {
        var rest = body.prefix(512)
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        return rest.first { $0 > 0x20 } == UInt8(ascii: "<")
    }
}

/// How a body is read.
enum ContentKind: Hashable, Sendable {
    case html
    case plain
    /// Never a document here, but its statements are read: feeds, records, packages, sitemaps.
    case xml
    /// Never a document, but a file that may hold metadata of its own.
    case asset
    /// Never a document here.
    case other

    var mayBeDocument: Bool { self == .html || self == .plain }
}

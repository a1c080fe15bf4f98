internal import Canonical
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

    /// The media type without parameters, lower case; empty if none is stated.
    var mediaType: String {
        let value = header("content-type") ?? ""
        let type = value.prefix { $0 != ";" && $0 != "," }
        return type.filter { !$0.isWhitespace }.lowercased()
    }

    /// The `charset` parameter; nil if none is stated.
    var charset: String? {
        guard let value = header("content-type") else { return nil }
        for parameter in value.split(separator: ";").dropFirst() {
            let pair = parameter.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
            if pair.count == 2, pair[0].lowercased() == "charset" {
                return pair[1].filter { $0 != "\"" && $0 != "'" }
            }
        }
        return nil
    }

    /// How this program reads the body.
    var contentKind: ContentKind {
        switch mediaType {
        case "text/html", "application/xhtml+xml": .html
        case "text/plain", "text/markdown": .plain
        case "": Self.looksLikeMarkup(body) ? .html : .other
        case "text/xml", "application/xml": .xml
        default: mediaType.hasSuffix("+xml") ? .xml : .other
        }
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
    /// Never a document here.
    case other

    var mayBeDocument: Bool { self == .html || self == .plain }
}

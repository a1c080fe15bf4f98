public import Canonical

/// A record to be written.
///
/// The static functions make the kinds Muniment writes; ids are given, never made up here.
///
/// Source: ISO 28500:2017 (WARC 1.1), sections 5 and 6, date read 2026-11-23.
public struct WARCDraft: Sendable {
    /// `WARC-Truncated` (section 5.13).
    public enum TruncationReason: String, Hashable, Sendable {
        case length, time, disconnect, unspecified
    }

    /// What a revisit stands for (section 6.7).
    public enum RevisitProfile: Hashable, Sendable {
        /// The same payload was archived before; its digest is given.
        case identicalPayload(Digest)
        /// The server answered 304 to a conditional request.
        case serverNotModified

        var uri: String {
            switch self {
            case .identicalPayload: "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
            case .serverNotModified: "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
            }
        }
    }

    /// The earlier record a revisit points to.
    public struct Original: Hashable, Sendable {
        public var recordID: String
        public var targetURI: String
        public var date: Timestamp

        public init(recordID: String, targetURI: String, date: Timestamp) {
            self.recordID = recordID
            self.targetURI = targetURI
            self.date = date
        }
    }

    public var kind: WARCRecordKind
    /// `urn:uuid:…`, without angle brackets.
    public var recordID: String
    public var date: Timestamp
    public var targetURI: String?
    public var contentType: String?
    public var block: [UInt8]
    /// The part of `block` that is the payload, whose digest is written; nil for none.
    public var payload: Range<Int>?
    /// The digest of the payload, where it is known already: digesting is a good part of what writing costs.
    public var payloadDigest: Digest?
    /// Further fields, written in this order.
    public var fields: [(name: String, value: String)] = []

    public init(
        kind: WARCRecordKind, recordID: String, date: Timestamp, targetURI: String? = nil, contentType: String? = nil,
        block: [UInt8], payload: Range<Int>? = nil
    ) {
        self.kind = kind
        self.recordID = recordID
        self.date = date
        self.targetURI = targetURI
        self.contentType = contentType
        self.block = block
        self.payload = payload
    }

    /// Adds fields whose value is an id, in angle brackets.
    public mutating func refer(_ name: String, to recordIDs: [String]) {
        fields += recordIDs.map { (name, "<\($0)>") }
    }
}

extension WARCDraft {
    /// Opens a file: who wrote it, with what (section 6.2).
    ///
    /// `about` becomes `application/warc-fields`.
    public static func warcinfo(
        id: String, date: Timestamp, filename: String, about: [(name: String, value: String)]
    ) -> WARCDraft {
        let text = about.map { "\($0.name): \($0.value)\r\n" }.joined()
        var draft = WARCDraft(
            kind: .warcinfo, recordID: id, date: date, contentType: "application/warc-fields", block: Array(text.utf8))
        draft.fields.append(("WARC-Filename", filename))
        return draft
    }

    /// A request as sent, joined to the response it got (section 6.5).
    public static func request(
        id: String, date: Timestamp, targetURI: String, block: [UInt8], concurrentTo: [String] = []
    ) -> WARCDraft {
        var draft = WARCDraft(
            kind: .request, recordID: id, date: date, targetURI: targetURI,
            contentType: "application/http; msgtype=request", block: block)
        draft.refer("WARC-Concurrent-To", to: concurrentTo)
        return draft
    }

    /// A response as received (section 6.3).
    ///
    /// - Parameters:
    ///   - block: Status line, fields, empty line, body.
    ///   - bodyOffset: Where in `block` the body begins.
    ///   - payloadDigest: Written instead of the digest of the body, where the body is not kept.
    public static func response(
        id: String, date: Timestamp, targetURI: String, ipAddress: String?, block: [UInt8], bodyOffset: Int,
        truncated: TruncationReason? = nil, payloadDigest: Digest? = nil, concurrentTo: [String] = []
    ) -> WARCDraft {
        var draft = WARCDraft(
            kind: .response, recordID: id, date: date, targetURI: targetURI,
            contentType: "application/http; msgtype=response", block: block)
        if let payloadDigest {
            draft.fields.append(("WARC-Payload-Digest", WARCWriter.label(payloadDigest)))
        } else {
            draft.payload = bodyOffset..<block.count
        }
        if let ipAddress { draft.fields.append(("WARC-IP-Address", ipAddress)) }
        if let truncated { draft.fields.append(("WARC-Truncated", truncated.rawValue)) }
        draft.refer("WARC-Concurrent-To", to: concurrentTo)
        return draft
    }

    /// A response whose content was archived before (section 6.7).
    ///
    /// `block` is its head, with the empty line.
    public static func revisit(
        id: String, date: Timestamp, targetURI: String, ipAddress: String?, block: [UInt8], profile: RevisitProfile,
        original: Original?, concurrentTo: [String] = []
    ) -> WARCDraft {
        var draft = WARCDraft(
            kind: .revisit, recordID: id, date: date, targetURI: targetURI,
            contentType: "application/http; msgtype=response", block: block)
        draft.fields.append(("WARC-Profile", profile.uri))
        if case .identicalPayload(let digest) = profile {
            draft.fields.append(("WARC-Payload-Digest", WARCWriter.label(digest)))
        }
        if let original {
            draft.refer("WARC-Refers-To", to: [original.recordID])
            draft.fields.append(("WARC-Refers-To-Target-URI", original.targetURI))
            draft.fields.append(("WARC-Refers-To-Date", original.date.description))
        }
        if let ipAddress { draft.fields.append(("WARC-IP-Address", ipAddress)) }
        draft.refer("WARC-Concurrent-To", to: concurrentTo)
        return draft
    }

    /// Content without the messages of a protocol (section 6.4).
    ///
    /// Its block is its payload, so one digest says all.
    public static func resource(
        id: String, date: Timestamp, targetURI: String, contentType: String, block: [UInt8]
    ) -> WARCDraft {
        WARCDraft(
            kind: .resource, recordID: id, date: date, targetURI: targetURI, contentType: contentType, block: block)
    }

    /// What is known about another record (section 6.6).
    public static func metadata(
        id: String, date: Timestamp, targetURI: String?, contentType: String, block: [UInt8], refersTo: String? = nil,
        concurrentTo: [String] = []
    ) -> WARCDraft {
        var draft = WARCDraft(
            kind: .metadata, recordID: id, date: date, targetURI: targetURI, contentType: contentType, block: block)
        if let refersTo { draft.refer("WARC-Refers-To", to: [refersTo]) }
        draft.refer("WARC-Concurrent-To", to: concurrentTo)
        return draft
    }
}

internal import Archive
internal import Canonical
internal import Foundation
internal import Provenance
internal import Rights
internal import Transfer
internal import WebAddress

/// A response as the crawl takes it: the capture to consider, and the records that archive it.
struct CaptureRecord: Sendable {
    let taken: TakenCapture
    private let response: FetchedResponse
    /// The earlier capture that a 304 refers to.
    private let original: WARCDraft.Original?
    /// Fields before the response or behind its body that refuse.
    private let late: [(name: String, value: String)]
    /// Set for a request that was made for a site file, and so for no page.
    private let siteFile: SiteFileKind?
    private let isSitemap: Bool

    /// - Parameters:
    ///   - via: the hops that led here, first first.
    ///   - decodedLimit: bytes of the body after content decoding.
    init(
        response: FetchedResponse, via: [Hop], decodedLimit: Int, original: WARCDraft.Original? = nil,
        siteFile: SiteFileKind? = nil, isSitemap: Bool = false
    ) {
        self.response = response
        self.original = original
        self.siteFile = siteFile
        self.isSitemap = isSitemap
        let url = response.url
        let headers = response.head.fields.map { (name: $0.name, value: $0.value) }
        late = LateFields.refusing((response.interim + response.trailers).map { (name: $0.name, value: $0.value) })
        let body = Self.body(response, headers, decodedLimit)
        taken = TakenCapture(
            id: "urn:uuid:" + UUID().uuidString.lowercased(), url: url,
            hops: via + [Hop(url: url.text, status: response.status)], status: response.status,
            headers: headers + late,
            fetched: response.started, body: body.bytes, bodyState: body.state, payloadDigest: body.digest,
            payloadBytes: body.count, trouble: body.trouble)
    }

    /// The gzip members of the request and the response, or of a revisit.
    ///
    /// - Parameters:
    ///   - keepPayload: false for a capture of which only headers and digest are kept.
    ///   - level: how hard to compress, 1 to 12.
    func encode(keepPayload: Bool, level: Int = 1) throws(JobError) -> [[UInt8]] {
        do {
            let writer = try WARCWriter(compression: .gzip(level: level))
            let requestID = "urn:uuid:" + UUID().uuidString.lowercased()
            let request = WARCDraft.request(
                id: requestID, date: taken.fetched, targetURI: taken.url.text, block: response.requestHead,
                concurrentTo: [taken.id])
            return [try writer.encode(answer(keepPayload)), try writer.encode(request)]
        } catch {
            throw JobError(.couldNotRun, "a record of \(taken.url.text) cannot be written: \(error)")
        }
    }

    private func answer(_ keepPayload: Bool) -> WARCDraft {
        let head = Self.unchunked(response.head.bytes)
        let address = response.address.isEmpty ? nil : response.address
        var draft: WARCDraft
        if response.status == 304 {
            draft = .revisit(
                id: taken.id, date: taken.fetched, targetURI: taken.url.text, ipAddress: address, block: head,
                profile: .serverNotModified, original: original)
        } else if keepPayload, taken.bodyState != .notTaken {
            draft = .response(
                id: taken.id, date: taken.fetched, targetURI: taken.url.text, ipAddress: address,
                block: head + response.body, bodyOffset: head.count,
                truncated: response.warcTruncated.flatMap { WARCDraft.TruncationReason(rawValue: $0) })
            // Without a content coding the bytes sent are those digested already.
            if taken.bodyState == .whole, Self.isSame(taken.body, response.body) {
                draft.payloadDigest = taken.payloadDigest
            }
        } else {
            draft = .response(
                id: taken.id, date: taken.fetched, targetURI: taken.url.text, ipAddress: address, block: head,
                bodyOffset: head.count)
            draft.fields.append(("WARC-Truncated", RecordReader.Body.withheld))
            if let digest = taken.payloadDigest {
                draft.fields.append(("Muniment-Payload-Digest", digest.description))
            }
            draft.fields.append(("Muniment-Payload-Bytes", String(taken.payloadBytes)))
        }
        if let siteFile { draft.fields.append((RecordReader.siteFileHeader, siteFile.rawValue)) }
        if isSitemap { draft.fields.append((RecordReader.sitemapHeader, "1")) }
        for field in late { draft.fields.append((RecordReader.lateHeader, "\(field.name): \(field.value)")) }
        for hop in taken.hops.dropLast() { draft.fields.append((RecordReader.viaHeader, "\(hop.status) \(hop.url)")) }
        return draft
    }

    /// Array's own comparison goes byte by byte.
    private static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        one.count == other.count
            && one.withUnsafeBytes { one in
                other.withUnsafeBytes { other in
                    guard let left = one.baseAddress, let right = other.baseAddress else { return true }
                    return memcmp(left, right, one.count) == 0
                }
            }
    }

    /// The head without `Transfer-Encoding`, since the body is archived as it is without that coding: a reader that
    /// believed the field would look for chunks that are not there.
    private static func unchunked(_ head: [UInt8]) -> [UInt8] {
        let name = Array("transfer-encoding:".utf8)
        var out: [UInt8] = []
        out.reserveCapacity(head.count)
        for line in head.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let start = line.prefix(name.count).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
            if start == name { continue }
            out += line
            out.append(0x0A)
        }
        // The split gives one empty piece behind the last line break.
        if out.last == 0x0A { out.removeLast() }
        return out
    }

    private struct Body {
        let bytes: [UInt8]
        let state: Capture.BodyState
        let digest: Digest?
        let count: Int
        let trouble: String
    }

    private static func body(
        _ response: FetchedResponse, _ headers: [(name: String, value: String)], _ limit: Int
    ) -> Body {
        if response.status == 304 {
            return Body(bytes: [], state: .notTaken, digest: nil, count: 0, trouble: TakenCapture.revisit)
        }
        if case .refused = response.ending {
            return Body(bytes: [], state: .notTaken, digest: nil, count: 0, trouble: "")
        }
        var limits = ContentDecoder.Limits()
        limits.maxBytes = limit
        let fields = HTTPHeaders(headers)
        let decoded = decode(response, fields, limits)
        let (state, trouble) = judge(response, decoded)
        let digest = decoded.bytes.isEmpty && state != .whole ? nil : Digest(of: decoded.bytes)
        return Body(
            bytes: state == .whole ? decoded.bytes : [], state: state, digest: digest, count: decoded.bytes.count,
            trouble: trouble)
    }

    /// libcurl has taken the transfer coding off already.
    private static func decode(
        _ response: FetchedResponse, _ fields: HTTPHeaders, _ limits: ContentDecoder.Limits
    ) -> DecodedContent {
        var decoder = ContentDecoder(
            headers: fields, limits: limits, isTransferDecoded: true,
            checksLength: response.status >= 200 && response.status != 204)
        do throws(ContentDecodingError) { try decoder.append(response.body) } catch {
            // `finish` tells the same.
            return decoder.finish()
        }
        return decoder.finish()
    }

    private static func judge(_ response: FetchedResponse, _ decoded: DecodedContent) -> (Capture.BodyState, String) {
        if let reason = response.warcTruncated { return TakenCapture.cut(reason) }
        return decoded.bodyState
    }
}

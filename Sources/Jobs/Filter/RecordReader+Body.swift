internal import Archive
internal import Canonical
internal import Provenance

extension RecordReader {
    /// The payload of a record, decoded, and what is wrong with it.
    struct Body {
        let bytes: [UInt8]
        let state: Capture.BodyState
        let digest: Digest?
        let count: Int
        let trouble: String
        /// Fields behind a chunked body.
        var trailers: [(name: String, value: String)] = []

        static func of(_ record: WARCRecord, _ message: HTTPResponseMessage, limits: LimitSettings) -> Body {
            if record.kind == .revisit || record.truncatedReason == withheld { return Body(withheld: record) }
            var decoding = ContentDecoder.Limits()
            decoding.maxBytes = limits.decodedBytes
            decoding.maxTransferred = limits.bodyBytes
            let decoded = message.decodedBody(of: record.block, limits: decoding)
            let (state, trouble) = judge(record, message, decoded)
            var body = Body(
                bytes: state == .whole ? decoded.bytes : [], state: state,
                digest: decoded.bytes.isEmpty && state != .whole ? nil : Digest(of: decoded.bytes),
                count: decoded.bytes.count, trouble: trouble)
            body.trailers = decoded.trailers.pairs
            return body
        }

        private init(bytes: [UInt8], state: Capture.BodyState, digest: Digest?, count: Int, trouble: String) {
            self.bytes = bytes
            self.state = state
            self.digest = digest
            self.count = count
            self.trouble = trouble
        }

        /// The `WARC-Truncated` reason of a capture whose payload a crawl did not keep.
        static let withheld = "muniment-not-kept"

        /// What stands in the record is not what was archived.
        init(altered fault: String) {
            self.init(bytes: [], state: .undecodable, digest: nil, count: 0, trouble: fault)
        }

        /// Headers and a digest were kept, no payload.
        private init(withheld record: WARCRecord) {
            bytes = []
            state = .notTaken
            digest = record.headers.first("Muniment-Payload-Digest").flatMap { Digest($0) }
            count = record.headers.first("Muniment-Payload-Bytes").flatMap { Int($0) } ?? 0
            trouble = record.kind == .revisit ? TakenCapture.revisit : ""
        }

        private static func judge(
            _ record: WARCRecord, _ message: HTTPResponseMessage, _ decoded: DecodedContent
        ) -> (Capture.BodyState, String) {
            switch record.completeness {
            case .complete: break
            case .oversized: return (.overLimit, "the record is over the limit of the reader (limits.record_bytes)")
            case .truncated: return (.truncated, "the archive ends inside the record")
            case .unverified: return (.undecodable, "the record's checksum is wrong")
            }
            if let reason = record.truncatedReason { return TakenCapture.cut(reason) }
            // WARC 1.1, section 5.18: the rest stands in `continuation` records, which are not joined here.
            if record.headers.contains("WARC-Segment-Number") {
                return (.truncated, "the record is one segment of several; join them first")
            }
            guard message.isHeadComplete else { return (.truncated, "the response ends inside its header") }
            return decoded.bodyState
        }
    }
}

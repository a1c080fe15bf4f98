extension WARCRecord {
    /// What is wrong with the digests the record states; nil if they hold, if it states none that is computed here, or if
    /// its block was not read whole.
    ///
    /// `WARC-Block-Digest` is over the block's bytes and decides alone. Where there is none, `WARC-Payload-Digest` of a
    /// response counts; writers take it over the body as archived, without its chunks, without its content coding,
    /// or over the whole block, so any of these will do. A revisit's names the payload of another record, and that of a
    /// record cut or in segments the payload before that: neither can be compared.
    public func digestFault() -> String? {
        guard completeness == .complete else { return nil }
        let blocks = headers.values("WARC-Block-Digest").compactMap { DigestLabel($0) }
        if !blocks.isEmpty {
            let holds = blocks.allSatisfy { $0.matches(block) }
            return holds ? nil : "the block is not the one WARC-Block-Digest was taken over"
        }
        guard kind == .response || kind == .resource, truncatedReason == nil, !headers.contains("WARC-Segment-Number")
        else { return nil }
        let payloads = headers.values("WARC-Payload-Digest").compactMap { DigestLabel($0) }
        guard !payloads.isEmpty else { return nil }
        let holds = payloads.allSatisfy { label in payloadReadings.contains { label.matches($0()) } }
        return holds ? nil : "no reading of the payload is the one WARC-Payload-Digest was taken over"
    }

    /// What writers call the payload, the likeliest first, each made only when it is asked for.
    private var payloadReadings: [() -> [UInt8]] {
        let whole = { block }
        guard holdsHTTPResponse else { return [whole] }
        let message: HTTPResponseMessage
        do { message = try HTTPResponseMessage(block) } catch { return [whole] }
        let coding = HTTPHeaders(
            message.headers.values("Transfer-Encoding").map { (name: "Transfer-Encoding", value: $0) })
        let unchunked = {
            ContentDecoder.decode(block, in: message.bodyRange, headers: coding, checksLength: false).bytes
        }
        return [
            { Array(block[message.bodyRange]) }, unchunked, { message.decodedBody(of: block).bytes }, whole,
        ]
    }
}

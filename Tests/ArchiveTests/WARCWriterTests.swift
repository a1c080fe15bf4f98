import Archive
import Canonical
import Testing

@Suite("Writing WARC 1.1 records")
struct WARCWriterTests {
    private static let date = Timestamp(seconds: 1_795_435_200)
    private static let uri = "http://example.org/a"
    private static let head = Array("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n".utf8)

    private static func response(_ body: String) -> WARCDraft {
        .response(
            id: "urn:uuid:2", date: date, targetURI: uri, ipAddress: "127.0.0.1", block: head + Array(body.utf8),
            bodyOffset: head.count, concurrentTo: ["urn:uuid:1"])
    }

    private static let drafts: [WARCDraft] = [
        .warcinfo(id: "urn:uuid:0", date: date, filename: "a.warc.gz", about: [("software", "muniment")]),
        .request(id: "urn:uuid:1", date: date, targetURI: uri, block: Array("GET /a HTTP/1.1\r\n\r\n".utf8)),
        response("hello"),
        .revisit(
            id: "urn:uuid:3", date: date, targetURI: uri, ipAddress: nil, block: head,
            profile: .identicalPayload(Digest(of: "hello")),
            original: .init(recordID: "urn:uuid:2", targetURI: uri, date: date)),
        .revisit(
            id: "urn:uuid:4", date: date, targetURI: uri, ipAddress: nil, block: head, profile: .serverNotModified,
            original: nil),
        .resource(id: "urn:uuid:5", date: date, targetURI: uri, contentType: "text/plain", block: [1, 2, 3]),
        .metadata(
            id: "urn:uuid:6", date: date, targetURI: uri, contentType: "application/warc-fields", block: [],
            refersTo: "urn:uuid:2"),
    ]

    @Test("What is written is read back: kind, id, target, date, block, place")
    func roundTrip() throws {
        for compression in [WARCWriter.Compression.none, .gzip(level: 6)] {
            let members = try Self.drafts.map { try WARCWriter.encode($0, compression: compression) }
            let file = try TemporaryFile(Array(members.joined()))
            var reader = try WARCReader(path: file.path)
            var offset = 0
            for (draft, member) in zip(Self.drafts, members) {
                let record = try #require(try reader.next())
                #expect(record.kind == draft.kind && record.recordID == draft.recordID && record.date == draft.date)
                #expect(record.targetURI == draft.targetURI && record.block == draft.block)
                #expect(record.version == "WARC/1.1" && record.completeness == .complete)
                #expect(record.offset == offset && record.length == member.count)
                offset += member.count
            }
            #expect(try reader.next() == nil)
        }
    }

    @Test("Fields of a response: digests in Base 32, address, references, in a fixed order (sections 5 and 6.3)")
    func responseFields() throws {
        let bytes = try WARCWriter.encode(Self.response("hello"), compression: .none)
        let text = String(decoding: bytes, as: UTF8.self)
        let digest = "sha256:FTZE3OS7WCRQ4JXIHMVMLOPCTYNRMHS4D6TUEXTTAQZWFE4LTASA===="
        #expect(
            text.hasPrefix(
                """
                WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:2>\r\nWARC-Date: 2026-11-23T12:00:00Z\r
                WARC-Target-URI: http://example.org/a\r\nWARC-IP-Address: 127.0.0.1\r\nWARC-Concurrent-To: <urn:uuid:1>\r
                WARC-Block-Digest: sha256:
                """))
        #expect(text.contains("\r\nWARC-Payload-Digest: \(digest)\r\n"))
        #expect(
            text.contains("Content-Type: application/http; msgtype=response\r\nContent-Length: 50\r\n\r\nHTTP/1.1 200"))
        #expect(text.hasSuffix("hello\r\n\r\n"))
    }

    @Test("Revisits name their profile and what they refer to (section 6.7)")
    func revisits() throws {
        let same = String(decoding: try WARCWriter.encode(Self.drafts[3], compression: .none), as: UTF8.self)
        #expect(same.contains("WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n"))
        #expect(same.contains("WARC-Refers-To: <urn:uuid:2>\r\nWARC-Refers-To-Target-URI: http://example.org/a\r\n"))
        #expect(same.contains("WARC-Refers-To-Date: 2026-11-23T12:00:00Z\r\n"))
        #expect(same.contains("WARC-Payload-Digest: \(WARCWriter.label(Digest(of: "hello")))\r\n"))
        let notModified = String(decoding: try WARCWriter.encode(Self.drafts[4], compression: .none), as: UTF8.self)
        #expect(notModified.contains("/revisit/server-not-modified\r\n") && !notModified.contains("Payload-Digest"))
    }

    @Test("A line break in a field is refused: a server must not write fields of its own")
    func injection() throws {
        var draft = Self.response("x")
        draft.targetURI = "http://example.org/\r\nWARC-Type: warcinfo"
        let error = #expect(throws: ArchiveError.self) { try WARCWriter.encode(draft) }
        #expect(error?.code == .badHeader)
    }

    @Test("A body that was not kept leaves its digest and the reason")
    func notKept() throws {
        let draft = WARCDraft.response(
            id: "urn:uuid:2", date: Self.date, targetURI: Self.uri, ipAddress: nil, block: Self.head,
            bodyOffset: Self.head.count, truncated: .unspecified, payloadDigest: Digest(of: "gone"))
        let text = String(decoding: try WARCWriter.encode(draft, compression: .none), as: UTF8.self)
        #expect(text.contains("WARC-Truncated: unspecified\r\n"))
        #expect(text.contains("WARC-Payload-Digest: \(WARCWriter.label(Digest(of: "gone")))\r\n"))
    }

    @Test("Same record, same bytes; an unknown level is an error")
    func deterministic() throws {
        let writer = try WARCWriter()
        let first = try writer.encode(Self.response("hello"))
        #expect(try writer.encode(Self.response("hello")) == first)
        #expect(try WARCWriter.encode(Self.response("hello")) == first)
        #expect(throws: ArchiveError.self) { _ = try WARCWriter(compression: .gzip(level: 99)) }
    }
}

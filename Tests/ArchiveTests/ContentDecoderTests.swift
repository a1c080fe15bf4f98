import Archive
import Testing

@Suite("Taking off transfer and content codings")
struct ContentDecoderTests {
    private static let text = Array(String(repeating: "Muniment keeps evidence. ", count: 12).utf8)
    private static let rawDeflate = Fixture.hex("f32dcdcbcc4dcd2b51c84e4d2d2856482dcb4c49cd4b4ed553f01d9540970000")
    private static let zlib = Fixture.hex(
        "78daf32dcdcbcc4dcd2b51c84e4d2d2856482dcb4c49cd4b4ed553f01d954097000040276e89")
    private static let brotli = Fixture.hex("1b2b01f8057463a93e164b5c10f1086a393458a10013e29d8d4f05b303b409")
    private static let zstd = Fixture.hex(
        "28b52ffd602c00050100c84d756e696d656e74206b656570732065766964656e63652e20010041b03ac7")
    private static let gzip = Fixture.storedMember(text)

    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var headers: [(name: String, value: String)]
        var body: [UInt8]
        var expected: [UInt8] = text
        var notes: [DecodedContent.Note] = []
    }

    private static func chunked(_ bytes: [UInt8], size: Int = 50) -> [UInt8] {
        var out: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            let piece = bytes[start..<min(start + size, bytes.count)]
            out += Array("\(String(piece.count, radix: 16));ext=1\r\n".utf8) + piece + [13, 10]
        }
        return out + Array("0\r\nTrailer: x\r\n\r\n".utf8)
    }

    private static let te = (name: "Transfer-Encoding", value: "chunked")
    private static func ce(_ value: String) -> (name: String, value: String) { ("Content-Encoding", value) }

    static let cases = [
        Case(testDescription: "none", headers: [], body: text),
        Case(testDescription: "identity", headers: [ce("identity")], body: text),
        Case(testDescription: "gzip", headers: [ce("gzip")], body: gzip),
        Case(testDescription: "x-gzip", headers: [ce("X-GZIP")], body: gzip),
        Case(testDescription: "two members", headers: [ce("gzip")], body: gzip + gzip, expected: text + text),
        Case(testDescription: "zlib", headers: [ce("deflate")], body: zlib),
        Case(testDescription: "raw deflate", headers: [ce("deflate")], body: rawDeflate),
        Case(testDescription: "br", headers: [ce("br")], body: brotli),
        Case(testDescription: "zstd", headers: [ce("zstd")], body: zstd),
        Case(testDescription: "two frames", headers: [ce("zstd")], body: zstd + zstd, expected: text + text),
        Case(testDescription: "chunked", headers: [te], body: chunked(text)),
        Case(testDescription: "chunked br", headers: [te, ce("br")], body: chunked(brotli, size: 7)),
        Case(testDescription: "gzip, chunked", headers: [("transfer-encoding", "gzip, chunked")], body: chunked(gzip)),
        Case(testDescription: "stack", headers: [ce("br, gzip")], body: Fixture.storedMember(brotli)),
        Case(testDescription: "two fields", headers: [ce("br"), ce("gzip")], body: Fixture.storedMember(brotli)),
        Case(
            testDescription: "empty gzip", headers: [ce("gzip")], body: [], expected: [], notes: [.notEncoded("gzip")]),
        Case(testDescription: "not chunked", headers: [te], body: text, notes: [.notChunked]),
        Case(
            testDescription: "not chunked, hex at first", headers: [te], body: Array("abc de\nf".utf8),
            expected: Array("abc de\nf".utf8), notes: [.notChunked]),
        Case(testDescription: "not gzip", headers: [ce("gzip")], body: text, notes: [.notEncoded("gzip")]),
        Case(testDescription: "not zstd", headers: [ce("zstd")], body: text, notes: [.notEncoded("zstd")]),
        Case(
            testDescription: "not br", headers: [ce("br")], body: Array("<html>".utf8), expected: Array("<html>".utf8),
            notes: [.notEncoded("br")]),
        Case(
            testDescription: "one byte", headers: [ce("gzip")], body: [65], expected: [65], notes: [.notEncoded("gzip")]
        ),
        Case(
            testDescription: "rubbish behind", headers: [ce("gzip")], body: gzip + [1, 2, 3], notes: [.trailingBytes]),
        Case(testDescription: "no coding", headers: [ce("utf-8")], body: text, notes: [.noCoding("utf-8")]),
        Case(testDescription: "right length", headers: [("Content-Length", "\(gzip.count)"), ce("gzip")], body: gzip),
        Case(
            testDescription: "stored decoded", headers: [("Content-Length", "999"), ce("gzip")], body: text,
            notes: [.notEncoded("gzip")]),
    ]

    @Test("Every coding, at once", arguments: cases)
    func atOnce(_ given: Case) {
        let content = ContentDecoder.decode(given.body, in: 0..<given.body.count, headers: HTTPHeaders(given.headers))
        #expect(content.outcome == .decoded)
        #expect(content.bytes == given.expected && content.notes == given.notes)
        #expect(content.encodedCount == given.body.count)
    }

    @Test("The result does not depend on how the body is cut", arguments: cases)
    func splitAnywhere(_ given: Case) throws {
        for cut in 0...given.body.count {
            var decoder = ContentDecoder(headers: HTTPHeaders(given.headers))
            try decoder.append(Array(given.body[..<cut]))
            try decoder.append(Array(given.body[cut...]))
            let content = decoder.finish()
            #expect(content.outcome == .decoded && content.bytes == given.expected, "cut at \(cut)")
            #expect(content.notes == given.notes, "cut at \(cut)")
        }
        var decoder = ContentDecoder(headers: HTTPHeaders(given.headers))
        for byte in given.body { try decoder.append([byte]) }
        let content = decoder.finish()
        #expect(content.outcome == .decoded && content.bytes == given.expected && content.notes == given.notes)
    }

    @Test("A coded body cut anywhere is truncated, never decoded")
    func truncated() {
        let bodies = [
            (Self.ce("gzip"), Self.gzip), (Self.ce("deflate"), Self.zlib), (Self.ce("br"), Self.brotli),
            (Self.ce("zstd"), Self.zstd),
        ]
        for (field, body) in bodies {
            for cut in 4..<body.count {
                let content = ContentDecoder.decode(body, in: 0..<cut, headers: HTTPHeaders([field]))
                guard case .truncated = content.outcome else {
                    Issue.record("\(field.value) cut at \(cut): \(content.outcome)")
                    return
                }
                #expect(Self.text.starts(with: content.bytes))
            }
        }
    }

    private func kind(_ content: DecodedContent) -> String {
        switch content.outcome {
        case .decoded: "decoded"
        case .truncated: "truncated"
        case .undecodable: "undecodable"
        case .overLimit: "overLimit"
        }
    }

    struct Bad: CustomTestStringConvertible {
        var testDescription: String
        var headers: [(name: String, value: String)]
        var body: [UInt8]
        var expected: String
    }

    @Test(
        "What cannot be decoded says why",
        arguments: [
            Bad(testDescription: "no chunk", headers: [te], body: [], expected: "truncated"),
            Bad(testDescription: "cut in the size", headers: [te], body: Array("1a".utf8), expected: "truncated"),
            Bad(
                testDescription: "no CR behind a size", headers: [te], body: Array("3\nabc\r\n0\r\n\r\n".utf8),
                expected: "undecodable"),
            Bad(
                testDescription: "no CR behind the data", headers: [te], body: Array("4\r\nabc\r\n0\r\n\r\n".utf8),
                expected: "undecodable"),
            Bad(
                testDescription: "a first size that is none", headers: [te],
                body: Array("`\r\nabcdefghijk\r\n0\r\n\r\n".utf8), expected: "undecodable"),
            Bad(testDescription: "unknown", headers: [ce("compress")], body: text, expected: "undecodable"),
            Bad(
                testDescription: "damaged gzip", headers: [ce("gzip")],
                body: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 7, 7], expected: "undecodable"),
            Bad(
                testDescription: "bad chunk", headers: [te], body: Array("3\r\nabc\r\nzz\r\n".utf8),
                expected: "undecodable"),
            Bad(
                testDescription: "long chunk data", headers: [te], body: Array("3\r\nabcd\r\n0\r\n\r\n".utf8),
                expected: "undecodable"),
            Bad(
                testDescription: "chunks end early", headers: [te], body: Array("5\r\nabc".utf8), expected: "truncated"),
            Bad(
                testDescription: "no last chunk", headers: [te], body: Array("3\r\nabc\r\n".utf8), expected: "truncated"
            ),
            Bad(testDescription: "short", headers: [("Content-Length", "999")], body: text, expected: "truncated"),
            Bad(
                testDescription: "a hundred names that say nothing", headers: Array(repeating: ce("utf-8"), count: 100),
                body: gzip, expected: "undecodable"),
            Bad(
                testDescription: "nine codings", headers: Array(repeating: ce("gzip"), count: 9), body: gzip,
                expected: "undecodable"),
        ])
    func refused(_ given: Bad) {
        let content = ContentDecoder.decode(given.body, in: 0..<given.body.count, headers: HTTPHeaders(given.headers))
        #expect(kind(content) == given.expected)
    }

    @Test("Limits on size and ratio hold, for every coding, alone and stacked, and stop the fetch at once")
    func limits() throws {
        let zeros = [UInt8](repeating: 0, count: 3_000_000)
        let bomb = try Fixture.zstdFrame(zeros)
        let headers = HTTPHeaders([Self.ce("zstd")])
        let small = ContentDecoder.Limits(maxBytes: 1_000_000)
        #expect(kind(ContentDecoder.decode(bomb, in: 0..<bomb.count, headers: headers, limits: small)) == "overLimit")
        let ratio = ContentDecoder.Limits(maxBytes: 1 << 30, maxRatio: 100)
        #expect(kind(ContentDecoder.decode(bomb, in: 0..<bomb.count, headers: headers, limits: ratio)) == "overLimit")
        let stack = HTTPHeaders([Self.ce("zstd, gzip")])
        let twice = Fixture.storedMember(bomb)
        #expect(kind(ContentDecoder.decode(twice, in: 0..<twice.count, headers: stack, limits: small)) == "overLimit")
        #expect(
            kind(ContentDecoder.decode(zeros, in: 0..<zeros.count, headers: HTTPHeaders([]), limits: small))
                == "overLimit")
        var decoder = ContentDecoder(headers: headers, limits: small)
        #expect(throws: ContentDecodingError.self) { try decoder.append(bomb) }
        #expect(decoder.decodedCount <= 1_000_000)
        #expect(kind(decoder.finish()) == "overLimit")
    }

    @Test("A body whose chunks were already joined, as libcurl does, is not looked at for chunks")
    func transferDecoded() throws {
        let body = Array("3\r\nabc\r\n".utf8)
        var decoder = ContentDecoder(headers: HTTPHeaders([Self.te]), isTransferDecoded: true)
        try decoder.append(body)
        #expect(decoder.finish().bytes == body)
    }

    @Test("Millions of empty members neither overflow the stack nor make output")
    func emptyMembers() {
        let member = Fixture.storedMember([])
        let body = Array(repeatElement(member, count: 20_000).joined())
        let content = ContentDecoder.decode(body, in: 0..<body.count, headers: HTTPHeaders([Self.ce("gzip")]))
        #expect(content.outcome == .decoded && content.bytes.isEmpty)
    }

    @Test("Random changes never crash the decoder or escape its limit", .timeLimit(.minutes(10)))
    func fuzz() {
        var random = SplitMix(state: 7)
        for given in Self.cases {
            for _ in 0..<100 {
                let body = random.mutate(given.body)
                let limits = ContentDecoder.Limits(maxBytes: 10_000)
                let content = ContentDecoder.decode(
                    body, in: 0..<body.count, headers: HTTPHeaders(given.headers), limits: limits)
                #expect(content.bytes.count <= 10_000)
            }
        }
    }

    @Test("204 and 304 have no body, so their Content-Length proves nothing missing")
    func bodiless() throws {
        let block = Array("HTTP/1.1 304 Not Modified\r\nContent-Length: 500\r\n\r\n".utf8)
        #expect(try HTTPResponseMessage(block).decodedBody(of: block).outcome == .decoded)
        let cut = Array("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nx".utf8)
        #expect(kind(try HTTPResponseMessage(cut).decodedBody(of: cut)) == "truncated")
    }
}

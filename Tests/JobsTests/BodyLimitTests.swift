import Provenance
import Shards
import Testing

@testable import Jobs

@Suite("limits.body_bytes: what a fetcher would not have taken is no document")
struct BodyLimitTests {
    private static let html = "<html><body>" + Record.prose("limits")

    private func states(_ record: Record, _ limit: Int) throws -> (Capture.BodyState?, Verdict?, String) {
        let bench = try Workbench()
        let path = try bench.archive("a.warc.gz", Record.silentSite("a.example") + [record])
        try bench.filter([path], out: "o", more: "limits: {body_bytes: \(limit)}")
        let row = try #require(try bench.rows("o").first)
        return (row.considered.capture?.bodyState, row.verdict, row.trouble)
    }

    private static func chunked() -> Record {
        let bytes = Array(html.utf8)
        let chunks = stride(from: 0, to: bytes.count, by: 100).flatMap { start -> [UInt8] in
            let piece = bytes[start..<min(start + 100, bytes.count)]
            return Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + [0x0D, 0x0A]
        }
        var record = Record.page("http://a.example/", "", headers: ["Transfer-Encoding: chunked"])
        record.body = chunks + Array("0\r\n\r\n".utf8)
        return record
    }

    private static func gzipped() throws -> Record {
        var record = Record.page("http://a.example/", "", headers: ["Content-Encoding: gzip"])
        record.body = try ZlibMember.pack(Array(html.utf8))
        return record
    }

    @Test("counted without the chunks and before the content coding, to the byte; site files have limits of their own")
    func counts() throws {
        let plain = Record.page("http://a.example/", Self.html)
        let cases = try [
            (plain, Self.html.utf8.count), (Self.chunked(), Self.html.utf8.count),
            (Self.gzipped(), ZlibMember.pack(Array(Self.html.utf8)).count),
        ]
        for (record, size) in cases {
            let fits = try states(record, size)
            #expect(fits.0 == .whole)
            #expect(fits.1?.admits == true)
            let over = try states(record, size - 1)
            #expect(over.0 == .overLimit)
            #expect(over.1?.admits == false)
            #expect(over.2.contains("bytes as transferred"))
        }
        #expect(try states(plain, 10).0 == .overLimit)
    }

    @Test("a limit of no byte at all is refused", arguments: ["body_bytes", "decoded_bytes", "record_bytes"])
    func nothing(_ key: String) throws {
        let bench = try Workbench()
        #expect { try bench.config("limits: {\(key): 0}") } throws: {
            "\($0)".contains("config.yaml:14: limits.\(key)")
        }
    }
}

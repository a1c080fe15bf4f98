import Archive
import Canonical
import Provenance
import Rights
import Shards
import Testing

@testable import Jobs

@Suite("refusals before and behind a response, bodies that are not what their header says, site files seen again")
struct LateRefusalTests {
    private static let url = "http://a.example/p"

    private func verdicts(_ records: [Record]) throws -> [Bool] {
        let bench = try Workbench()
        try bench.archive("a.warc.gz", records)
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        return try bench.rows("out").map(\.verdict.admits)
    }

    private static func chunked(_ trailers: String, _ headers: [String] = []) -> Record {
        let text = Record.prose("harbours")
        var record = Record.page(url, "", headers: headers + ["Transfer-Encoding: chunked"])
        record.body = Array((String(text.utf8.count, radix: 16) + "\r\n" + text + "\r\n0\r\n" + trailers + "\r\n").utf8)
        return record
    }

    @Test(
        "a trailer that refuses counts as a header would, one that permits does not",
        arguments: [
            ("", [], true), ("X-Checksum: 1\r\n", [], true), ("tdm-reservation: 1\r\n", [], false),
            ("X-Robots-Tag: noai\r\n", [], false), ("Content-Usage: train-ai=n\r\n", [], false),
            ("tdm-reservation: 0\r\n", ["tdm-reservation: 1"], false),
            ("Content-Usage: train-ai=y\r\n", ["Content-Usage: train-ai=n"], false),
            ("Content-Usage: ((\r\n", ["Content-Usage: train-ai=n"], false),
        ] as [(String, [String], Bool)])
    func trailers(_ trailers: String, _ headers: [String], _ admits: Bool) throws {
        #expect(try verdicts(Record.silentSite("a.example") + [Self.chunked(trailers, headers)]) == [admits])
    }

    @Test("fields of an interim response (103) are kept apart, and those that refuse count")
    func interim() throws {
        let head = "HTTP/1.1 103 Early Hints\r\ntdm-reservation: 1\r\nLink: </a>\r\n\r\n"
        let block = Array((head + "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x").utf8)
        let message = try HTTPResponseMessage(block)
        #expect(message.status == 200)
        #expect(message.headers.count == 1 && message.interim.count == 2)
        #expect(Array(block[message.bodyRange]) == Array("<p>x".utf8))
        #expect(LateFields.refusing(message.interim).map(\.value) == ["1"])
        #expect(try HTTPResponseMessage(Array(head.utf8)).status == 103)
    }

    @Test(
        "a field of a crawl's own archive tells what came late",
        arguments: [("tdm-reservation: 1", false), ("tdm-reservation: 0", true)])
    func own(_ field: String, _ admits: Bool) throws {
        var page = Record.page(Self.url, Record.prose("harbours"))
        page.extra = ["Muniment-Late-Field: " + field]
        #expect(try verdicts(Record.silentSite("a.example") + [page]) == [admits])
    }

    private static func coded(_ body: [UInt8]) -> Record {
        var record = Record.page(url, "", headers: ["Content-Encoding: gzip"])
        record.body = body
        return record
    }

    @Test("a body that does not bear its coding, or goes on behind it, is no document")
    func coding() throws {
        let text = Array(Record.prose("harbours").utf8)
        let packed = try ZlibMember.pack(text)
        for (body, admits) in [
            (packed, true), (text, false), ([], false), (packed + Array("<meta name=robots content=noai>".utf8), false),
        ] {
            let bench = try Workbench()
            try bench.archive("a.warc.gz", Record.silentSite("a.example") + [Self.coded(body)])
            try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
            let rows = try bench.rows("out")
            #expect(rows.map(\.verdict.admits) == [admits])
            #expect(admits || rows[0].trouble.contains("cod"))
        }
    }

    @Test(
        "a site file that is cut in its chunks, or goes on behind its coding, is not the whole file",
        arguments: ["", "1", "1a", "e\r\nUser-agent: *\n\r\n0\r\n\r\n1c\r\nUser-agent: *\nDisallow: /\n\r\n0\r\n\r\n"])
    func chunkedSiteFile(_ body: String) throws {
        let page = Record.page(Self.url, Record.prose("harbours"))
        var robots = Record.file("http://a.example/robots.txt", body)
        robots.headers.append("Transfer-Encoding: chunked")
        #expect(try verdicts([robots, page] + Record.absentFiles("a.example")) == [false])
    }

    @Test("a site file under another spelling of its path is the same file")
    func escapedPath() throws {
        let page = Record.page(Self.url, Record.prose("harbours"))
        for path in ["robots%2etxt", "%72obots.txt"] {
            let strict = Record.file("http://a.example/" + path, "User-agent: *\nDisallow: /\n")
            #expect(try verdicts([page, strict] + Record.absentFiles("a.example")) == [false])
        }
    }

    @Test("the second place of trust.txt must have been looked at where the first has none")
    func secondTrustFile() throws {
        let page = Record.page(Self.url, Record.prose("harbours"))
        let site = Record.silentSite("a.example")
        #expect(try verdicts(site + [page]) == [true])
        let first = site.filter { !$0.url.hasSuffix("/.well-known/trust.txt") }
        #expect(try verdicts(first + [page]) == [false])
        let found = first.filter { !$0.url.hasSuffix("/trust.txt") }
        let file = Record.file("http://a.example/trust.txt", "member=https://b.example/\n")
        #expect(try verdicts(found + [file, page]) == [true])
    }

    private static func seenAgain(_ type: String) -> Record {
        var record = Record.file("http://a.example/robots.txt", "")
        record.id = "urn:uuid:6f9619ff-8b86-d011-b42d-00c04fc964ff"
        record.extra = ["X-Note: other"]
        record.type = type
        return record
    }

    @Test(
        "a resource or revisit record of a site file may stand for a stricter one", arguments: ["resource", "revisit"])
    func seenAgain(_ type: String) throws {
        let page = Record.page(Self.url, Record.prose("harbours"))
        #expect(try verdicts(Record.silentSite("a.example") + [page, Self.seenAgain(type)]) == [false])
        #expect(try verdicts(Record.silentSite("a.example") + [page, Self.seenAgain("metadata")]) == [true])
    }

    @Test("a site file dated into the future is no later one that could be passed over")
    func future() throws {
        let page = Record.page(Self.url, Record.prose("harbours"))
        var strict = Record.file("http://a.example/robots.txt", "User-agent: *\nDisallow: /\n")
        strict.id = "urn:uuid:6f9619ff-8b86-d011-b42d-00c04fc964fe"
        strict.date = Timestamp(rfc3339: "2096-01-01T00:00:00Z")
        #expect(try verdicts(Record.silentSite("a.example") + [strict, page]) == [false])
        var trust = Record.file("http://a.example/trust.txt", "datatrainingallowed=no\n")
        trust.date = strict.date
        trust.id = strict.id
        #expect(try verdicts(Record.silentSite("a.example") + [trust, page]) == [false])
    }
}

import Testing
import WebAddress

@testable import Transfer

@Suite("Taking a response", .timeLimit(.minutes(10)))
struct ResponseTests {
    @Test("A response is handed over as it stood on the wire, head and body")
    func exactBytes() async throws {
        let head =
            "HTTP/1.1 200 Fine\r\nContent-Type: text/html\r\nX-Robots-Tag: noai\r\nx-robots-tag:  otherbot: noindex \r\n"
        let server = LoopbackServer(["/a?b=1": [.send(head + "Content-Length: 5\r\n\r\nhello")]])
        defer { server.stop() }
        let response = try await fetch(server.url("/a?b=1"), headers: [HeaderField("If-None-Match", "\"v1\"")])
        #expect(response.ending == .whole)
        #expect(response.status == 200)
        #expect(response.body == Array("hello".utf8))
        #expect(response.bytesSeen == 5)
        #expect(response.head.bytes == Array((head + "Content-Length: 5\r\n\r\n").utf8))
        #expect(response.head.values("X-Robots-Tag") == ["noai", "otherbot: noindex"])
        #expect(response.address == "127.0.0.1")
        #expect(response.warcTruncated == nil)
        #expect(String(decoding: response.requestHead, as: UTF8.self) == server.requests.first)
    }

    @Test("Every request names the crawler, its page and its mailbox (RFC 9110, 10.1.2 and 10.1.5)")
    func identity() async throws {
        let server = LoopbackServer([:])
        defer { server.stop() }
        _ = try await fetch(server.url("/"))
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n"))
        #expect(
            request.contains("User-Agent: TestBot/1.0 (+https://operator.example/bot; mailto:bot@operator.example)\r\n")
        )
        #expect(request.contains("From: bot@operator.example\r\n"))
        #expect(request.contains("Accept-Encoding: gzip, deflate, br\r\n"))
        #expect(!request.lowercased().contains("cookie"))
    }

    @Test("Content coding is left as it is, chunks are joined, trailers stay apart")
    func codings() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\nTrailer: X-End\r\n\r\n"
        let server = LoopbackServer(["/": [.send(head + "3\r\nabc\r\n4\r\ndefg\r\n0\r\nX-End: yes\r\n\r\n")]])
        defer { server.stop() }
        let response = try await fetch(server.url("/"))
        #expect(response.ending == .whole)
        #expect(response.body == Array("abcdefg".utf8))
        #expect(response.head.bytes == Array(head.utf8))
        #expect(response.head.first("x-end") == nil)
        #expect(response.trailers == [HeaderField("X-End", "yes")])
    }

    @Test("A redirect is an answer, not followed")
    func redirect() async throws {
        let server = LoopbackServer([
            "/from": [.send("HTTP/1.1 302 Found\r\nLocation: /to\r\nContent-Length: 0\r\n\r\n")],
            "/to": [.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")],
        ])
        defer { server.stop() }
        let response = try await fetch(server.url("/from"))
        #expect(response.status == 302)
        #expect(response.head.first("location") == "/to")
        #expect(server.requests.count == 1)
    }

    @Test("Interim responses are passed over (RFC 9110, 15.2)")
    func interim() async throws {
        let interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>; rel=license\r\n\r\n"
        let final = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"
        let server = LoopbackServer(["/": [.send(interim + final + "ok")]])
        defer { server.stop() }
        let response = try await fetch(server.url("/"))
        #expect(response.status == 200)
        #expect(response.head.bytes == Array(final.utf8))
        #expect(response.head.first("link") == nil)
    }

    @Test("Without a length the body ends with the connection (RFC 9112, 6.3)")
    func closeDelimited() async throws {
        let server = LoopbackServer([
            "/": [.send("HTTP/1.0 200 OK\r\n\r\npart one, "), .pause(20), .send("part two"), .close]
        ])
        defer { server.stop() }
        let response = try await fetch(server.url("/"))
        #expect(response.ending == .whole)
        #expect(response.head.version == "HTTP/1.0")
        #expect(response.body == Array("part one, part two".utf8))
    }

    @Test("A refused head takes no byte of the body")
    func refusal() async throws {
        let body = [UInt8](repeating: 0x61, count: 65_536)
        let server = LoopbackServer([
            "/": [.send("HTTP/1.1 200 OK\r\nX-Robots-Tag: noai\r\n\r\n"), .flood(body, times: 200), .close]
        ])
        defer { server.stop() }
        let response = try await fetch(server.url("/")) { head in
            head.first("x-robots-tag") == "noai" ? .refuse(reason: "noai") : .take()
        }
        #expect(response.ending == .refused(reason: "noai"))
        #expect(response.body.isEmpty)
        #expect(response.bytesSeen == 0)
        #expect(response.warcTruncated == "unspecified")
    }

    @Test("A kept connection serves the next request")
    func reuse() async throws {
        let server = LoopbackServer([:])
        defer { server.stop() }
        let fetcher = try Fetcher(testSettings())
        defer { fetcher.close() }
        for number in 0..<3 {
            let response = try await fetcher.fetch(FetchRequest(url: try CanonicalURL(server.url("/\(number)")))) { _ in
                .take()
            }
            #expect(response.openedConnection == (number == 0))
        }
        #expect(server.connections == 1)
    }

    @Test("A line that is no field is counted, a fold is joined, bytes beyond UTF-8 are read as ISO 8859-1")
    func oddHeads() async throws {
        let head = Array("HTTP/1.1 200 OK\r\nX-Robots-Tag: noindex,\r\n  noai\r\nno token: here\r\nX-Name: ".utf8)
        let server = LoopbackServer(["/": [.bytes(head + [0xE9]), .send("\r\nContent-Length: 0\r\n\r\n")]])
        defer { server.stop() }
        let response = try await fetch(server.url("/"))
        #expect(response.head.first("x-robots-tag") == "noindex, noai")
        #expect(response.head.unreadableLines == 1)
        #expect(response.head.first("x-name") == "é")
    }
}

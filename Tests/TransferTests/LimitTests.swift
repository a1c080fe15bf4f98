import Testing
import WebAddress

@testable import Transfer

@Suite("Limits of a transfer", .timeLimit(.minutes(10)))
struct LimitTests {
    /// Counts as if each byte received decoded to a thousand.
    struct Bomb: BodyMeter {
        var decoded = 0
        let limit: Int

        mutating func append(_ bytes: UnsafeRawBufferPointer) -> BodyReading {
            decoded += bytes.count * 1000
            return decoded <= limit ? .fits : .overLimit
        }
    }

    struct Strict: BodyMeter {
        mutating func append(_ bytes: UnsafeRawBufferPointer) -> BodyReading {
            bytes.contains(0xFF) ? .undecodable("byte 0xFF") : .fits
        }
    }

    private func flooding(_ times: Int = 100) -> LoopbackServer {
        let block = [UInt8](repeating: 0x61, count: 10_000)
        return LoopbackServer(["/": [.send("HTTP/1.1 200 OK\r\n\r\n"), .flood(block, times: times), .close]])
    }

    @Test("A body over the limit is cut exactly there")
    func bodyLimit() async throws {
        let server = flooding()
        defer { server.stop() }
        let response = try await fetch(server.url("/"), settings: testSettings { $0.bodyLimit = 12_345 })
        #expect(response.ending == .overLimit)
        #expect(response.body.count == 12_345)
        #expect(response.bytesSeen > 12_345)
        #expect(response.warcTruncated == "length")
    }

    @Test("A body of exactly the limit is whole")
    func bodyAtLimit() async throws {
        let server = flooding(1)
        defer { server.stop() }
        let response = try await fetch(server.url("/")) { _ in .take(limit: 10_000) }
        #expect(response.ending == .whole)
        #expect(response.body.count == 10_000)
    }

    @Test("Decoded bytes are capped while they come in, so a bomb ends early")
    func bomb() async throws {
        let server = flooding(1000)
        defer { server.stop() }
        let response = try await fetch(server.url("/")) { _ in .take(meter: Bomb(limit: 30_000_000)) }
        #expect(response.ending == .decodedOverLimit)
        #expect(response.bytesSeen < 1_000_000)
    }

    @Test("An undecodable body ends the transfer")
    func undecodable() async throws {
        let server = LoopbackServer([
            "/": [.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"), .bytes([1, 2, 0xFF]), .pause(300)]
        ])
        defer { server.stop() }
        let response = try await fetch(server.url("/")) { _ in .take(meter: Strict()) }
        #expect(response.ending == .undecodable("byte 0xFF"))
        #expect(response.body == [1, 2, 0xFF])
    }

    struct Head: CustomTestStringConvertible {
        let testDescription: String
        let fields: String
    }

    @Test(
        "A head over its limits is no response",
        arguments: [
            Head(testDescription: "many fields", fields: String(repeating: "X-A: b\r\n", count: 300)),
            Head(testDescription: "one long field", fields: "X-A: " + String(repeating: "b", count: 70_000) + "\r\n"),
            Head(
                testDescription: "a line over libcurl's own limit",
                fields: "X-A: " + String(repeating: "b", count: 200_000) + "\r\n"),
            Head(
                testDescription: "interim responses without end",
                fields: "\r\n" + String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 300)),
        ])
    func headLimits(_ head: Head) async throws {
        let status = head.fields.hasPrefix("\r\n") ? "HTTP/1.1 100 Continue\r\n" : "HTTP/1.1 200 OK\r\n"
        let server = LoopbackServer(["/": [.send(status + head.fields + "\r\n"), .close]])
        defer { server.stop() }
        #expect(try await failure(server.url("/")) == .headTooLarge)
    }

    @Test("A body that stops short of its length is a disconnection")
    func truncated() async throws {
        let server = LoopbackServer(["/": [.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"), .close]])
        defer { server.stop() }
        let response = try await fetch(server.url("/"))
        guard case .disconnected = response.ending else {
            Issue.record("\(response.ending)")
            return
        }
        #expect(response.body == Array("only this".utf8))
        #expect(response.warcTruncated == "disconnect")
    }

    @Test(
        "Broken chunks are never a whole body",
        arguments: ["5\r\nabc", "zz\r\nabc\r\n0\r\n\r\n", "3\r\nabc\r\n", "ffffffffffffffffffff\r\nabc"])
    func brokenChunks(_ body: String) async throws {
        let server = LoopbackServer([
            "/": [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body), .close]
        ])
        defer { server.stop() }
        let response = try await fetch(server.url("/"))
        #expect(response.ending != .whole)
    }

    @Test("A slow body ends with what had come")
    func slowBody() async throws {
        let server = LoopbackServer([
            "/": [.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nsome"), .pause(3000), .close]
        ])
        defer { server.stop() }
        let response = try await fetch(server.url("/"), settings: testSettings { $0.totalTimeout = 300 })
        #expect(response.ending == .timedOut)
        #expect(response.body == Array("some".utf8))
        #expect(response.warcTruncated == "time")
    }

    @Test("A trickle below the least speed is ended")
    func lowSpeed() async throws {
        let trickle = [LoopbackServer.Step](repeating: .send("x"), count: 60).flatMap { [$0, .pause(100)] }
        let server = LoopbackServer(["/": [.send("HTTP/1.1 200 OK\r\n\r\n")] + trickle])
        defer { server.stop() }
        let settings = try testSettings { ($0.lowSpeedTime, $0.lowSpeedBytes, $0.totalTimeout) = (1000, 100, 20_000) }
        let response = try await fetch(server.url("/"), settings: settings)
        #expect(response.ending == .timedOut)
        #expect(response.elapsed < 5_000)
    }
}

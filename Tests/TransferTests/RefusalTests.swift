import Testing
import WebAddress

@testable import Transfer

@Suite("What the fetcher will not do", .timeLimit(.minutes(10)))
struct RefusalTests {
    @Test("An address that is not publicly routable is refused at connect time")
    func loopbackRefused() async throws {
        let server = LoopbackServer([:])
        defer { server.stop() }
        #expect(
            try await failure(server.url("/"), settings: testSettings { $0.allowAddresses = [] }) == .addressRefused)
        #expect(server.connections == 0)
    }

    @Test("A name that leads to loopback is refused after the name servers answered")
    func nameRefused() async throws {
        let server = LoopbackServer([:])
        defer { server.stop() }
        let settings = try testSettings { $0.allowAddresses = [] }
        #expect(try await failure("http://localhost:\(server.port)/", settings: settings) == .addressRefused)
        #expect(server.connections == 0)
    }

    @Test("A connect override is guarded like any address")
    func overrideRefused() async throws {
        let server = LoopbackServer([:])
        defer { server.stop() }
        let settings = try testSettings { settings in
            settings.allowAddresses = []
            settings.connectTo = ["site.example": "127.0.0.1:\(server.port)"]
        }
        #expect(try await failure("http://site.example/", settings: settings) == .addressRefused)
    }

    @Test("A connect override leads a host elsewhere, and keeps its name in the request")
    func override() async throws {
        let server = LoopbackServer(["/p": [.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")]])
        defer { server.stop() }
        let settings = try testSettings { $0.connectTo = ["site.example": "127.0.0.1:\(server.port)"] }
        let response = try await fetch("http://site.example/p", settings: settings)
        #expect(response.status == 200)
        #expect(server.requests.first?.contains("Host: site.example\r\n") == true)
    }

    @Test(
        "Every form of a private address is refused",
        arguments: [
            "http://[::1]:9/", "http://[::ffff:127.0.0.1]:9/", "http://10.0.0.1/", "http://169.254.169.254/",
            "http://0x7f.1/", "http://2130706433/", "http://[fe80::1]/", "http://0.0.0.0/",
        ])
    func privateForms(_ url: String) async throws {
        #expect(try await failure(url, settings: testSettings { $0.allowAddresses = [] }) == .addressRefused)
    }

    @Test(
        "A request cannot bring an identity, a credential or a broken line",
        arguments: [
            HeaderField("User-Agent", "Mozilla/5.0"), HeaderField("Cookie", "a=b"),
            HeaderField("authorization", "Bearer x"),
            HeaderField("X-A", "b\r\nX-B: c"), HeaderField("X A", "b"), HeaderField("X-Empty", ""),
        ])
    func forbiddenHeaders(_ field: HeaderField) async throws {
        #expect(try await failure("http://site.example/", headers: [field]) == .forbiddenHeader)
    }

    struct Reply: CustomTestStringConvertible {
        let testDescription: String
        let steps: [LoopbackServer.Step]
        let code: TransferError.Code
    }

    @Test(
        "What is no HTTP response has a name for its fault",
        arguments: [
            Reply(testDescription: "HTTP/0.9", steps: [.send("<html>hello</html>"), .close], code: .malformed),
            Reply(testDescription: "nothing", steps: [.close], code: .disconnected),
            Reply(
                testDescription: "half a head", steps: [.send("HTTP/1.1 200 OK\r\nX-A: b"), .close], code: .disconnected
            ),
            Reply(
                testDescription: "NUL in a field",
                steps: [.bytes(Array("HTTP/1.1 200 OK\r\nX-A: b\0c\r\n\r\n".utf8)), .close], code: .malformed),
            Reply(
                testDescription: "a length that is no number",
                steps: [.send("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"), .close], code: .malformed),
            Reply(
                testDescription: "status 999", steps: [.send("HTTP/1.1 999 No\r\nContent-Length: 0\r\n\r\n"), .close],
                code: .malformed),
            Reply(
                testDescription: "a line without a colon",
                steps: [.send("HTTP/1.1 200 OK\r\nno colon\r\n\r\n"), .close], code: .malformed),
            Reply(testDescription: "silence", steps: [.pause(2000), .close], code: .timeout),
        ])
    func faults(_ reply: Reply) async throws {
        let server = LoopbackServer(["/": reply.steps])
        defer { server.stop() }
        #expect(
            try await failure(
                server.url("/"), settings: testSettings { $0.totalTimeout = reply.code == .timeout ? 400 : 20_000 })
                == reply.code)
    }

    @Test("A port where nobody listens, and a name that does not exist")
    func noServer() async throws {
        #expect(try await failure("http://127.0.0.1:1/") == .connect)
        #expect(try await failure("http://no-such-host.invalid/") == .dns)
    }

    @Test("A server that answers TLS with something else is a TLS fault")
    func notTLS() async throws {
        let listener = TLSServer.plain()
        defer { listener.stop() }
        #expect(try await failure("https://127.0.0.1:\(listener.port)/") == .tls)
    }

    @Test(
        "A certificate nobody vouches for is refused; the authority named in the settings vouches",
        .enabled(if: TLSServer.isPossible))
    func certificate() async throws {
        let server = try TLSServer()
        defer { server.stop() }
        let url = "https://site.example:\(server.port)/"
        let connectTo = ["site.example": "127.0.0.1:\(server.port)", "other.example": "127.0.0.1:\(server.port)"]
        #expect(try await failure(url, settings: testSettings { $0.connectTo = connectTo }) == .tls)
        let trusting = try testSettings { ($0.connectTo, $0.authorities) = (connectTo, server.certificate) }
        #expect(try await fetch(url, settings: trusting).status == 200)
        #expect(try await failure("https://other.example:\(server.port)/", settings: trusting) == .tls)
    }

    @Test("Cancelling ends the wait at once")
    func cancellation() async throws {
        let server = LoopbackServer(["/": [.pause(30_000), .close]])
        defer { server.stop() }
        let url = server.url("/")
        let task = Task { try await failure(url) }
        try await Task.sleep(for: .milliseconds(100))
        let clock = ContinuousClock()
        let start = clock.now
        task.cancel()
        #expect(try await task.value == .cancelled)
        #expect(clock.now - start < .seconds(10))
    }

    @Test("A task cancelled before it starts fetches nothing")
    func cancelledBefore() async throws {
        let server = LoopbackServer(["/": [.pause(30_000), .close]])
        defer { server.stop() }
        let url = server.url("/")
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await failure(url)
        }
        #expect(try await task.value == .cancelled)
    }

    @Test("Closing resumes everyone who waits, and later fetches are told")
    func closing() async throws {
        let server = LoopbackServer(["/": [.pause(30_000), .close]])
        defer { server.stop() }
        let fetcher = try Fetcher(testSettings())
        let request = FetchRequest(url: try CanonicalURL(server.url("/")))
        async let waiting = Self.code(fetcher, request)
        try await Task.sleep(for: .milliseconds(100))
        fetcher.close()
        #expect(await waiting == .closed)
        #expect(await Self.code(fetcher, request) == .closed)
    }

    private static func code(_ fetcher: Fetcher, _ request: FetchRequest) async -> TransferError.Code? {
        do throws(TransferError) {
            _ = try await fetcher.fetch(request) { _ in .take() }
            return nil
        } catch {
            return error.code
        }
    }

    @Test(
        "An identity without its parts is refused",
        arguments: [
            ("Bot 2", "1", "https://o.example/", "b@o.example"), ("Bot", "", "https://o.example/", "b@o.example"),
            ("Bot", "1", "o.example", "b@o.example"), ("Bot", "1", "https://o.example/", "nobody"),
            ("Bot", "1", "https://o.example/)\r\nX: y", "b@o.example"), ("", "1", "https://o.example/", "b@o.example"),
        ])
    func identities(_ parts: (String, String, String, String)) {
        #expect(throws: TransferError.self) {
            try Identity(product: parts.0, version: parts.1, page: parts.2, mailbox: parts.3)
        }
    }
}

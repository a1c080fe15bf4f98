import Canonical
import Foundation
import Ledger
import Provenance
import Registry
import Testing

@testable import Jobs

@Suite("Nonces looked for where objectors put them: real servers, over TLS and UDP", .serialized)
struct StandingLookTests {
    private static let host = "site.example"
    private static let at = Timestamp(rfc3339: "2026-11-23T12:00:00Z")!

    /// A registry with one objection, and the nonce given out for it.
    private struct Bench {
        let store: RegistryStore
        let nonce: StandingChallenge

        init(_ kind: String, _ value: String) throws {
            let path = NSTemporaryDirectory() + "look-" + UUID().uuidString + ".db"
            let key = try SigningKey(name: "example.org/registry", seed: Array(0..<32))
            store = try RegistryStore.create(path, origin: "example.org/registry", at: StandingLookTests.at)
            let filing = ObjectionFiling(
                objector: Objector(name: "Ann", kind: .author, contact: "ann@site.example"),
                scopes: [.init(kind: kind, value: value)], evidence: [], goodFaith: true, authority: true,
                channel: "test")
            let receipt = try store.file(
                filing, publicSuffixList: Workbench.suffixes, key: key, at: StandingLookTests.at
            ).get()
            nonce = try store.challenge(
                receipt.objection, publicSuffixList: Workbench.suffixes, at: StandingLookTests.at)[0]
        }

        func redeem(_ found: String, _ method: ProofMethod) throws -> Result<ObjectionLife, FilingRefusal> {
            try store.redeem(
                nonce.objection, host: nonce.host, found: found, by: method, publicSuffixList: Workbench.suffixes,
                at: StandingLookTests.at)
        }
    }

    private func look(_ more: String) throws -> StandingLook {
        let text = """
            operator: {product: TestBot, version: "1", contact: "https://operator.example/bot", email: bot@operator.example}
            profile: {}
            packs: {directory: packs, active: [eu]}
            \(more)
            """
        return try StandingLook(try RunConfig(ConfigNode.read(text, file: "look.yaml")))
    }

    private func look(_ site: TLSSite) throws -> StandingLook {
        try look(
            """
            crawl:
              connect_to: {\(Self.host): "127.0.0.1:\(site.port)"}
              allow_addresses: ["127.0.0.0/8"]
              certificate_authorities: \(site.certificate)
            """)
    }

    @Test("A line of the well-known file", .enabled(if: TLSSite.isPossible))
    func wellKnown() async throws {
        let bench = try Bench("domain", "www.site.example")
        #expect(bench.nonce.host == Self.host)
        let site = try TLSSite(
            host: Self.host,
            files: [".well-known/muniment-objection.txt": "hello\n\(bench.nonce.text)\n"])
        defer { site.stop() }
        let look = try look(site)
        defer { look.close() }
        let found = try await look.find(.wellKnown, at: Self.host)
        #expect(try bench.redeem(found, .wellKnown).get().state == .effective)
        guard case .failure(let refusal) = try bench.redeem(found, .wellKnown) else {
            Issue.record("a nonce was taken twice")
            return
        }
        #expect(refusal.code == .usedNonce)
    }

    @Test("A redirect to another host proves nothing of this one", .enabled(if: TLSSite.isPossible))
    func redirected() async throws {
        let answer = "HTTP/1.1 302 X\r\nLocation: https://other.example/x\r\nContent-Length: 0\r\n\r\n"
        let site = try TLSSite(
            host: Self.host, files: [".well-known/muniment-objection.txt": answer], isWhole: true)
        defer { site.stop() }
        let look = try look(site)
        defer { look.close() }
        let error = await #expect(throws: JobError.self) { try await look.find(.wellKnown, at: Self.host) }
        #expect(error?.message.contains("the answer must be on site.example itself") == true)
    }

    @Test("A file that is not there is nothing found", .enabled(if: TLSSite.isPossible))
    func absent() async throws {
        let site = try TLSSite(
            host: Self.host,
            files: [".well-known/muniment-objection.txt": "HTTP/1.1 404 X\r\nContent-Length: 5\r\n\r\nnone."],
            isWhole: true)
        defer { site.stop() }
        let look = try look(site)
        defer { look.close() }
        #expect(try await look.find(.wellKnown, at: Self.host) == "")
    }

    @Test("A field of the response's head", .enabled(if: TLSSite.isPossible))
    func header() async throws {
        let bench = try Bench("host", Self.host)
        let body = "<p>hello"
        let site = try TLSSite(
            host: Self.host,
            answer: """
                HTTP/1.1 200 OK\r
                Content-Type: text/html\r
                AI-Objection-Proof: \(bench.nonce.text)\r
                Content-Length: \(body.utf8.count)\r
                Connection: close\r
                \r
                \(body)
                """)
        defer { site.stop() }
        let look = try look(site)
        defer { look.close() }
        let found = try await look.find(.header, at: Self.host)
        #expect(found == bench.nonce.text)
        #expect(try bench.redeem(found, .header).get().standing == .domain)
    }

    @Test("The page of an account", .enabled(if: TLSSite.isPossible))
    func account() async throws {
        let bench = try Bench("account", "https://site.example/u/ann")
        let site = try TLSSite(host: Self.host, files: ["u/ann": "<p>I write. \(bench.nonce.text)</p>"])
        defer { site.stop() }
        let look = try look(site)
        defer { look.close() }
        let found = try await look.find(.account, at: bench.nonce.host)
        #expect(try bench.redeem(found, .account).get().state == .effective)
    }

    @Test("A TXT record, in one string or several, beside others")
    func record() async throws {
        let bench = try Bench("domain", "site.example")
        let long = String(repeating: "x", count: 300)
        let server = NameServer(["_ai-objection.site.example": ["v=spf1 -all", "\(long) \(bench.nonce.text)"]])
        defer { server.stop() }
        let look = try look("registry: {resolver: \"127.0.0.1:\(server.port)\"}")
        defer { look.close() }
        let found = try await look.find(.dns, at: bench.nonce.host)
        #expect(found.contains(long))
        #expect(try bench.redeem(found, .dns).get().state == .effective)
        #expect(try await look.find(.dns, at: "nobody.example") == "")
    }

    @Test("A name server that is none is an error, and no proof and no refusal")
    func noServer() async throws {
        let server = SiteServer { _ in [] }
        server.stop()
        let look = try look("registry: {resolver: \"127.0.0.1:\(server.port)\"}")
        defer { look.close() }
        await #expect(throws: JobError.self) { try await look.find(.dns, at: "site.example") }
    }

    @Test(
        "What is no name server's address is refused",
        arguments: ["localhost", "127.0.0.1:0", "127.0.0.1:x", "1.2.3", "::1"])
    func settings(_ text: String) {
        #expect(throws: (any Error).self) { try look("registry: {resolver: \"\(text)\"}") }
    }
}

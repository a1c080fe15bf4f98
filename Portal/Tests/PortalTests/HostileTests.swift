import Canonical
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Registry
import Testing

@testable import Portal

@Suite("Hostile registrations by the interface for programs: each is refused with its code, and nothing else is lost")
struct HostileTests {
    private static let injected = "'; DROP TABLE event; --<script>alert(1)</script>"

    private static func form(
        _ kind: String, _ value: String, contact: String = "ann@bad.example", name: String = "Ann"
    ) -> String {
        let value = JSONValue.object([
            .init("authority", .bool(true)), .init("good_faith", .bool(true)),
            .init("objector", .object([.init("contact", .string(contact)), .init("name", .string(name))])),
            .init("scope", .array([.object([.init("kind", .string(kind)), .init("value", .string(value))])])),
        ])
        return String(decoding: value.canonicalBytes, as: UTF8.self)
    }

    /// A form, the status it is answered with, and the code.
    static let cases: [(form: String, status: Int, code: String)] = [
        (form("domain", "com"), 422, "bare_tld"), (form("domain", "192.0.2.7"), 422, "ip_address"),
        (form("host", "192.0.2.0/24"), 422, "ip_block"), (form("domain", "2001:db8::/32"), 422, "ip_block"),
        (form("host", "*.example.com"), 422, "wildcard"), (form("host", "раypal.com"), 422, "mixed_script"),
        (form("url", "https://xn--ypal-43d9g.com/"), 422, "mixed_script"),
        (form("url", "https://ann:pw@example.com/"), 422, "userinfo"),
        (form("url", "https://example.com/" + String(repeating: "a", count: 9000)), 422, "too_long"),
        (form("host", injected), 422, "unparseable"), (form(injected, "example.com"), 422, "bad_kind"),
        (form("host", "bad.example", contact: injected), 422, "bad_field"),
        (form("host", "bad.example", name: "\u{202E}nnA"), 422, "bad_field"),
        (String(repeating: "x", count: 10 << 20), 413, "too_long"),
        (String(repeating: "[", count: 60_000), 422, "unparseable"),
    ]

    @Test("Each", arguments: cases.indices)
    func refused(number: Int) async throws {
        let (form, status, code) = Self.cases[number]
        let bench = try PortalBench()
        try bench.file("host", "good.example", contact: "good@good.example")
        let server = PortalServer(try await bench.portal()).application()
        try await server.test(.live) { client in
            let browser = Browser(client)
            let answer = try await browser.send(
                "/api/v1/objections", .post,
                [.contentType: "application/json", .idempotencyKey: Token.make(16)], form)
            let json = try JSONReader.read(Array(answer.text.utf8))
            #expect(answer.status == status && json["code"]?.string == code, "\(answer.text.prefix(300))")
            // What was sent may be told back, in a type that no browser takes for a page.
            #expect(answer.fields[.contentType] == "application/problem+json")
            #expect(answer.fields[.xContentTypeOptions] == "nosniff")
        }
        #expect(try bench.store.lives(at: .now).count == 1)
        _ = try bench.store.check(key: bench.key.verifying)
        bench.close()
    }

    @Test("A flood of one contact is stopped, and nobody else")
    func flood() async throws {
        let bench = try PortalBench()
        let server = PortalServer(try await bench.portal()).application()
        try await server.test(.live) { client in
            let browser = Browser(client)
            func file(_ number: Int, _ contact: String) async throws -> (Int, String) {
                let answer = try await browser.send(
                    "/api/v1/objections", .post,
                    [.contentType: "application/json", .idempotencyKey: Token.make(16)],
                    Self.form("host", "h\(number).example", contact: contact, name: Self.injected))
                return (answer.status, try JSONReader.read(Array(answer.text.utf8))["code"]?.string ?? "")
            }
            for number in 0..<20 {
                let taken = try await file(number, "f+\(number)@bad.example")
                #expect(taken.0 == 201)
            }
            let refused = try await file(20, "F@bad.example")
            #expect(refused.0 == 429 && refused.1 == "rate_limited")
            let other = try await file(20, "other@bad.example")
            #expect(other.0 == 201)
        }
        bench.close()
    }
}

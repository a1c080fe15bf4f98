import Canonical
import Foundation
import FoundationXML
import Hummingbird
import HummingbirdTesting
import Ledger
import NIOCore
import Registry
import Testing

@testable import Portal

@Suite("The interface for programs")
struct APITests {
    private static let form = """
        {"authority":true,"good_faith":true,"objector":{"contact":"ann@verlag.example","kind":"author","name":"Ann"},\
        "scope":[{"kind":"host","value":"www.verlag.example"}]}
        """

    private func call(
        _ bench: PortalBench, _ body: @Sendable @escaping (Browser) async throws -> Void
    ) async throws {
        let server = PortalServer(try await bench.portal()).application()
        try await server.test(.live) { client in try await body(Browser(client)) }
        bench.close()
    }

    private func post(
        _ browser: Browser, _ path: String, _ body: String, _ fields: HTTPFields
    ) async throws -> (status: Int, json: JSONValue) {
        var all = fields
        if all[.contentType] == nil { all[.contentType] = "application/json" }
        let page = try await browser.send(path, .post, all, body)
        return (page.status, try JSONReader.read(Array(page.text.utf8)))
    }

    @Test("File, follow, prove, withdraw; sent again it is filed once")
    func whole() async throws {
        let bench = try PortalBench()
        try await call(bench) { browser in
            let key = Token.make(16)
            let filed = try await post(browser, "/api/v1/objections", Self.form, [.idempotencyKey: key])
            #expect(filed.status == 201)
            let again = try await post(browser, "/api/v1/objections", Self.form, [.idempotencyKey: key])
            #expect(again.json["token"] == filed.json["token"] && again.json["receipt"] == filed.json["receipt"])
            let other = try await post(
                browser, "/api/v1/objections", Self.form.replacing("Ann", with: "Bob"), [.idempotencyKey: key])
            #expect(other.status == 409 && other.json["code"]?.string == "duplicate")
            let link: HTTPFields = [.authorization: "Bearer \(filed.json["token"]?.string ?? "")"]
            let nonces = try await post(browser, "/api/v1/followed/nonces", #"{"purpose":"standing"}"#, link)
            #expect(nonces.status == 201)
            let nonce = try #require(nonces.json["nonces"]?.array?.first)
            let look = #"{"purpose":"standing","method":"dns"}"#
            #expect(try await post(browser, "/api/v1/followed/look", look, link).status == 422)
            bench.places.put(nonce["text"]?.string ?? "", at: "www.verlag.example")
            let proven = try await post(browser, "/api/v1/followed/look", look, link)
            #expect(proven.status == 200 && proven.json["status"]?["state"]?.string == "EFFECTIVE")
            let id = proven.json["status"]?["objection"]?.string ?? ""
            let open = try await browser.get("/api/v1/objections/\(id)")
            #expect(open.status == 200 && open.text.contains("host www.verlag.example"))
            let receipt = try await browser.get("/api/v1/followed/receipt", link)
            _ = try Receipt(Array(receipt.text.utf8), trusted: bench.key.verifying, file: "receipt")
        }
    }

    @Test("What is not as it must be is a problem document with a code")
    func refused() async throws {
        let bench = try PortalBench()
        try await call(bench) { browser in
            let key = Token.make(16)
            func refused(_ body: String, _ fields: HTTPFields, _ status: Int, _ code: String) async throws {
                let answer = try await post(browser, "/api/v1/objections", body, fields)
                #expect(answer.status == status && answer.json["code"]?.string == code, "\(answer.json)")
                #expect(answer.json["status"]?.integer == Int64(status))
            }
            try await refused(Self.form, [:], 400, "bad_request")
            try await refused(Self.form, [.idempotencyKey: "short"], 400, "bad_request")
            try await refused(Self.form, [.idempotencyKey: key, .contentType: "text/plain"], 415, "not_json")
            try await refused("{", [.idempotencyKey: key], 422, "unparseable")
            try await refused(#"{"a":1}"#, [.idempotencyKey: key], 422, "bad_field")
            try await refused(
                Self.form.replacing("\"good_faith\":true", with: "\"good_faith\":false"), [.idempotencyKey: key], 422,
                "no_statement")
            try await refused(
                Self.form.replacing("Ann", with: String(repeating: "x", count: 70_000)), [.idempotencyKey: key], 413,
                "too_long")
            for path in [
                "/api/v1/log/events?limit=0", "/api/v1/log/events?from=x", "/api/v1/lookup", "/api/v1/log?x=1",
            ] {
                #expect(try await browser.get(path).status == 400, "\(path)")
            }
            for fields: HTTPFields in [[:], [.authorization: "Bearer \(key)"], [.authorization: "Basic x"]] {
                #expect(try await browser.get("/api/v1/followed", fields).status == 401)
            }
            #expect(try bench.store.size() == 1)
        }
    }

    @Test("Notices, their signed documents and the feeds")
    func notices() async throws {
        let bench = try PortalBench()
        try bench.publish(["almanac.example"])
        try await call(bench) { browser in
            let list = try JSONReader.read(Array(try await browser.get("/api/v1/notices").text.utf8))
            #expect(list["notices"]?.array?.first?["versions"]?.array?.first?["state"]?.string == "WINDOW_OPEN")
            let document = try await browser.get("/notices/N-1/v1/notice.json")
            let signature = try JSONReader.read(
                Array(try await browser.get("/notices/N-1/v1/notice.json.sig").text.utf8))
            let bytes = try #require(signature["signature"]?.string.flatMap { Base64.decode($0) })
            #expect(NoticePages.isSigned(Array(document.text.utf8), bytes, by: bench.key.verifying))
            #expect(try await browser.get("/notices/N-2/v1/notice.json").status == 404)
            for path in ["/notices/feed.atom", "/log/feed.atom"] {
                let feed = try await browser.get(path)
                #expect(feed.fields[.contentType]?.hasPrefix("application/atom+xml") == true)
                let parser = XMLParser(data: Data(feed.text.utf8))
                #expect(parser.parse() && feed.text.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\">"), "\(path)")
            }
            for entry in ["/notices/N-1/v1/", "/notices"] {
                let lead = try await browser.get(entry, [.acceptLanguage: "es"])
                #expect(lead.status == 302 && lead.fields[.location]?.hasPrefix("/es/notices") == true)
            }
            let page = try await browser.get("/es/notices/N-1/v1")
            let digest = try JSONReader.read(Array(document.text.utf8))["content_hash"]?.string ?? "?"
            #expect(page.text.contains(digest), "a probe finds the notice by its digest")
            // A notice that comes later is seen at once.
            try bench.publish(["gazette.example"], id: "N-2")
            #expect(try await browser.get("/notices/N-2/v1/notice.json").status == 200)
        }
    }

    @Test("Filed by many at once, each once")
    func many() async throws {
        let bench = try PortalBench()
        let portal = try await bench.portal()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask {
                    let text = Self.form.replacing("ann@", with: "n\(number / 2)@").replacing(
                        "www.", with: "w\(number / 2).")
                    let filing = try ObjectionFiling.read(Array(text.utf8), channel: "test")
                    // Each form comes twice under one key.
                    _ = try await portal.filings.file(
                        filing, sent: "key-of-form-number-\(number / 2)-abcdefgh", form: Array(text.utf8))
                }
            }
            try await group.waitForAll()
        }
        #expect(try bench.store.lives(at: .now).count == 30)
        _ = try bench.store.check()
        bench.close()
    }
}

import Canonical
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Registry
import Testing

@testable import Portal

@Suite("A mailbox as proof, L1, on the pages and for programs")
struct MailTests {
    private func browse(_ bench: PortalBench, _ body: @Sendable @escaping (Browser) async throws -> Void) async throws {
        let server = PortalServer(try await bench.portal()).application()
        try await server.test(.live) { client in try await body(Browser(client)) }
        bench.close()
    }

    /// Files on the pages, and gives the last of them with the path of the link.
    private func file(
        _ browser: Browser, _ kind: String, _ value: String, contact: String, language: String = "en"
    ) async throws -> (page: Browser.Page, follow: String) {
        let first = try await browser.get("/\(language)/object")
        let page = try await browser.post(
            "/\(language)/object",
            [
                "form": first.hidden("form"), "key": first.hidden("key"), "step": "who", "kind": kind, "values": value,
                "act": "exclude_all", "name": "Ann", "contact": contact, "role": "author", "good_faith": "yes",
                "authority": "yes",
            ])
        #expect(page.status == 200, "\(page.text)")
        return (page, "/\(language)/follow/" + page.part(after: "/\(language)/follow/"))
    }

    @Test("A code goes to the contact, in the reader's language; given back it proves, once")
    func pages() async throws {
        let bench = try PortalBench()
        try await browse(bench) { browser in
            let (filed, follow) = try await file(
                browser, "prefix", "https://www.verlag.example/buch", contact: "ann@verlag.example", language: "ja")
            #expect(filed.text.contains("name=\"mailbox\"") && filed.text.contains("webmaster@verlag.example"))
            let sent = try await browser.post(
                follow + "/mail", ["form": filed.hidden("form"), "mailbox": "contact"])
            #expect(sent.status == 200 && sent.text.contains("role=\"status\""))
            let code = try #require(bench.mailboxes.code("ann@verlag.example"))
            #expect(bench.mailboxes.read("ann@verlag.example")[0].contains("異議"))
            #expect(!sent.text.contains(code) && !sent.text.contains("ann@verlag.example"))
            let seal = sent.hidden("form")
            let wrong = try await browser.post(
                follow + "/code", ["form": seal, "code": "muniment-mailbox=" + Token.make(24)])
            #expect(wrong.status == 422 && wrong.text.contains("role=\"alert\""))
            let proven = try await browser.post(follow + "/code", ["form": seal, "code": " \(code)\n"])
            #expect(proven.status == 200)
            let id = proven.between("<dd><code>", "</code>")
            #expect(try bench.store.life(id, at: .now)?.state == .effective)
            #expect(try bench.store.life(id, at: .now)?.standing == .mailbox)
            #expect(!proven.text.contains("name=\"mailbox\""), "it shows no more than it did")
            #expect(try await browser.post(follow + "/code", ["form": seal, "code": code]).status == 422)
            _ = try bench.store.check(key: bench.key.verifying)
        }
    }

    @Test("Whoever has a link writes to nobody else: the contact, and webmaster of the objection's own sites")
    func others() async throws {
        let bench = try PortalBench()
        try await browse(bench) { browser in
            let (filed, follow) = try await file(browser, "host", "www.verlag.example", contact: "ann@agency.example")
            func send(_ box: String) async throws -> Int {
                try await browser.post(follow + "/mail", ["form": filed.hidden("form"), "mailbox": box]).status
            }
            for box in [
                "", "bob@verlag.example", "webmaster@other.example", "webmaster@verlag.example\r\nBcc: x@y.example",
            ] {
                #expect(try await send(box) == 400, "\(box)")
            }
            #expect(try await send("contact") == 422, "it is of another domain")
            #expect(try await send("webmaster@verlag.example") == 200)
            for _ in 0..<4 { #expect(try await send("webmaster@verlag.example") == 200) }
            #expect(try await send("webmaster@verlag.example") == 429)
            #expect(bench.mailboxes.read("webmaster@verlag.example").count == 5)
            let code = try #require(bench.mailboxes.code("webmaster@verlag.example"))
            #expect(
                try await browser.post(follow + "/code", ["form": filed.hidden("form"), "code": code]).status == 200)
        }
    }

    @Test("For programs; a nonce of that purpose is given out to nobody")
    func programs() async throws {
        let bench = try PortalBench()
        try await browse(bench) { browser in
            func post(_ path: String, _ body: String, _ fields: HTTPFields) async throws -> (
                status: Int, json: JSONValue
            ) {
                var all = fields
                all[.contentType] = "application/json"
                let page = try await browser.send(path, .post, all, body)
                return (page.status, try JSONReader.read(Array(page.text.utf8)))
            }
            let form = """
                {"authority":true,"good_faith":true,"objector":{"contact":"ann@verlag.example","name":"Ann"},\
                "scope":[{"kind":"host","value":"www.verlag.example"}]}
                """
            let filed = try await post("/api/v1/objections", form, [.idempotencyKey: Token.make(16)])
            let link: HTTPFields = [.authorization: "Bearer \(filed.json["token"]?.string ?? "")"]
            for purpose in ["mailbox", "signature"] {
                let asked = try await post("/api/v1/followed/nonces", "{\"purpose\":\"\(purpose)\"}", link)
                #expect(asked.status == 400)
            }
            let sent = try await post("/api/v1/followed/mail", #"{"mailbox":"contact"}"#, link)
            #expect(sent.status == 202 && sent.json["mailbox"]?.string == "contact")
            let code = try #require(bench.mailboxes.code("ann@verlag.example"))
            #expect(try await post("/api/v1/followed/code", #"{"code":"x"}"#, link).status == 422)
            let proven = try await post("/api/v1/followed/code", "{\"code\":\"\(code)\"}", link)
            #expect(proven.status == 200 && proven.json["status"]?["standing"]?.string == "L1")
            #expect(try await post("/api/v1/followed/code", "{\"code\":\"\(code)\"}", [:]).status == 401)
        }
    }

    @Test("A registry without mail says so, and its pages have no such form")
    func noMail() async throws {
        let bench = try PortalBench()
        let portal = try await Portal(bench.settings, finder: bench.places)
        try await PortalServer(portal).application().test(.live) { client in
            let browser = Browser(client)
            let (filed, follow) = try await file(browser, "host", "www.verlag.example", contact: "ann@verlag.example")
            #expect(!filed.text.contains("name=\"mailbox\""))
            let sent = try await browser.post(follow + "/mail", ["form": filed.hidden("form"), "mailbox": "contact"])
            #expect(sent.status == 409)
        }
        bench.close()
    }

    @Test("An account is proven on its own page, whatever place is chosen")
    func account() async throws {
        let bench = try PortalBench()
        try await browse(bench) { browser in
            let (filed, follow) = try await file(
                browser, "account", "https://platform.example/u/ann", contact: "ann@verlag.example")
            #expect(filed.text.contains("https://platform.example/u/ann</code>"))
            #expect(!filed.text.contains("_ai-objection.platform.example"))
            bench.places.put(filed.between("<pre><code>", "</code>"), at: "platform.example/u/ann")
            let look = try await browser.post(
                follow + "/look",
                ["form": filed.hidden("form"), "purpose": "standing", "method": "well-known"])
            #expect(look.status == 200, "\(look.text)")
            let id = look.between("<dd><code>", "</code>")
            #expect(try bench.store.life(id, at: .now)?.state == .effective)
        }
    }
}

import Canonical
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Registry
import Testing

@testable import Portal

@Suite("A browser without scripts, a real server on loopback")
struct EndToEndTests {
    /// Runs a browser against a portal that listens.
    private func browse(_ bench: PortalBench, _ body: @Sendable @escaping (Browser) async throws -> Void) async throws {
        let server = PortalServer(try await bench.portal()).application()
        try await server.test(.live) { client in try await body(Browser(client)) }
        bench.close()
    }

    @Test("Three steps, proof at the host, withdrawal by proof made anew; receipt and log agree")
    func whole() async throws {
        let bench = try PortalBench()
        try await browse(bench) { browser in
            let first = try await browser.get("/de/object?value=https%3A%2F%2Fwww.verlag.example%2Fbuch")
            #expect(first.text.contains("https://www.verlag.example/buch</textarea>"))
            let what: KeyValuePairs = [
                "form": first.hidden("form"), "key": first.hidden("key"), "step": "what", "kind": "prefix",
                "values": "https://www.verlag.example/buch\r\n\r\n", "act": "exclude_training",
            ]
            let second = try await browser.post("/de/object", what)
            #expect(second.status == 200 && second.text.contains("https://www.verlag.example/buch</code>"))
            let who: KeyValuePairs = [
                "form": second.hidden("form"), "key": second.hidden("key"), "step": "who", "kind": "prefix",
                "values": second.hidden("values").replacing("&#10;", with: "\n"), "act": second.hidden("act"),
                "name": "Ann \"<b>\" O'Author", "contact": "ann@verlag.example", "role": "author",
                "evidence": "", "good_faith": "yes", "authority": "yes",
            ]
            let third = try await browser.post("/de/object", who)
            #expect(third.status == 200, "\(third.text)")
            let follow = "/de/follow/" + third.part(after: "/de/follow/")
            #expect(follow.count > 30)
            let text = third.between("<pre><code>", "</code>")
            #expect(text.hasPrefix("muniment-objection="))
            #expect(third.text.contains("https://www.verlag.example/.well-known/muniment-objection.txt"))
            #expect(third.text.contains("_ai-objection.www.verlag.example"))

            let again = try await browser.post("/de/object", who)
            #expect("/de/follow/" + again.part(after: "/de/follow/") == follow)

            let look: KeyValuePairs = [
                "form": third.hidden("form"), "purpose": "standing", "method": "well-known",
            ]
            let missed = try await browser.post(follow + "/look", look)
            #expect(missed.status == 422 && missed.text.contains("role=\"alert\""))
            bench.places.put(text, at: "www.verlag.example")
            let proven = try await browser.post(follow + "/look", look)
            #expect(proven.status == 200 && proven.text.contains("role=\"status\""))
            let id = proven.between("<dd><code>", "</code>")
            #expect(try bench.store.life(id, at: .now)?.state == .effective)
            #expect(!proven.text.contains("ann@verlag.example"))

            let receipt = try await browser.get(follow + "/receipt.json")
            let read = try Receipt(Array(receipt.text.utf8), trusted: bench.key.verifying, file: "receipt")
            let given = try bench.store.receipt(of: id, key: bench.key)
            #expect(read.objection == id && read.leaf == given.leaf)

            let asked = try await browser.post(
                follow + "/nonces", ["form": proven.hidden("form"), "purpose": "withdrawal"])
            let nonce = asked.between("<pre><code>", "</code>")
            #expect(nonce.hasPrefix("muniment-withdrawal="))
            let bad = try await browser.post(
                follow + "/look", ["form": proven.hidden("form"), "purpose": "withdrawal", "method": "dns"])
            #expect(bad.status == 422)
            #expect(try bench.store.life(id, at: .now)?.pending == nil)
            bench.places.put(nonce, at: "www.verlag.example")
            // What its holder cannot be told of is not begun.
            bench.mailboxes.fill(true)
            let untold = try await browser.post(
                follow + "/look", ["form": proven.hidden("form"), "purpose": "withdrawal", "method": "dns"])
            #expect(untold.status == 502)
            #expect(try bench.store.life(id, at: .now)?.pending == nil)
            bench.mailboxes.fill(false)
            let askedAgain = try await browser.post(
                follow + "/nonces", ["form": proven.hidden("form"), "purpose": "withdrawal"])
            bench.places.put(askedAgain.between("<pre><code>", "</code>"), at: "www.verlag.example")
            let withdrawn = try await browser.post(
                follow + "/look", ["form": proven.hidden("form"), "purpose": "withdrawal", "method": "dns"])
            #expect(withdrawn.status == 200)
            #expect(try bench.store.life(id, at: .now)?.pending?.step == .withdraw)
            let told = bench.mailboxes.read("ann@verlag.example")
            #expect(told.count == 1 && told[0].contains("withdrawal") && told[0].contains(id))
            _ = try bench.store.check(key: bench.key.verifying)
        }
    }

    @Test("What is wrong in a form is told in the reader's language, and nothing is filed")
    func refused() async throws {
        let bench = try PortalBench()
        try await browse(bench) { browser in
            let form = try await browser.get("/fr/object")
            for (kind, value, code) in [
                ("domain", "com", "bare_tld"), ("domain", "192.0.2.1", "ip_address"),
                ("host", "192.0.2.0/24", "ip_block"),
                ("domain", "*.example.com", "wildcard"), ("url", "https://a:b@example.com/", "userinfo"),
                ("host", "exаmple.com", "mixed_script"), ("payload", "<script>alert(1)</script>", "unparseable"),
                ("nothing", "example.com", "bad_kind"),
            ] {
                let page = try await browser.post(
                    "/fr/object",
                    [
                        "form": form.hidden("form"), "key": form.hidden("key"), "step": "what", "kind": kind,
                        "values": value,
                    ])
                #expect(page.status == 422 && page.text.contains("role=\"alert\""), "\(value)")
                let texts = try await bench.portal().pages.texts
                let words = texts.say("refusal.\(code)", .french)
                #expect(page.text.contains(words.replacing("'", with: "&#39;")), "\(value): \(code)")
                #expect(!page.text.contains("<script"))
            }
            #expect(try bench.store.size() == 1)
        }
    }

    @Test("Forms of other sites and other browsers are refused")
    func forged() async throws {
        let bench = try PortalBench()
        try await browse(bench) { browser in
            let form = try await browser.get("/en/object")
            #expect(form.fields[.setCookie]?.contains("__Host-portal=") == true)
            #expect(form.fields[.setCookie]?.contains("HttpOnly") == true)
            #expect(form.fields[.setCookie]?.contains("Secure") == true)
            let good: KeyValuePairs = [
                "form": form.hidden("form"), "key": form.hidden("key"), "step": "what", "kind": "host",
                "values": "www.example.com",
            ]
            #expect(try await browser.post("/en/object", good).status == 200)
            let field = HTTPField.Name("Sec-Fetch-Site")!
            #expect(try await browser.post("/en/object", good, [field: "cross-site"]).status == 403)
            #expect(try await browser.post("/en/object", good, [.contentType: "text/plain"]).status == 400)
            browser.forget()
            #expect(try await browser.post("/en/object", good).status == 403)
        }
    }
}

import Foundation
import Canonical
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Registry
import Testing

@testable import Portal

@Suite("What keeps the portal and its readers safe")
struct GuardTests {
    private func browse(_ bench: PortalBench, _ body: @Sendable @escaping (Browser) async throws -> Void) async throws {
        let server = PortalServer(try await bench.portal()).application()
        try await server.test(.live) { client in try await body(Browser(client)) }
        bench.close()
    }

    @Test("Every answer bears the fields that keep browsers careful, and no page asks anything of another site")
    func fields() async throws {
        let bench = try PortalBench()
        try bench.publish(["almanac.example"])
        try await browse(bench) { browser in
            var paths = ["/nowhere", "/api/v1/log", "/api/nowhere", "/style.css", "/notices/feed.atom"]
            for language in Language.allCases {
                paths += ["", "notices", "notices/N-1/v1", "lookup?q=almanac.example", "object", "log", "log/0"].map {
                    "/\(language.rawValue)/\($0)"
                }
            }
            for path in paths {
                let page = try await browser.get(path)
                #expect(page.fields[.contentSecurityPolicy] == GuardMiddleware.policy, "\(path)")
                #expect(page.fields[.referrerPolicy] == "no-referrer", "\(path)")
                #expect(page.fields[.xContentTypeOptions] == "nosniff", "\(path)")
                #expect(page.status == (path.hasSuffix("nowhere") ? 404 : 200), "\(path)")
                guard page.fields[.contentType]?.hasPrefix("text/html") == true else { continue }
                for bad in ["<script", "style=", "onclick", "src=\"http", "{{", "}}"] {
                    #expect(!page.text.contains(bad), "\(path) has \(bad)")
                }
                #expect(page.text.contains("<html lang="), "\(path)")
                #expect(page.text.components(separatedBy: "<h1>").count == 2, "\(path)")
            }
            let notice = try await browser.get("/en/notices/N-1/v1")
            #expect(notice.text.contains("Example &lt;i&gt;Research&lt;/i&gt; &amp; Co"))
        }
    }

    @Test("Bodies, words and methods have limits")
    func limits() async throws {
        let bench = try PortalBench()
        try await browse(bench) { browser in
            let form = try await browser.get("/en/object")
            let long = String(repeating: "a", count: 70_000)
            let page = try await browser.post(
                "/en/object", ["form": form.hidden("form"), "key": form.hidden("key"), "values": long])
            #expect(page.status == 413)
            #expect(try await browser.get("/en/lookup?q=" + String(repeating: "a", count: 3000)).status == 400)
            let put = try await browser.send("/api/v1/log", .put, [:], "")
            #expect(put.status == 405 && put.fields[.allow] == "GET, HEAD")
            #expect(try await browser.send("/en/", .delete, [:], "").status == 405)
            let query = HTTPRequest.Method("QUERY")!
            #expect(try await browser.send("/en/log/0", query, [:], "").status == 405)
            #expect(try await browser.send("/en/nowhere", query, [:], "").status == 404)
            #expect(try await browser.send("/en/log", .head, [:], "").status == 200)
            #expect(try await browser.get("/api/v1/lookup?q=%16").status == 422)
            #expect(try await browser.get("/en/lookup?q=%FF").status == 400)
            for path in [
                "/en/log/-1", "/en/log/99", "/en/follow/abc", "/en/objections/O-1", "/xx/", "/en/notices/a/v1",
            ] {
                #expect(try await browser.get(path).status == 404, "\(path)")
            }
        }
    }

    @Test("A client that asks too often waits, and others do not")
    func often() async throws {
        var bench = try PortalBench()
        bench.settings.limits.reads = 3
        bench.settings.isForwarded = true
        try await browse(bench) { browser in
            let field = HTTPField.Name("X-Forwarded-For")!
            var last: Browser.Page?
            for _ in 0..<4 { last = try await browser.get("/en/", [field: "10.0.0.1, 2001:db8:0:1::1"]) }
            #expect(last?.status == 429 && last?.fields[.retryAfter] != nil)
            #expect(try await browser.get("/en/", [field: "2001:db8:0:1:ffff::2"]).status == 429)
            #expect(try await browser.get("/en/", [field: "2001:db8:0:2::1"]).status == 200)
        }
    }

    @Test("The bucket fills within a minute")
    func bucket() {
        var limits = PortalLimits()
        limits.looks = 2
        let limiter = RateLimiter(limits)
        let start = ContinuousClock.now
        #expect(limiter.refuse(.look, of: "a", at: start) == nil)
        #expect(limiter.refuse(.look, of: "a", at: start) == nil)
        #expect(limiter.refuse(.look, of: "a", at: start) == 30)
        #expect(limiter.refuse(.look, of: "b", at: start) == nil)
        #expect(limiter.refuse(.read, of: "a", at: start) == nil)
        #expect(limiter.refuse(.look, of: "a", at: start.advanced(by: .seconds(31))) == nil)
        #expect(limiter.refuse(.look, of: "a", at: start.advanced(by: .seconds(31))) != nil)
    }
}

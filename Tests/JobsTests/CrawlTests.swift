import Canonical
import Foundation
import Provenance
import Registry
import Shards
import Testing
import WebAddress

@testable import Jobs

@Suite("crawl: asks for nothing it may not, takes no body it may not, and its archive decides alike")
struct CrawlTests {
    func crawl(
        _ bench: Workbench, _ server: SiteServer, hosts: [String], seeds: [String]? = nil, also: [String: Int] = [:],
        more: String = ""
    ) async throws {
        let ports = also.merging(hosts.map { ($0, server.port) }) { _, own in own }
        let targets = ports.map { "\($0): \"127.0.0.1:\($1)\"" }.joined(separator: ", ")
        let list = (seeds ?? hosts.map { "http://\($0)/" }).map { "\"\($0)\"" }.joined(separator: ", ")
        let names = hosts.map { "\"\($0)\"" }.joined(separator: ", ")
        let config = try bench.config(
            """
            output: {warc_keep: all}
            crawl:
              seeds: [\(list)]
              scope: {hosts: [\(names)]}
              connect_to: {\(targets)}
              allow_addresses: ["127.0.0.0/8"]
              delay: 20ms
              wait: 3s
              retries: 1
              flush_interval: 100ms
            \(more)
            """)
        let out = bench.folder + "/crawl"
        let at = try CrawlJob.time(of: out) ?? Timestamp.now
        if !OutputFile.exists(bench.folder + "/now") {
            try Snapshot.compile(
                objections: [], publicSuffixList: Workbench.suffixes, at: at.adding(seconds: -60),
                into: bench.folder + "/now")
        }
        let inputs = try InputSet.load(config, packs: nil, registry: .snapshot(bench.folder + "/now"), at: at)
        let outcome = try await CrawlJob(config: config, inputs: inputs, output: out).run(deadline: .seconds(900)) {
            _ in
        }
        #expect(outcome.isComplete)
        #expect(OutputFile.exists(out + "/manifest.json"))
    }

    private func verdicts(_ bench: Workbench) throws -> [String: Verdict] {
        var last: [String: Verdict] = [:]
        for row in try bench.rows("crawl") { last[row.considered.url.text] = row.verdict }
        return last
    }

    private static let hosts = ["fine", "shut", "down", "tdm", "shy", "hop", "busy"].map { $0 + ".example" }

    private static let web: SiteServer.Handler = { request in
        let page = "<html><body>" + Record.prose(request.host) + "</body></html>"
        switch (request.host, request.path) {
        case ("shut.example", "/robots.txt"):
            return SiteServer.answer(200, "User-agent: *\nDisallow: /\n", type: "text/plain")
        case ("down.example", "/robots.txt"): return SiteServer.answer(500)
        case (_, "/robots.txt"): return SiteServer.answer(200, "User-agent: *\nAllow: /\n", type: "text/plain")
        case ("tdm.example", "/.well-known/tdmrep.json"):
            return SiteServer.answer(200, #"[{"location":"/","tdm-reservation":1}]"#, type: "application/json")
        case (_, "/.well-known/tdmrep.json"): return SiteServer.answer(404)
        case ("shy.example", "/"):
            return SiteServer.answer(402, String(repeating: "x", count: 40 << 20))
        case ("hop.example", "/"): return SiteServer.answer(301, headers: ["Location: http://shut.example/behind"])
        case ("busy.example", "/") where request.earlier == 0:
            return SiteServer.answer(429, headers: ["Retry-After: 1"])
        default: return SiteServer.answer(200, page)
        }
    }

    @Test("robots that disallow or fail, a reservation, a redirect to what is disallowed, 402 and 429")
    func asksAndTakes() async throws {
        let server = SiteServer(Self.web)
        defer { server.stop() }
        let bench = try Workbench()
        try await crawl(bench, server, hosts: Self.hosts)
        let got = try verdicts(bench)
        #expect(got["http://fine.example/"]?.admits == true)
        #expect(got["http://shut.example/"] == .deny)
        #expect(got["http://down.example/"] == .hold)
        #expect(got["http://tdm.example/"]?.admits == false)
        #expect(got["http://shy.example/"]?.admits == false)
        #expect(got["http://shut.example/behind"] == .deny)
        #expect(got["http://busy.example/"]?.admits == true)
        for path in ["shut.example/", "down.example/", "shut.example/behind"] {
            #expect(!server.requests.contains(path), "\(path) was asked for")
        }
        #expect(server.bytes("shy.example/") < 20 << 20, "the body was taken although the status refused it")
        let behind = try bench.rows("crawl").first { $0.considered.url.text == "http://shut.example/behind" }
        #expect(behind?.considered.matchKeys.hops.map(\.text).contains("http://hop.example/") == true)
        try expectSameRows(bench)
    }

    /// `filter` over the crawl's own archive writes the same line for every capture.
    private func expectSameRows(_ bench: Workbench) throws {
        let out = bench.folder + "/crawl"
        let at = try #require(try CrawlJob.time(of: out))
        let config = try bench.config()
        let inputs = try InputSet.load(config, packs: nil, registry: .snapshot(bench.folder + "/now"), at: at)
        let options = FilterOptions(
            inputs: [out + "/warc"], output: bench.folder + "/again", siteEvidence: out, workers: 2, rank: 0, world: 1,
            isLive: false)
        _ = try FilterJob(config: config, inputs: inputs, options: options).run { _ in }
        let captures = try bench.lines("crawl", "evidence").filter { try EvidenceRow(line: $0).kind == .capture }
        let again = try bench.lines("again", "evidence")
        #expect(Set(captures) == Set(again))
        #expect(captures.count == again.count)
        let report = try OutputAudit(output: out).run()
        #expect(report.faults.isEmpty, "\(report.faults)")
        let replay = try OutputReplay(output: out).run()
        #expect(replay.identical == replay.rows, "\(replay.differing)")
    }

    @Test("site files come before the page, in order; a second place for trust.txt only where the first has none")
    func siteFiles() async throws {
        let server = SiteServer { request in
            switch (request.host, request.path) {
            case (_, "/robots.txt"):
                return SiteServer.answer(200, "User-agent: *\nDisallow: /ai.txt\nAllow: /\n", type: "text/plain")
            case ("has.example", "/trust.txt"):
                return SiteServer.answer(200, "contact=a@b.example\n", type: "text/plain")
            case (_, "/"): return SiteServer.answer(200, Record.prose("files"))
            default: return SiteServer.answer(404)
            }
        }
        defer { server.stop() }
        let bench = try Workbench()
        try await crawl(bench, server, hosts: ["has.example", "not.example"])
        func asked(_ host: String) -> [String] {
            server.requests.filter { $0.hasPrefix(host) }.map { String($0.dropFirst(host.count)) }
        }
        #expect(asked("has.example") == ["/robots.txt", "/.well-known/tdmrep.json", "/trust.txt", "/"])
        #expect(
            asked("not.example") == [
                "/robots.txt", "/.well-known/tdmrep.json", "/trust.txt", "/.well-known/trust.txt", "/",
            ], "robots.txt keeps ai.txt from us")
        try expectSameRows(bench)
    }

    @Test(
        "an RSL document on another host is fetched once for all who name it, under that host's robots.txt",
        .enabled(if: TLSSite.isPossible))
    func documents() async throws {
        let place = try TLSSite(
            host: "rsl.example",
            files: [
                "robots.txt": "User-agent: *\nDisallow: /closed.xml\n", "open.xml": "<rsl/>", "closed.xml": "<rsl/>",
            ])
        defer { place.stop() }
        let server = SiteServer { request in
            switch request.path {
            case "/robots.txt":
                let names = ["open.xml", "closed.xml"].map { "License: https://rsl.example/\($0)\n" }.joined()
                return SiteServer.answer(200, names + "User-agent: *\nAllow: /\n", type: "text/plain")
            case "/": return SiteServer.answer(200, Record.prose(request.host))
            default: return SiteServer.answer(404)
            }
        }
        defer { server.stop() }
        let bench = try Workbench()
        try await crawl(
            bench, server, hosts: ["a.example", "b.example"], also: ["rsl.example": place.port],
            more: "  certificate_authorities: \"\(place.certificate)\"")
        let files = try SiteStore.read(bench.folder + "/crawl")
        let documents = files.filter { $0.kind == .rsl }
        #expect(Set(documents.map(\.origin.description)) == ["http://a.example", "http://b.example"])
        #expect(documents.allSatisfy { $0.asked == "https://rsl.example/open.xml" && $0.outcome == .found })
        #expect(documents.allSatisfy { $0.body == Array("<rsl/>".utf8) })
        #expect(files.contains { $0.kind == .robots && $0.origin.description == "https://rsl.example" })
        let row = try #require(try bench.rows("crawl").first { $0.considered.url.host == "a.example" })
        #expect(row.considered.siteFiles.contains { $0.kind == .rsl && $0.moment == .use })
        try expectSameRows(bench)
    }

    @Test("a host that robots.txt refuses as a whole is one row with a count, and explain finds it for each URL")
    func hostRefused() async throws {
        let server = SiteServer(Self.web)
        defer { server.stop() }
        let bench = try Workbench()
        let seeds = (1...5).map { "http://shut.example/\($0)" }
        try await crawl(bench, server, hosts: ["shut.example"], seeds: seeds)
        let rows = try bench.rows("crawl")
        #expect(rows.map(\.kind) == [.hostRefused(count: 5)])
        #expect(rows.first?.verdict == .deny)
        #expect(server.requests == ["shut.example/robots.txt"])
        let found = try RowSearch(output: bench.folder + "/crawl").rows(of: CanonicalURL(seeds[2]))
        #expect(found == rows)
        #expect(ExplainText.of(rows[0]).contains("5 of its URLs"))
    }

    @Test("the count of a refused host is what was committed, whoever writes the row")
    func refusedCount() throws {
        let url = try CanonicalURL("http://shut.example/")
        let row = EvidenceRow(
            id: "urn:uuid:0", kind: .hostRefused(count: 1), considered: Considered(url: url), decisions: [])
        var first = HostRefusals()
        _ = first.add(row)
        let note = first.add(row)
        var second = HostRefusals()
        try second.restore([note.key: note.text, "refused-host http://done.example": ""])
        _ = second.add(row)
        let (rows, notes) = second.take(segment: 3)
        #expect(rows.map(\.kind) == [.hostRefused(count: 3)])
        #expect(notes == [note.key: ""])
        #expect(second.isEmpty)
    }

    @Test("a page that answers 304 when it is asked again is a revisit, and no second document")
    func recrawl() async throws {
        let server = SiteServer { request in
            switch request.path {
            case "/robots.txt": return SiteServer.answer(200, "User-agent: *\nAllow: /\n", type: "text/plain")
            case "/": break
            default: return SiteServer.answer(404)
            }
            if request.head.lowercased().contains("if-none-match: \"one\"") {
                return Array("HTTP/1.1 304 Not Modified\r\nETag: \"one\"\r\nConnection: close\r\n\r\n".utf8)
            }
            return SiteServer.answer(200, Record.prose("an old page"), headers: ["ETag: \"one\""])
        }
        defer { server.stop() }
        let bench = try Workbench()
        let more = "  recrawl: {first: 1s, shortest: 1s, longest: 10s}\n  max_captures: 2"
        try await crawl(bench, server, hosts: ["old.example"], more: more)
        let rows = try bench.rows("crawl")
        #expect(rows.compactMap { $0.considered.capture?.status } == [200, 304])
        #expect(try bench.lines("crawl", "documents").count == 1)
        try expectSameRows(bench)
    }

    @Test("a sitemap on another host lists URLs only of hosts whose robots.txt name it, over a restart too")
    func sitemapOfAnotherHost() async throws {
        let list =
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            + "<url><loc>http://named.example/x</loc></url><url><loc>http://silent.example/y</loc></url></urlset>"
        let server = SiteServer { request in
            switch (request.host, request.path) {
            case ("named.example", "/robots.txt"):
                return SiteServer.answer(
                    200, "User-agent: *\nAllow: /\nSitemap: http://maps.example/list.xml\n", type: "text/plain")
            case (_, "/robots.txt"): return SiteServer.answer(200, "User-agent: *\nAllow: /\n", type: "text/plain")
            case ("maps.example", "/list.xml"): return SiteServer.answer(200, list, type: "application/xml")
            case (_, let path) where path.hasPrefix("/.") || path.hasSuffix(".txt"): return SiteServer.answer(404)
            default: return SiteServer.answer(200, "<html><body>" + Record.prose(request.path) + "</body></html>")
            }
        }
        defer { server.stop() }
        let bench = try Workbench()
        let hosts = ["named.example", "maps.example", "silent.example"]
        let scope = "  max_captures: 3"
        try await crawl(bench, server, hosts: hosts, more: scope)
        #expect(!server.requests.contains("maps.example/list.xml"), "the sitemap was read before the restart")
        try await crawl(bench, server, hosts: hosts)
        #expect(server.requests.contains("maps.example/list.xml"))
        #expect(server.requests.contains("named.example/x"))
        #expect(!server.requests.contains("silent.example/y"))
    }
}

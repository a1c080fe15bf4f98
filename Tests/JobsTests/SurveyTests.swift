import Canonical
import Foundation
import Frontier
import Provenance
import Registry
import Shards
import Testing
import WebAddress

@testable import Jobs

#if canImport(Glibc)
    import Glibc
#endif

@Suite("survey: site files only, politely, into a store that filter judges by")
struct SurveyTests {
    private static func config(_ port: Int, _ hosts: [String], _ more: String = "") throws -> RunConfig {
        let targets = hosts.map { "\($0): \"127.0.0.1:\(port)\"" }.joined(separator: ", ")
        let text = """
            operator: {product: TestBot, version: "1", contact: "https://operator.example/bot", email: bot@operator.example}
            profile: {}
            packs: {directory: packs, active: [eu]}
            crawl:
              connect_to: {\(targets)}
              allow_addresses: ["127.0.0.0/8"]
              delay: 20ms
              flush_interval: 100ms
            \(more)
            """
        return try RunConfig(ConfigNode.read(text, file: "survey.yaml"))
    }

    private static func run(
        _ port: Int, _ hosts: [String], _ out: String, refresh: Bool = false, more: String = ""
    ) async throws -> SurveyJob.Outcome {
        var origins = SurveyOrigins()
        let list = hosts.joined(separator: "\n")
        try origins.add(list: Array(list.utf8), name: "hosts", schemes: ["http"])
        let job = try SurveyJob(
            config: try config(port, hosts, more), output: out, origins: Array(origins.origins), isRefreshing: refresh)
        return try await job.run { _ in }
    }

    private static let web: SiteServer.Handler = { request in
        switch (request.host, request.path) {
        case ("shut.example", "/robots.txt"):
            return SiteServer.answer(200, "User-agent: *\nDisallow: /\n", type: "text/plain")
        case ("down.example", "/robots.txt"): return SiteServer.answer(500)
        case (_, "/robots.txt"): return SiteServer.answer(200, "User-agent: *\nAllow: /\n", type: "text/plain")
        case ("tdm.example", "/.well-known/tdmrep.json"):
            return SiteServer.answer(200, #"[{"location":"/","tdm-reservation":1}]"#, type: "application/json")
        default: return SiteServer.answer(404)
        }
    }

    private func parts(_ out: String) throws -> [String: [UInt8]] {
        let names = try FileManager.default.contentsOfDirectory(atPath: out + "/sites").filter { $0.hasSuffix(".zst") }
        return try Dictionary(uniqueKeysWithValues: names.map { ($0, try OutputFile.read(out + "/sites/" + $0)) })
    }

    @Test(
        "every site file is asked for once and no page; a second run asks for nothing, --refresh for all, and rows stay"
    )
    func refreshes() async throws {
        let server = SiteServer(Self.web)
        defer { server.stop() }
        let bench = try Workbench()
        let out = bench.folder + "/today"
        let hosts = ["fine.example", "shut.example", "down.example"]
        let first = try await Self.run(server.port, hosts, out)
        #expect(first.isComplete)
        #expect(first.counts.outcomes[.robots] == [.found: 2, .unreachable: 1])
        #expect(first.counts.outcomes[.tdmrep] == [.absent: 1])
        #expect(first.counts.notAsked[.tdmrep] == 2)
        let asked = server.requests.count
        #expect(asked == 1 + 1 + 5)
        #expect(!server.requests.contains { $0.hasSuffix(".example/") })
        let before = try parts(out)
        let second = try await Self.run(server.port, hosts, out)
        #expect(server.requests.count == asked)
        #expect(second.counts.outcomes == first.counts.outcomes)
        #expect(second.counts.asked == 0)
        _ = try await Self.run(server.port, hosts, out, refresh: true)
        #expect(server.requests.count == 2 * asked)
        let after = try parts(out)
        #expect(before.allSatisfy { after[$0.key] == $0.value })
        #expect(after.count == before.count + 1)
        #expect(try SiteStore.read(out).count == 2 * asked)
    }

    @Test(
        "what today's sites say changes what filter makes of an old archive, both ways; an unsurveyed host stays held")
    func decides() async throws {
        let server = SiteServer(Self.web)
        defer { server.stop() }
        let bench = try Workbench()
        let out = bench.folder + "/today"
        _ = try await Self.run(server.port, ["fine.example", "shut.example", "tdm.example"], out)
        let at = Timestamp.now
        let old = at.adding(seconds: -30 * 86_400)
        let hosts = ["fine", "shut", "tdm", "other"].map { $0 + ".example" }
        let records = hosts.flatMap { host in
            (Record.silentSite(host) + [.page("http://\(host)/page", Record.prose(host))]).map { record in
                var record = record
                record.date = old
                return record
            }
        }
        let archive = try bench.archive("old.warc.gz", records)
        let config = try bench.config()
        try Snapshot.compile(
            objections: [], publicSuffixList: Workbench.suffixes, at: at.adding(seconds: -60),
            into: bench.folder + "/now")
        let inputs = try InputSet.load(config, packs: nil, registry: .snapshot(bench.folder + "/now"), at: at)
        func verdicts(_ name: String, _ sites: String?) throws -> [String: EvidenceRow] {
            let options = FilterOptions(
                inputs: [archive], output: bench.folder + "/" + name, siteEvidence: sites, workers: 1, rank: 0,
                world: 1, isLive: false)
            _ = try FilterJob(config: config, inputs: inputs, options: options).run { _ in }
            return Dictionary(uniqueKeysWithValues: try bench.rows(name).map { ($0.considered.url.host, $0) })
        }
        let without = try verdicts("without", nil)
        for host in hosts { #expect(without[host]?.verdict == .hold, "\(host)") }
        let with = try verdicts("with", out)
        #expect(with["fine.example"]?.verdict.admits == true)
        #expect(with["shut.example"]?.verdict == .deny)
        #expect(with["tdm.example"]?.verdict == .deny)
        #expect(with["other.example"]?.verdict == .hold)
    }

    @Test("a host nobody surveyed is not checked, and explain says so")
    func unsurveyed() throws {
        let bench = try Workbench()
        let archive = try bench.archive("a.warc.gz", [.page("http://other.example/page", Record.prose("a"))])
        try bench.filter([archive], out: "out")
        let row = try #require(try bench.rows("out").first)
        #expect(row.considered.statesAtUse[.robots] == .notChecked)
        #expect(ExplainText.of(row).contains("nobody looked at this site"))
    }

    @Test("explain takes a page's site files by name, and documents by their URL")
    func explains() throws {
        let bench = try Workbench()
        let explainer = PageExplainer(try bench.inputs(try bench.config()))
        let robots = "License: https://a.example/l.xml\nUser-agent: *\nAllow: /\n"
        func row(_ files: [PageExplainer.GivenFile]) throws -> EvidenceRow {
            try explainer.explain(
                html: Array(Record.prose("a").utf8), url: CanonicalURL("https://a.example/p"), status: 200, headers: [],
                siteFiles: files)
        }
        let given = try row([
            .init("robots.txt", body: Array(robots.utf8)), .init("trust.txt", body: nil),
            .init("rsl", asked: "https://A.example/l.xml", body: nil),
        ])
        let names = Set(given.considered.siteFiles.map(\.name))
        #expect(names == [.init(.robots), .init(.trustTxt), .init(.rsl, asked: "https://a.example/l.xml")])
        #expect(ExplainText.of(given).contains("rsl https://a.example/l.xml at use: absent"))
        #expect(throws: JobError.self) { try row([.init("rsl", asked: "l.xml", body: nil)]) }
        #expect(throws: JobError.self) { try row([.init("llms.txt", body: nil)]) }
    }

    private static let many = (10..<40).map { "h\($0).example" }

    private static let slow: SiteServer.Handler = { request in
        usleep(20_000)
        return web(request)
    }

    @Test("killed in the middle, the next run goes on from what was committed and asks no finished host again")
    func killed() async throws {
        let server = SiteServer(Self.slow)
        defer { server.stop() }
        let bench = try Workbench()
        let out = bench.folder + "/today"
        let more = "  concurrency: 2"
        await #expect(processExitsWith: .signal(SIGKILL)) { [port = server.port as Int, out = out as String] in
            Task.detached {
                try await Task.sleep(for: .milliseconds(1500))
                kill(getpid(), SIGKILL)
            }
            _ = try await Self.run(port, Self.many, out, more: "  concurrency: 2")
        }
        let early = server.requests.count
        #expect(early > 5 && early < 150)
        let outcome = try await Self.run(server.port, Self.many, out, more: more)
        #expect(outcome.isComplete)
        #expect(outcome.counts.outcomes[.robots] == [.found: 30])
        #expect(outcome.counts.outcomes[.aiTxt] == [.absent: 30])
        #expect(outcome.counts.asked < 150, "what was committed is not asked for again")
        let files = try SiteStore.read(out)
        #expect(Set(files.map { "\($0.origin) \($0.kind.rawValue)" }).count == 150)
        #expect(files.count == 150)
    }

    @Test("stopped by a signal it ends cleanly with work left, and keeps what it found")
    func stopped() async throws {
        let server = SiteServer(Self.slow)
        defer { server.stop() }
        let bench = try Workbench()
        let out = bench.folder + "/today"
        await #expect(processExitsWith: .exitCode(4)) { [port = server.port as Int, out = out as String] in
            Task.detached {
                try await Task.sleep(for: .milliseconds(800))
                StopFlag.raise()
            }
            let outcome = try await Self.run(port, Self.many, out, more: "  concurrency: 2")
            exit(outcome.isComplete ? 0 : 4)
        }
        let kept = try SiteStore.read(out).count
        #expect(kept == server.requests.count)
        #expect(try await Self.run(server.port, Self.many, out).counts.asked == 150 - kept)
    }

    @Test("two runs into one folder, and the output of another command, are refused")
    func refused() async throws {
        let bench = try Workbench()
        let out = bench.folder + "/survey"
        try OutputFile.makeFolder(out)
        let lock = try RunLock(folder: out)
        await #expect { try await Self.run(1, ["a.example"], out) } throws: { "\($0)".contains("another run") }
        withExtendedLifetime(lock) {}
        try OutputFile.replace(out + "/manifest.json", with: [])
        await #expect { try await Self.run(1, ["a.example"], out) } throws: { "\($0)".contains("another command") }
    }

    @Test("origins come from lists, archives, evidence and stores")
    func origins() async throws {
        let bench = try Workbench()
        let archive = try bench.archive("a.warc.gz", Record.silentSite("a.example"))
        try bench.archive("b.warc.gz", [.page("https://b.example/x", "")])
        try bench.filter([bench.folder + "/b.warc.gz"], out: "out")
        var origins = SurveyOrigins()
        let list = "# hosts\n\nc.example\nhttp://d.example:8080/path\n"
        try origins.add(list: Array(list.utf8), name: "list", schemes: ["https", "http"])
        let limits = try bench.config().limits
        for path in [archive, bench.folder + "/out"] { try origins.add(from: path, limits: limits) }
        #expect(
            origins.origins.map(\.description).sorted() == [
                "http://a.example", "http://c.example", "http://d.example:8080", "https://b.example",
                "https://c.example",
            ])
        #expect(throws: JobError.self) { try origins.add(from: bench.folder + "/none", limits: limits) }
        #expect(throws: JobError.self) {
            try origins.add(list: Array("a b".utf8), name: "list", schemes: ["https"])
        }
    }
}

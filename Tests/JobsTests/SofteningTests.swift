import Canonical
import Foundation
import Provenance
import Shards
import Testing
import WebAddress

@testable import Jobs

@Suite("losing or breaking any one input never makes a decision softer")
struct SofteningTests {
    static let pages: [Record] = [
        .page("http://open.example/", "<html><body>" + Record.prose("open") + "</body></html>"),
        .page(
            "http://cc.example/",
            "<html><body>" + Record.prose("licensed")
                + "<footer><a rel=license href=\"https://creativecommons.org/licenses/by/4.0/\">CC BY</a></footer></body></html>"
        ),
        .page("http://robots.example/private/a", Record.prose("private")),
        .page("http://robots.example/public", Record.prose("public")),
        .page("http://tdm.example/a", Record.prose("reserved")),
        .page("http://header.example/a", Record.prose("header"), headers: ["tdm-reservation: 1"]),
        .page("http://xrobots.example/a", Record.prose("noai"), headers: ["X-Robots-Tag: noai"]),
        .page("http://meta.example/a", "<html><head><meta name=robots content=noai></head><body>" + Record.prose("m")),
        .page("http://objector.example/a", Record.prose("objected")),
    ]

    static let sites: [Record] =
        ["open", "cc", "header", "xrobots", "meta", "objector"].flatMap { Record.silentSite($0 + ".example") } + [
            .file("http://robots.example/robots.txt", "User-agent: *\nDisallow: /private/\n"),
            .file("http://tdm.example/robots.txt", "User-agent: *\nAllow: /\n"),
            .file(
                "http://tdm.example/.well-known/tdmrep.json", #"[{"location": "/", "tdm-reservation": 1}]"#,
                type: "application/json"),
        ] + Record.absentFiles("robots.example")
        + Record.absentFiles("tdm.example").filter { !$0.url.hasSuffix("tdmrep.json") }

    static let objections =
        #"{"id":"o1","scope":{"kind":"domain","value":"objector.example"},"state":"RECEIVED","standing":"L1","effective_from":"2026-01-01T00:00:00Z","recorded_at":"2026-01-01T00:00:00Z"}"#

    private func verdicts(_ bench: Workbench, _ out: String) throws -> [String: Verdict] {
        try Dictionary(uniqueKeysWithValues: bench.rows(out).map { ($0.considered.url.text, $0.verdict) })
    }

    /// A refusal of which the evidence is gone may become a doubt; a doubt or a refusal never a permission.
    private func isSofter(_ changed: Verdict, than base: Verdict) -> Bool {
        base.admits ? changed < base : changed.admits
    }

    @Test("a site file's capture, gone, failed, cut off or unreadable")
    func siteCaptures() throws {
        let bench = try Workbench(objections: Self.objections)
        try bench.filter([try bench.archive("base.warc.gz", Self.sites + Self.pages)], out: "base")
        let base = try verdicts(bench, "base")
        #expect(base.count == Self.pages.count)
        #expect(base["http://open.example/"]?.admits == true)
        #expect(base["http://cc.example/"]?.admits == true)
        #expect(base["http://robots.example/public"]?.admits == true)
        for name in [
            "robots.example/private/a", "tdm.example/a", "header.example/a", "xrobots.example/a", "meta.example/a",
            "objector.example/a",
        ] {
            #expect(base["http://" + name] == .deny, "\(name)")
        }
        for index in Self.sites.indices {
            for kind in 0..<4 {
                var sites = Self.sites
                switch kind {
                case 0: sites.remove(at: index)
                case 1: sites[index].status = 503
                case 2: sites[index].date = nil
                default:
                    guard sites[index].url.hasSuffix("json"), sites[index].status == 200 else { continue }
                    sites[index].body.removeLast(6)
                }
                let out = "v\(index)-\(kind)"
                try bench.filter([try bench.archive(out + ".warc.gz", sites + Self.pages)], out: out)
                for (url, verdict) in try verdicts(bench, out) {
                    let before = try #require(base[url])
                    #expect(
                        !isSofter(verdict, than: before),
                        "\(Self.sites[index].url), kind \(kind): \(url) \(before) to \(verdict)")
                }
            }
        }
    }

    @Test(
        "a header that cannot be read",
        arguments: ["tdm-reservation: yes please", "tdm-reservation: 1, 1", "tdm-reservation: \u{7}"])
    func headers(_ header: String) throws {
        let bench = try Workbench()
        let page = Record.page("http://header.example/a", Record.prose("header"), headers: [header])
        let path = try bench.archive("h.warc.gz", Record.silentSite("header.example") + [page])
        try bench.filter([path], out: "out")
        #expect(try bench.rows("out").first?.verdict.admits != true)
    }

    @Test("a store of site files: with a blob gone or changed, or its file gone or cut, the run does not start")
    func siteStore() throws {
        for kind in 0..<4 {
            let bench = try Workbench()
            try bench.filter([try bench.archive("base.warc.gz", Self.sites + Self.pages)], out: "base")
            let pages = try bench.archive("pages.warc.gz", Self.pages)
            let store = bench.folder + "/base"
            try bench.filter([pages], out: "with", sites: store)
            #expect(try verdicts(bench, "with")["http://tdm.example/a"] == .deny)
            let blobs = try FileManager.default.contentsOfDirectory(atPath: store + "/sites/blobs").sorted()
            let part = store + "/sites/part-000000-000.jsonl.zst"
            switch kind {
            case 0: try FileManager.default.removeItem(atPath: store + "/sites/blobs/" + blobs[0])
            case 1: try OutputFile.replace(store + "/sites/blobs/" + blobs[0], with: [1])
            case 2: try FileManager.default.removeItem(atPath: part)
            default: try OutputFile.replace(part, with: try OutputFile.read(part).dropLast(20).map { $0 })
            }
            #expect { try bench.filter([pages], out: "broken", sites: store) } throws: {
                ($0 as? JobError)?.kind == .couldNotRun
            }
        }
    }
}

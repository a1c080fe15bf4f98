import Canonical
import Foundation
import Licensing
import Provenance
import Shards
import Testing
import WebAddress

@testable import Jobs

@Suite("filter: same inputs, same bytes; damage is told; nothing is believed that was not seen")
struct FilterTests {
    private func inputs(_ bench: Workbench) throws -> [String] {
        try (0..<4).map { number in
            let host = "h\(number).example"
            let pages = (0..<6).map { Record.page("http://\(host)/\($0)", "<html><body>" + Record.prose("item \($0)")) }
            return try bench.archive("a\(number).warc.gz", pages + Record.silentSite(host))
        }
    }

    @Test("neither workers, ranks nor an interruption change a byte")
    func isReproducible() throws {
        let bench = try Workbench()
        let inputs = try inputs(bench)
        try bench.filter(inputs, out: "one")
        let reference = try bench.files("one")
        #expect(try bench.lines("one", "documents").count == 24)
        for workers in [2, 3] {
            try bench.filter(inputs, out: "w\(workers)", workers: workers)
            #expect(try bench.files("w\(workers)") == reference)
        }
        for rank in [2, 0, 1] { try bench.filter(inputs, out: "ranks", rank: rank, world: 3) }
        _ = try RunFinish(output: bench.folder + "/ranks").join()
        #expect(try bench.files("ranks") == reference)
    }

    @Test("a run whose marks are lost and whose files are left open goes on to the same bytes")
    func resumes() throws {
        let bench = try Workbench()
        let inputs = try inputs(bench)
        try bench.filter(inputs, out: "one")
        let reference = try bench.files("one")
        let out = bench.folder + "/one"
        try FileManager.default.removeItem(atPath: out + "/manifests/inputs/000002.json")
        try FileManager.default.removeItem(atPath: out + "/manifest.json")
        for folder in ["documents", "evidence", "sites"] {
            let part = out + "/\(folder)/part-000002-000.jsonl.zst"
            try FileManager.default.moveItem(atPath: part, toPath: part + ".open")
            try OutputFile.replace(part + ".open", with: [1, 2, 3])
        }
        try bench.filter(inputs, out: "one", workers: 2)
        #expect(try bench.files("one") == reference)
    }

    @Test("what stands before and after damage is kept, and the damage has file, offset and reason")
    func keepsAroundDamage() throws {
        let bench = try Workbench()
        let site = Record.silentSite("d.example")
        let first = try (site + [.page("http://d.example/1", Record.prose("one"))]).flatMap { try $0.bytes() }
        var middle = try Record.page("http://d.example/2", Record.prose("two")).bytes()
        for index in 20..<min(120, middle.count) { middle[index] = 0xAA }
        let last = try Record.page("http://d.example/3", Record.prose("three")).bytes()
        let path = bench.folder + "/bad.warc.gz"
        try OutputFile.replace(path, with: first + middle + last)
        let outcome = try bench.filter([path], out: "out")
        let urls = try bench.rows("out").map(\.considered.url.text)
        #expect(urls.contains("http://d.example/1"))
        #expect(urls.contains("http://d.example/3"))
        #expect(!outcome.damage.isEmpty)
        #expect(outcome.damage.allSatisfy { $0.input == "bad.warc.gz" && !$0.reason.isEmpty })
        #expect(outcome.damage.first.map { $0.offset >= first.count && $0.offset < first.count + middle.count } == true)
    }

    @Test(
        "lz4 and ARC are refused with advice when named, and are damage in a folder if they bear a WARC file's name",
        arguments: [[0x04, 0x22, 0x4D, 0x18], Array("filedesc://x.arc 0.0.0.0 2".utf8)])
    func refusesOtherFormats(_ start: [UInt8]) throws {
        let bench = try Workbench()
        let path = bench.folder + "/x.warc.gz"
        try OutputFile.replace(path, with: start + [UInt8](repeating: 32, count: 64))
        #expect { try bench.filter([path], out: "named") } throws: { ($0 as? JobError)?.kind == .usage }
        let outcome = try bench.filter([bench.folder], out: "out")
        #expect(outcome.damage.count == 1)
        let reason = outcome.damage.first?.reason ?? ""
        #expect(reason.contains("lz4") || reason.contains("ARC"), "\(reason)")
    }

    @Test("a capture without a date, or from the far future, is never admitted")
    func holdsUndated() throws {
        let bench = try Workbench()
        var undated = Record.page("http://t.example/undated", Record.prose("no date"))
        undated.date = nil
        var future = Record.page("http://t.example/future", Record.prose("the future"))
        future.date = Timestamp(rfc3339: "2031-01-01T00:00:00Z")!
        let sound = Record.page("http://t.example/sound", Record.prose("today"))
        let path = try bench.archive("t.warc.gz", Record.silentSite("t.example") + [undated, future, sound])
        try bench.filter([path], out: "out")
        let verdicts = try Dictionary(
            uniqueKeysWithValues: bench.rows("out").map { ($0.considered.url.pathAndQuery, $0.verdict) })
        #expect(verdicts["/undated"] == .hold)
        #expect(verdicts["/future"] == .hold)
        #expect(verdicts["/sound"]?.admits == true)
    }

    @Test(
        "records of one id get ids of their own, the same on every run, whether site captures are read or not",
        arguments: ["scan", "ignore"])
    func repeatedIDs(_ setting: String) throws {
        let bench = try Workbench()
        let pages = (0..<3).map { number in
            var page = Record.page("http://r.example/\(number)", Record.prose("\(number)"))
            page.id = "urn:uuid:00000000-0000-4000-8000-000000000001"
            return page
        }
        let path = try bench.archive("r.warc.gz", Record.silentSite("r.example") + pages)
        let more = "filter: {site_captures: \(setting)}"
        try bench.filter([path], out: "a", more: more)
        try bench.filter([path], out: "b", workers: 3, more: more)
        let ids = try bench.rows("a").map(\.id)
        #expect(ids.count == 3)
        #expect(Set(ids).count == 3)
        #expect(try bench.rows("b").map(\.id) == ids)
    }

    @Test("site captures count wherever they stand in their input, and a robots.txt's redirect is followed inside it")
    func siteCaptures() throws {
        let bench = try Workbench()
        let page = Record.page("http://s.example/a", Record.prose("late site files"))
        try bench.archive("end.warc.gz", [page] + Record.silentSite("s.example"))
        try bench.filter([bench.folder + "/end.warc.gz"], out: "end")
        // Fetched at one time: what stands behind the page was known with it.
        #expect(try bench.rows("end").first?.verdict.admits == true)
        var moved = Record.file("http://s.example/robots.txt", "", status: 301)
        moved.headers.append("Location: http://www.s.example/robots.txt")
        let target = Record.file("http://www.s.example/robots.txt", "User-agent: *\nDisallow: /\n")
        try bench.archive("moved.warc.gz", [page, moved, target] + Record.absentFiles("s.example"))
        try bench.filter([bench.folder + "/moved.warc.gz"], out: "moved")
        #expect(try bench.rows("moved").first?.verdict == .deny)
    }

    @Test("a row read back and written again is the same bytes, and deciding on it again gives what it says")
    func rowsReplay() throws {
        let bench = try Workbench()
        let pages = SofteningTests.pages
        let path = try bench.archive("p.warc.gz", SofteningTests.sites + pages)
        try bench.filter([path], out: "out")
        let config = try bench.config()
        let inputs = try bench.inputs(config)
        for line in try bench.lines("out", "evidence") {
            let row = try EvidenceRow(line: line)
            #expect(row.line == line)
            for stored in row.decisions {
                let again = decide(
                    row.considered, profile: inputs.profile, ruleset: inputs.ruleset, moment: stored.moment,
                    at: stored.at)
                #expect(again.verdict == stored.verdict, "\(row.considered.url.text) at \(stored.moment)")
            }
        }
    }

    struct Encoded: Sendable {
        let charset: String
        let text: String
        let encoding: String
    }

    @Test(
        "text is right whatever its encoding",
        arguments: [
            Encoded(charset: "Shift_JIS", text: "日本語の長い文章がここにあります。", encoding: "SHIFT_JIS"),
            Encoded(charset: "gb18030", text: "这里有一段足够长的中文文字。", encoding: "GB18030"),
            Encoded(charset: "windows-1251", text: "Здесь стоит довольно длинный русский текст.", encoding: "CP1251"),
        ])
    func decodesText(_ test: Encoded) throws {
        let bench = try Workbench()
        let html =
            "<html><head><meta charset=\"\(test.charset)\"></head><body><p>"
            + String(repeating: test.text, count: 8) + "</p></body></html>"
        let utf8 = bench.folder + "/utf8.html"
        try OutputFile.replace(utf8, with: Array(html.utf8))
        let iconv = Process()
        iconv.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
        iconv.arguments = ["-f", "UTF-8", "-t", test.encoding, "-o", utf8 + ".out", utf8]
        try iconv.run()
        iconv.waitUntilExit()
        let page = Record(
            url: "http://e.example/", headers: ["Content-Type: text/html"], body: try OutputFile.read(utf8 + ".out"))
        let path = try bench.archive("e.warc.gz", Record.silentSite("e.example") + [page])
        try bench.filter([path], out: "out")
        let document = try #require(try bench.lines("out", "documents").first)
        #expect(String(decoding: document, as: UTF8.self).contains(String(repeating: test.text, count: 8)))
    }

    @Test("the licence of a photograph is not the page's")
    func photoLicence() throws {
        let bench = try Workbench()
        let html =
            "<html><body><article>" + Record.prose("a harbour")
            + "<figure><img src=\"p.jpg\"><figcaption>Photo: <a rel=\"license\" href=\"https://creativecommons.org/licenses/by/4.0/\">CC BY 4.0</a></figcaption></figure></article></body></html>"
        let path = try bench.archive("p.warc.gz", Record.silentSite("p.example") + [.page("http://p.example/", html)])
        try bench.filter([path], out: "out")
        #expect(try bench.rows("out").first?.decisions.last?.basisText == "eu=exc.eu.cdsm4")
    }

    @Test(
        "a feed is never a document, and what it says of rights stands in its row",
        arguments: ["application/rss+xml", "text/xml; charset=utf-8", "application/xml"])
    func feed(_ type: String) throws {
        let bench = try Workbench()
        let xml =
            "<rss version='2.0' xmlns:c='http://backend.userland.com/creativeCommonsRssModule'><channel>"
            + "<c:license>https://creativecommons.org/licenses/by/4.0/</c:license></channel></rss>"
        let record = Record(url: "http://f.example/feed", headers: ["Content-Type: \(type)"], body: Array(xml.utf8))
        let path = try bench.archive("f.warc.gz", Record.silentSite("f.example") + [record])
        try bench.filter([path], out: "out")
        let row = try #require(try bench.rows("out").first)
        #expect(row.considered.capture?.bodyState == .notText)
        #expect(row.considered.document == nil)
        #expect(row.considered.licence.licences.map(\.id) == ["cc-by"])
        #expect(row.considered.statesAtUse[.licenceFeed] == .stated)
        #expect(row.considered.statesAtUse[.metaRobots] == .absent)
        #expect(try bench.lines("out", "documents").isEmpty)
    }
}

import Canonical
import Foundation
import Provenance
import Shards
import Testing
import WebAddress

@testable import Jobs

@Suite("What is no whole text is never a document, and hides no refusal")
struct UnreadableBodyTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let record: Record
    }

    private static let url = "http://a.example/p"
    private static let page = "<!doctype html><html><body>" + Record.prose("boats") + "</body></html>"

    private static func record(_ name: String, _ body: [UInt8], _ headers: [String], status: Int = 200) -> Case {
        Case(testDescription: name, record: Record(url: url, status: status, headers: headers, body: body))
    }

    private static func wide(_ text: String, _ order: (UInt16) -> [UInt8]) -> [UInt8] { text.utf16.flatMap(order) }

    static let html = ["Content-Type: text/html"]
    static let refused: [Case] = [
        record("noise", (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 ^ ($0 >> 3)) }, html),
        record("UTF-16 without a mark", wide(page) { [UInt8($0 & 255), UInt8($0 >> 8)] }, html),
        record("big-endian UTF-16 without a mark", wide(page) { [UInt8($0 >> 8), UInt8($0 & 255)] }, html),
        record("UTF-32", page.unicodeScalars.flatMap { [UInt8($0.value & 255), UInt8($0.value >> 8), 0, 0] }, html),
        record("ASCII called UTF-16", Array(page.utf8), ["Content-Type: text/html; charset=utf-16"]),
        record("letters of another code without a tag", Array(Record.prose("x").utf8).map { $0 | 0x80 }, html),
        record(
            "Cyrillic in an encoding nobody states",
            Array("<html><body><p>".utf8) + [UInt8](repeating: 0xD0, count: 900) + Array("</p></body></html>".utf8),
            html),
        record("status 206", Array(page.utf8), html + ["Content-Range: bytes 0-785/99999"], status: 206),
        record("200 with a range", Array(page.utf8), html + ["Content-Range: bytes 0-5/100"]),
        record(
            "plain text first, page second, and the page refuses",
            Array("<!doctype html><html><head><meta name=robots content=noai></head>\(Record.prose("x"))</html>".utf8),
            ["Content-Type: text/plain", "Content-Type: text/html"]),
        record(
            "a page called plain text that refuses",
            Array("<!doctype html><html><head><meta name=robots content=noai></head>\(Record.prose("x"))</html>".utf8),
            ["Content-Type: text/plain"]),
        record(
            "a chunk size that is none", Array(("FFFFFFFFFFFFFFFFF\r\n" + page).utf8),
            html + ["Transfer-Encoding: chunked"]),
    ]

    @Test("bodies that are parts, noise or in another encoding", arguments: refused)
    func isRefused(_ sample: Case) throws {
        let bench = try Workbench()
        try bench.archive("a.warc.gz", Record.silentSite("a.example") + [sample.record])
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        let rows = try bench.rows("out")
        #expect(rows.count == 1)
        #expect(rows.allSatisfy { !$0.verdict.admits })
        #expect(try bench.lines("out", "documents").isEmpty)
    }

    @Test("the same page whole, in ASCII, Shift_JIS and windows-1252 with accents, is admitted")
    func isAdmitted() throws {
        let bench = try Workbench()
        let accents =
            Array("<html><body><p>".utf8)
            + Array(Record.prose("x").utf8).map { $0 == UInt8(ascii: "z") ? 0xE9 : $0 }
            + Array("</p></body></html>".utf8)
        let japanese =
            Array("<html><head><meta charset=shift_jis></head><body><p>".utf8)
            + Array(repeating: [0x93, 0xFA, 0x96, 0x7B, 0x8C, 0xEA, 0x81, 0x42] as [UInt8], count: 60).joined()
            + Array("</p></body></html>".utf8)
        try bench.archive(
            "a.warc.gz",
            Record.silentSite("a.example") + [
                .page("http://a.example/1", Self.page),
                Record(url: "http://a.example/2", headers: Self.html, body: accents),
                Record(url: "http://a.example/3", headers: Self.html, body: japanese),
            ])
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        let verdicts = Dictionary(
            uniqueKeysWithValues: try bench.rows("out").map { ($0.considered.url.text, $0.verdict.admits) })
        #expect(verdicts == ["http://a.example/1": true, "http://a.example/2": true, "http://a.example/3": true])
    }

    @Test(
        "a site file that is a part, or no text, is not known",
        arguments: ["part", "wide", "packed", "nul", "segment"])
    func siteFiles(_ kind: String) throws {
        let bench = try Workbench()
        let text = "User-agent: *\nDisallow: /\n"
        var robots = Record.file("http://a.example/robots.txt", text)
        switch kind {
        case "part":
            robots.status = 206
            robots.headers.append("Content-Range: bytes 0-13/50")
            robots.body = Array(robots.body.prefix(14))
        case "wide": robots.body = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        case "packed": robots.body = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0] + robots.body
        case "nul": robots.body = Array("User-agent: *\n\0Disallow: /\n".utf8)
        default: robots.isSegment = true
        }
        let others = Record.silentSite("a.example").filter { !$0.url.hasSuffix("robots.txt") }
        try bench.archive("a.warc.gz", others + [robots, .page(Self.url, Self.page)])
        try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        #expect(try bench.rows("out").map(\.verdict) == [.hold])
    }

    @Test("a record of several targets names none, and a segment is not whole")
    func contradictoryRecords() throws {
        let bench = try Workbench()
        var page = Record.page(Self.url, Self.page)
        page.isSegment = true
        var twice = Record.page("http://a.example/q", Self.page)
        twice.extra = ["WARC-Target-URI: http://b.example/q"]
        try bench.archive("a.warc.gz", Record.silentSite("a.example") + [page, twice])
        let outcome = try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
        #expect(try bench.rows("out").map(\.verdict.admits) == [false])
        #expect(outcome.counts.groups["skipped"]?["several target URIs"] == 1)
    }

    @Test(
        "a site file that was looked for and cannot be read is never a yes, whether a pack requires it or not",
        arguments: ["ai.txt", "trust.txt", ".well-known/trust.txt"])
    func unreachableSiteFiles(_ path: String) throws {
        for (status, admits) in [(404, true), (500, false), (403, false)] {
            let bench = try Workbench()
            let file = Record.file("http://a.example/\(path)", "", status: status)
            let others = Record.silentSite("a.example").filter { $0.url != file.url }
            try bench.archive("a.warc.gz", others + [file, .page(Self.url, Self.page)])
            try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
            let row = try #require(try bench.rows("out").first)
            #expect(row.verdict == (admits ? .allowWithObligations : .hold), "\(path) answered \(status)")
        }
    }

    @Test("a document that a site file names is not taken from a record of several targets")
    func namedDocumentOfSeveralTargets() throws {
        let robots = Record.file(
            "http://a.example/robots.txt", "User-agent: *\nAllow: /\nLicense: https://a.example/rsl.xml\n")
        let others = Record.silentSite("a.example").filter { !$0.url.hasSuffix("robots.txt") } + [robots]
        let rsl =
            "<rsl xmlns='https://rslstandard.org/rsl'><content url='/'><license>"
            + "<permits type='usage'>all</permits></license></content></rsl>"
        for extra in [[], ["WARC-Target-URI: https://b.example/rsl.xml"]] {
            let bench = try Workbench()
            var document = Record.file("https://a.example/rsl.xml", rsl, type: "application/rsl+xml")
            document.extra = extra
            try bench.archive("a.warc.gz", others + [document, .page(Self.url, Self.page)])
            try bench.filter([bench.folder + "/a.warc.gz"], out: "out")
            let row = try #require(try bench.rows("out").first { $0.considered.url.text == Self.url })
            #expect(row.considered.siteFiles.contains { $0.kind == .rsl } == extra.isEmpty)
            #expect(row.verdict.admits == extra.isEmpty)
        }
    }
}

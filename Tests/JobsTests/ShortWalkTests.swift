import Canonical
import Foundation
import Provenance
import Shards
import Testing
import WebAddress

@testable import Jobs

@Suite("one walk over an archive: what is considered early is what two walks come to")
struct ShortWalkTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let records: @Sendable () -> [Record]
        var testDescription: String { name }
    }

    private static func pages(_ host: String, _ count: Int = 3) -> [Record] {
        (0..<count).map { .page("http://\(host)/\($0)", "<html><body>" + Record.prose("\(host) \($0)")) }
    }

    private static let refusal = "User-agent: *\nDisallow: /\n"

    private static let cases = [
        Case(name: "no site file") { pages("a.example") + pages("b.example") },
        Case(name: "site files before their pages") { Record.silentSite("a.example") + pages("a.example") },
        Case(name: "site files behind their pages") {
            pages("a.example") + pages("b.example") + Record.silentSite("a.example")
        },
        Case(name: "site files between pages, of one host of three") {
            pages("a.example") + pages("b.example") + Record.silentSite("b.example") + pages("b.example", 5)
                + pages("c.example")
        },
        Case(name: "a refusal behind the pages it is for") {
            Record.absentFiles("a.example") + pages("a.example")
                + [.file("http://a.example/robots.txt", refusal)] + pages("c.example")
        },
        Case(name: "a refusal at the end of a redirect") {
            var moved = Record.file("http://a.example/robots.txt", "", status: 301)
            moved.headers.append("Location: http://www.a.example/robots.txt")
            return pages("a.example") + [moved, .file("http://www.a.example/robots.txt", refusal)]
                + Record.absentFiles("a.example")
        },
        Case(name: "a document that a site file behind it names") {
            let terms = Record(
                url: "http://b.example/terms.xml", headers: ["Content-Type: application/rsl+xml"],
                body: Array("<rsl xmlns='https://rslstandard.org/rsl'><content url='/'/></rsl>".utf8))
            return pages("a.example") + [terms] + pages("b.example")
                + [
                    .file(
                        "http://a.example/robots.txt", "License: http://b.example/terms.xml\nUser-agent: *\nAllow: /\n")
                ]
                + Record.absentFiles("a.example")
        },
        Case(name: "ids that repeat") {
            pages("a.example", 4).map { page in
                var page = page
                page.id = "urn:uuid:00000000-0000-4000-8000-000000000001"
                return page
            } + Record.silentSite("a.example")
        },
        Case(name: "a record that may hide a site file") {
            var hidden = Record.file("http://a.example/robots.txt", refusal)
            hidden.type = "resource"
            return pages("a.example") + Record.silentSite("a.example") + [hidden]
        },
    ]

    private static let limits = [
        WalkLimits(), WalkLimits(keptBytes: 0), WalkLimits(keptBytes: 20_000), WalkLimits(keptBytes: 40_000),
    ]

    @Test("the files are those of two walks, whatever is kept and whoever considers", arguments: cases)
    func isEqual(_ test: Case) throws {
        let bench = try Workbench()
        let path = try bench.archive("a.warc.gz", test.records())
        try bench.filter([path], out: "two", walk: WalkLimits(fileBytes: 0))
        let due = try bench.files("two")
        #expect(try !bench.lines("two", "evidence").isEmpty)
        for (number, limits) in Self.limits.enumerated() {
            for workers in [1, 3] {
                let out = "one-\(number)-\(workers)"
                try bench.filter([path], out: out, workers: workers, walk: limits)
                #expect(try bench.files(out) == due, "\(limits), \(workers) workers")
            }
        }
    }

    @Test("a refusal that stands last bars every page of its host, and none of another")
    func lastRefusalBars() throws {
        let bench = try Workbench()
        let sites = Record.absentFiles("a.example") + Record.silentSite("b.example")
        let path = try bench.archive(
            "a.warc.gz",
            sites + Self.pages("a.example", 20) + Self.pages("b.example", 2)
                + [.file("http://a.example/robots.txt", Self.refusal)])
        try bench.filter([path], out: "out")
        for row in try bench.rows("out") {
            let isBarred = row.considered.url.origin.description == "http://a.example"
            #expect(row.verdict == (isBarred ? .deny : .allowWithObligations), "\(row.considered.url.text)")
        }
    }

    @Test("damage is told once, and what stands around it is the same", arguments: [1, 3])
    func damage(_ workers: Int) throws {
        let bench = try Workbench()
        let first = try (Self.pages("a.example") + Self.pages("b.example")).flatMap { try $0.bytes() }
        var middle = try Record.page("http://a.example/x", Record.prose("x")).bytes()
        for index in 20..<min(120, middle.count) { middle[index] = 0xAA }
        let last = try (Record.silentSite("b.example") + Self.pages("b.example")).flatMap { try $0.bytes() }
        let path = bench.folder + "/bad.warc.gz"
        try OutputFile.replace(path, with: first + middle + last)
        let due = try bench.filter([path], out: "two", walk: WalkLimits(fileBytes: 0))
        #expect(!due.damage.isEmpty)
        for (number, limits) in Self.limits.enumerated() {
            let outcome = try bench.filter([path], out: "one-\(number)", workers: workers, walk: limits)
            #expect(outcome.damage == due.damage)
            #expect(try bench.files("one-\(number)") == bench.files("two"))
        }
    }
}

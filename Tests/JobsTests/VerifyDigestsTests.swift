import Canonical
import Provenance
import Shards
import Testing

@testable import Jobs

@Suite("filter --verify-digests: a record that is not what was archived is damage, and nothing is believed of it")
struct VerifyDigestsTests {
    /// A record whose block was changed after its digest was taken, compressed anew.
    private func altered(_ record: Record, _ old: String, _ new: String) throws -> [UInt8] {
        var changing = record
        changing.extra = ["X-Changed: 1"]
        let stored = try changing.bytes()
        let from = Array(old.utf8)
        // The member holds its bytes as they are: head of 10 bytes, block head of 5, trailer of 8.
        var plain = Array(stored[15..<(stored.count - 8)])
        let place = try #require(plain.firstRange(of: from))
        plain.replaceSubrange(place, with: Array(new.utf8))
        return try ZlibMember.pack(plain)
    }

    @Test("told with file, offset and reason, never a document; without the flag nobody looks")
    func page() throws {
        let bench = try Workbench()
        let page = Record.page("http://a.example/", Record.prose("harbours"))
        let site = try Record.silentSite("a.example").flatMap { try $0.bytes() }
        let path = bench.folder + "/a.warc.gz"
        try OutputFile.replace(
            path, with: site + altered(page, "A sentence about harbours", "A sentence about airports"))
        #expect(try bench.filter([path], out: "plain").damage.isEmpty)
        #expect(try bench.lines("plain", "documents").count == 1)
        for workers in [1, 3] {
            let outcome = try bench.filter([path], out: "checked\(workers)", workers: workers, verify: true)
            #expect(outcome.damage.map(\.offset) == [site.count])
            #expect(outcome.damage.first?.input == "a.warc.gz")
            #expect(outcome.damage.first?.reason.contains("WARC-Block-Digest") == true)
            #expect(try bench.lines("checked\(workers)", "documents").isEmpty)
            let row = try #require(try bench.rows("checked\(workers)").first)
            #expect(row.considered.capture?.bodyState == .undecodable)
            #expect(row.verdict >= .hold)
        }
        #expect(try bench.files("checked1") == bench.files("checked3"))
    }

    @Test("a robots.txt that was changed gives no leave")
    func siteFile() throws {
        let bench = try Workbench()
        let site = Record.silentSite("a.example")
        let page = try Record.page("http://a.example/", Record.prose("harbours")).bytes()
        let path = bench.folder + "/a.warc.gz"
        let rest = try site[1...].flatMap { try $0.bytes() }
        try OutputFile.replace(path, with: try altered(site[0], "Allow: /", "allow: /") + rest + page)
        try bench.filter([path], out: "checked", verify: true)
        #expect(try bench.rows("checked").allSatisfy { !$0.verdict.admits })
        try bench.filter([path], out: "plain")
        let rows = try bench.rows("plain")
        #expect(rows.allSatisfy { $0.verdict.admits })
    }

    @Test("a sound archive is the same with the flag as without")
    func sound() throws {
        let bench = try Workbench()
        let path = try bench.archive(
            "a.warc.gz", Record.silentSite("a.example") + [.page("http://a.example/", Record.prose("harbours"))])
        #expect(try bench.filter([path], out: "a", verify: true).damage.isEmpty)
        try bench.filter([path], out: "b")
        #expect(try bench.lines("a", "evidence") == bench.lines("b", "evidence"))
    }
}

import Provenance
import Shards
import Testing

@testable import Jobs

@Suite("a record that cannot be read may be a later site file: its input's older ones give no leave")
struct UnreadRecordTests {
    @Test(
        "whatever of its head is broken",
        arguments: [
            ("WARC/1.1", "WORC/1.1"), ("WARC-Date", "WARC-Dote"), ("WARC-Target-URI", "WARC-Target-URX"),
            ("WARC-Type", "WARC-Typo"), ("http://a.example/", "http://a.example:x/"),
        ])
    func head(_ change: (old: String, new: String)) throws {
        let bench = try Workbench()
        var refusal = Record.file("http://a.example/robots.txt", "User-agent: *\nDisallow: /\n")
        // With a field of its own a record is packed without compression. The member holds its bytes as they are: head of 10 bytes, block head of 5, trailer of 8.
        refusal.extra = ["X-Note: stored"]
        let stored = try refusal.bytes()
        var plain = Array(stored[15..<(stored.count - 8)])
        let place = try #require(plain.firstRange(of: Array(change.old.utf8)))
        plain.replaceSubrange(place, with: Array(change.new.utf8))
        let site = try Record.silentSite("a.example").flatMap { try $0.bytes() }
        let page = try Record.page("http://a.example/", Record.prose("harbours")).bytes()
        let path = bench.folder + "/a.warc.gz"
        try OutputFile.replace(path, with: site + page)
        try bench.filter([path], out: "sound")
        #expect(try bench.rows("sound").map(\.verdict.admits) == [true])
        try OutputFile.replace(path, with: site + ZlibMember.pack(plain) + page)
        try bench.filter([path], out: "broken")
        #expect(try bench.rows("broken").map(\.verdict.admits) == [false])
    }

    @Test("an older robots.txt that allows is no leave for a pack that asks for nothing but that and a licence")
    func openOnly() throws {
        let bench = try Workbench(packs: "open-only")
        let licence =
            "<p>This text is licensed under <a rel=license href='https://creativecommons.org/licenses/by/4.0/'>CC BY</a>"
        let page = try Record.page("http://a.example/", Record.prose("harbours") + licence).bytes()
        let site = try Record.silentSite("a.example").flatMap { try $0.bytes() }
        let path = bench.folder + "/a.warc.gz"
        try OutputFile.replace(path, with: site + page)
        try bench.filter([path], out: "sound")
        #expect(try bench.rows("sound").map(\.verdict.admits) == [true])
        try OutputFile.replace(path, with: site + page + [0x1F, 0x8B, 8, 0])
        try bench.filter([path], out: "broken")
        #expect(try bench.rows("broken").map(\.verdict) == [.hold])
    }
}

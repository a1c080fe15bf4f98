import Canonical
import Foundation
import Ledger
import Provenance
import Registry
import Testing
import WebAddress

@testable import Jobs

@Suite("Reach of objections to texts, over outputs, by the command line")
struct CopyReachTests {
    private static let text = (0..<400).map { "w\(($0 * 7919 + 104_729) % 100_003)" + ($0 % 12 == 11 ? "." : "") }
        .joined(separator: " ")
    private static let licence = "<link rel=license href='https://creativecommons.org/licenses/by/4.0/'>"

    private static func page(_ url: String, head: String = "", tail: String = "") -> Record {
        .page(url, "<html><head>\(head)</head><body><article><p>\(text) \(tail).</p></article></body></html>")
    }

    /// A registry with an objection to the text in effect, and an output whose pages are copies of it.
    private func bench(_ pages: [Record], more: String = "") throws -> (Workbench, id: String) {
        let bench = try Workbench()
        let hosts = Set(pages.compactMap { URL(string: $0.url)?.host })
        let records = pages + hosts.sorted().flatMap(Record.silentSite)
        try bench.filter([try bench.archive("a.warc.gz", records)], out: "one")
        try Data(Self.text.utf8).write(to: URL(fileURLWithPath: bench.folder + "/text.txt"))
        try Data(Workbench.suffixes).write(to: URL(fileURLWithPath: bench.folder + "/suffixes"))
        _ = try Command(["registry", "init", "--store", "r.db", "--origin", "example.org/registry"], in: bench.folder)
        let filed = try Command(
            [
                "registry", "object", "--store", "r.db", "--name", "Ann", "--contact", "ann@mine.example", "--text",
                "text.txt", "--statement", "--psl", "suffixes",
            ], in: bench.folder)
        #expect(filed.code == 0, "\(filed.complaints)")
        let id = try #require(try JSONReader.read(Array(filed.output.utf8))["objection"]?.string)
        _ = try Command(
            ["registry", "verify", id, "--store", "r.db", "--standing", "L1", "--method", "mailbox"], in: bench.folder)
        return (bench, id)
    }

    private func reach(_ bench: Workbench, _ more: [String] = []) throws -> (code: Int32, json: JSONValue) {
        let told = try Command(
            ["registry", "reach", "one", "--store", "r.db", "--psl", "suffixes", "--json"] + more, in: bench.folder)
        return (told.code, try JSONReader.read(Array(told.output.utf8)))
    }

    @Test("Copies are counted once each with their domains; what may be one counts, strangers do not")
    func counted() throws {
        let (bench, _) = try bench([
            Self.page("http://a.example/1"), Self.page("http://b.a.example/2"), Self.page("http://c.example/3"),
            Self.page("http://c.example/4", tail: (0..<350).map { "x\($0)" }.joined(separator: " ")),
            .page("http://d.example/", Record.prose("another thing")),
        ])
        let (code, json) = try reach(bench)
        #expect(code == 0)
        #expect(json["reach"]?["documents"]?.integer == 4 && json["reach"]?["domains"]?.integer == 2)
        #expect(json["state"]?.string == "EFFECTIVE" && json["under_review"] == nil)
        let size = try Command(["registry", "log", "--store", "r.db"], in: bench.folder).output.count
        #expect(try reach(bench).code == 0)
        #expect(try Command(["registry", "log", "--store", "r.db"], in: bench.folder).output.count == size, "no news")
    }

    @Test("A wide one is held in runs and never recalled until it is confirmed; then it bars, and is recalled")
    func wide() throws {
        let (bench, id) = try bench((0..<11).map { Self.page("http://h\($0).example/") })
        let (code, json) = try reach(bench)
        #expect(code == 1 && json["under_review"]?.bool == true && json["blocking"]?.bool == true)
        func snapshot() throws -> Snapshot {
            let made = try Command(
                ["registry", "compile", "--store", "r.db", "--out", "now", "--psl", "suffixes"], in: bench.folder)
            #expect(made.code == 0, "\(made.complaints)")
            return try Snapshot.load(bench.folder + "/now")
        }
        func recalled() throws -> Int {
            let recall = OutputRecall(
                .recall, snapshot: try snapshot(), source: Digest(of: "x"),
                at: Timestamp(seconds: Int64(Date().timeIntervalSince1970)))
            return try recall.preview([bench.folder + "/one"]).reduce(0) { $0 + $1.documents }
        }
        #expect(try recalled() == 0)
        let decided = try Command(
            ["registry", "decide", id, "confirm", "--reason", "looked_at", "--store", "r.db"], in: bench.folder)
        #expect(decided.code == 0, "\(decided.complaints)")
        #expect(try recalled() == 11)
    }

    @Test("A copy on another site under an open licence contests it; one on the objector's own does not")
    func licensed() throws {
        let (own, _) = try bench([Self.page("http://www.mine.example/1", head: Self.licence)])
        #expect(try reach(own).json["state"]?.string == "EFFECTIVE")
        let (other, _) = try bench([Self.page("http://other.example/1", head: Self.licence)])
        let (code, json) = try reach(other)
        #expect(code == 1 && json["state"]?.string == "CONTESTED" && json["blocking"]?.bool == true)
        #expect(json["reach"]?["licensed"]?.integer == 1)
    }

    @Test(
        "A copy that is proven to be the origin contests it, and one that only claims to be does not",
        arguments: [("proven", "CONTESTED"), ("claimed", "EFFECTIVE")])
    func earlier(proof: String, state: String) throws {
        let (bench, _) = try bench([Self.page("http://other.example/1")])
        let text = try #require(try bench.rows("one").compactMap(\.considered.document?.textDigest).first)
        let clusters =
            "clusters: [{id: c-1, members: [\"\(text)\", \"https://mine.example/1\", \"http://other.example/1\"], origin: \"http://other.example/1\", proof: \(proof)}]\n"
        try Data(clusters.utf8).write(to: URL(fileURLWithPath: bench.folder + "/clusters.yaml"))
        let settings = """
            operator: {product: TestBot, version: "1", contact: "https://operator.example/bot", email: bot@operator.example}
            profile: {}
            packs: {directory: packs, active: [eu]}
            grounds: {clusters: clusters.yaml}
            """
        try Data(settings.utf8).write(to: URL(fileURLWithPath: bench.folder + "/config.yaml"))
        let json = try reach(bench, ["--config", "config.yaml"]).json
        #expect(json["state"]?.string == state)
        #expect(json["reach"]?["earlier"]?.integer == (proof == "proven" ? 1 : 0))
    }
}

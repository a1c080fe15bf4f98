import Canonical
import Foundation
import Licensing
import Provenance
import Shards
import Testing
import WebAddress

@testable import Jobs

@Suite("cluster: the copies among documents, as an input of decisions (E17)")
struct ClusterTests {
    private static func text(_ seed: Int, _ words: Int = 300) -> String {
        "<p>"
            + (0..<words).map { "w\(($0 * 7919 + seed * 104_729) % 100_003)" + ($0 % 12 == 11 ? "." : "") }.joined(
                separator: " ") + ".</p>"
    }

    private func compile(_ bench: Workbench, _ outputs: [String]) throws -> (ClusterFile.Outcome, String) {
        let settings = DoubtSettings()
        var clusters = ClusterFile(containment: settings.nearCopyDeny, places: settings.nearCopyPlaces)
        for output in outputs { try clusters.add(output: bench.folder + "/" + output) }
        let path = bench.folder + "/clusters.yaml"
        let outcome = try clusters.write(to: path)
        return (outcome, try String(contentsOfFile: path, encoding: .utf8))
    }

    @Test("Exact copies, a near copy and strangers, over two outputs; decisions take the file")
    func found() throws {
        let bench = try Workbench()
        let one = try bench.archive(
            "one.warc.gz",
            [
                .page("http://a.example/1", Self.text(1)), .page("http://a.example/2", Self.text(2)),
                .page("http://b.example/1", Self.text(1) + "<p>And a few words more of its own.</p>"),
            ])
        let two = try bench.archive(
            "two.warc.gz",
            [
                .page("http://c.example/x", Self.text(1)), .page("http://c.example/y", Self.text(3)),
                .page("http://d.example/2", Self.text(2)),
            ])
        try bench.filter([one], out: "one")
        try bench.filter([two], out: "two")
        let (outcome, text) = try compile(bench, ["one", "two"])
        #expect(outcome.documents == 6 && outcome.clusters == 2 && outcome.copies == 5)
        #expect(text.contains("# http://a.example/1") && !text.contains("c.example/y"))
        #expect(try compile(bench, ["two", "one", "two"]).1 == text)
        var grounds = OperatorGrounds()
        try grounds.add(.clusters, ConfigNode.read(text, file: "clusters.yaml"))
        let profile = try bench.inputs(bench.config()).profile
        let rows = try bench.rows("one") + bench.rows("two")
        let sizes = rows.filter { $0.considered.document != nil }.map { row in
            grounds.grounds(
                for: row.considered.matchKeys, fetched: Workbench.fetched, profile: profile, at: Workbench.at
            ).clusters.map(\.size)
        }
        #expect(sizes == [[3], [2], [3], [3], [], [2]])
    }

    @Test("One address twice is no copy, and nothing found is a file that says so")
    func none() throws {
        let bench = try Workbench()
        let input = try bench.archive(
            "a.warc.gz", [.page("http://a.example/1", Self.text(1)), .page("http://b.example/2", Self.text(2))])
        try bench.filter([input], out: "one")
        let (outcome, text) = try compile(bench, ["one", "one"])
        #expect(outcome.clusters == 0 && outcome.documents == 2)
        #expect(text.hasSuffix("clusters: []\n"))
        #expect(throws: JobError.self) { try compile(bench, ["nothing"]) }
    }

    @Test("Ten thousand documents in any order give the same groups", arguments: [1, 2])
    func many(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        var members: [(DuplicateSearch.Member, Digest)] = []
        for number in 0..<10_000 {
            // Every tenth text has a copy that agrees in all but a few places.
            let source = number % 10 == 9 ? number - 1 : number
            var chance = SplitMix(seed: UInt64(source) &* 977)
            var places = (0..<64).map { _ in UInt8.random(in: 0...255, using: &chance) }
            if source != number { for place in 0..<6 { places[place * 9] ^= 1 } }
            let member = DuplicateSearch.Member(
                url: "http://h\(number).example/", text: Digest(of: "\(number)"),
                sketch: TextSketch(places: places, count: 500))
            members.append((member, Digest(of: "key \(number)")))
        }
        members.shuffle(using: &random)
        var search = DuplicateSearch { $0.containment >= 800 && $0.places >= 24 }
        for (member, key) in members { search.add(member, key: key) }
        let clusters = search.clusters()
        #expect(clusters.count == 1000)
        #expect(clusters.allSatisfy { $0.count == 2 })
        #expect(clusters.first?.map(\.url) == ["http://h1008.example/", "http://h1009.example/"])
    }
}

import Canonical
import Foundation
import Ledger
import Registry
import Shards

@testable import Jobs

/// Two runs over three hosts, a copy of one page among them, and objections to hold against them.
struct RecallBench {
    static let later = Workbench.at.adding(seconds: 86_400)

    let bench: Workbench
    let key: SigningKey

    var folder: String { bench.folder }

    /// - Parameter pages: of each host.
    init(pages: Int = 4, partBytes: Int = 12_000) throws {
        bench = try Workbench()
        key = try SigningKey(newNamed: "recall.example")
        try OutputFile.replace(bench.folder + "/recall.key", with: Array((key.text + "\n").utf8))
        try OutputFile.replace(bench.folder + "/psl", with: Workbench.suffixes)
        for (number, host) in ["a.example", "b.example", "c.example"].enumerated() {
            var records = Record.silentSite(host)
            for page in 0..<pages {
                // The first page of c is that of a: a copy at another host.
                let subject = number == 2 && page == 0 ? "a.example 0" : "\(host) \(page)"
                records.append(.page("http://\(host)/\(page)", Record.prose(subject)))
            }
            try bench.archive("\(number).warc.gz", records)
        }
        let more = "output: {part_bytes: \(partBytes)}"
        try bench.filter(["0", "1"].map { "\(bench.folder)/\($0).warc.gz" }, out: "one", more: more)
        try bench.filter(["\(bench.folder)/2.warc.gz"], out: "two", more: more)
    }

    /// One line of an objection file.
    static func objection(_ id: String, _ kind: String, _ value: String, from: Timestamp = Workbench.at) -> String {
        #"{"id":"\#(id)","scope":{"kind":"\#(kind)","value":"\#(value)"},"state":"EFFECTIVE","standing":"L2","effective_from":"\#(from)","recorded_at":"\#(Workbench.at)"}"#
    }

    func snapshot(_ lines: [String]) throws -> Snapshot {
        let text = lines.joined(separator: "\n") + (lines.isEmpty ? "" : "\n")
        return try Snapshot.compile(
            objections: [("objections", Array(text.utf8))], publicSuffixList: Workbench.suffixes, at: Self.later,
            into: "\(folder)/now-\(UUID().uuidString)")
    }

    @discardableResult
    func take(
        _ kind: OutputRecall.Kind, _ lines: [String], outputs: [String] = ["one", "two"], hold: LegalHold? = nil
    ) throws -> [OutputRecall.Outcome] {
        let snapshot = try snapshot(lines)
        return try OutputRecall(kind, snapshot: snapshot, source: snapshot.digest, at: Self.later, hold: hold)
            .run(outputs.map { "\(folder)/\($0)" }, key: key)
    }

    func audit(_ output: String) throws -> AuditReport { try OutputAudit(output: "\(folder)/\(output)").run() }

    /// URLs of the documents that are in an output.
    func urls(_ output: String) throws -> Set<String> {
        Set(try bench.lines(output, "documents").compactMap { try JSONReader.read($0)["metadata"]?["url"]?.string })
    }
}

internal import Canonical
internal import Jobs
internal import Licensing

/// A run's counts as a person reads them.
enum SummaryText {
    static func of(_ counts: RunCounts) -> String {
        var sections = [
            "\(counts.rows) captures considered, \(counts.documents) documents written (\(counts.textBytes) bytes of text)"
        ]
        sections += section("Decisions", counts.groups["verdict"]) { Self.verdicts[$0] ?? "" }
        sections += section("Basis of what was written", counts.groups["basis"]) { _ in "" }
        sections += section("Why not, first reason", counts.groups["reason"]) { ReasonText.explain($0) }
        sections += section("Settings of doubt that alone kept documents out", counts.groups["doubt"]) { _ in "" }
        sections += section("Records passed over", counts.groups["skipped"]) { _ in "" }
        return sections.joined(separator: "\n")
    }

    static func json(_ counts: RunCounts) -> String {
        let event = JSONValue.object([.init("counts", counts.json), .init("event", .string("summary"))])
        return String(decoding: event.canonicalBytes, as: UTF8.self)
    }

    private static let verdicts = [
        "allow": "in the shards", "allowWithObligations": "in the shards, with obligations",
        "hold": "not in the shards until a doubt is settled", "deny": "not in the shards",
        "purge": "not in the shards, and to be removed wherever it is",
    ]

    private static func section(
        _ title: String, _ names: [String: Int]?, _ explain: (String) -> String
    ) -> [String] {
        guard let names, !names.isEmpty else { return [] }
        var table = Table(rightAligned: [0])
        for (name, count) in names.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            table.add(["\(count)", name, explain(name)])
        }
        return ["\n\(title)", table.text]
    }
}

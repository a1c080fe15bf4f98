internal import Canonical
internal import Jobs
internal import Licensing

/// A run's counts as a person reads them.
enum SummaryText {
    static func of(_ counts: RunCounts) -> String {
        var sections = [
            "\(number(counts.rows, "capture")) considered, \(number(counts.documents, "document")) written "
                + "(\(number(counts.textBytes, "byte")) of text)"
        ]
        sections += section("Decisions", counts.groups["verdict"]) { Self.verdicts[$0] ?? "" }
        sections += section("Basis of what was written", counts.groups["basis"]) { _ in "" }
        sections += section("Why not, first reason", counts.groups["reason"]) { ReasonText.explain($0) }
        let denied = counts.groups["doubtDenied"] ?? [:]
        sections += section("Settings of doubt that alone kept documents out", counts.groups["doubt"]) { name in
            let (all, denied) = (counts.groups["doubt"]?[name] ?? 0, denied[name] ?? 0)
            return "\(all - denied) held, \(denied) denied"
        }
        sections += section(
            "Settings of doubt, softened, without which documents would not be in", counts.groups["doubtAdmitted"]
        ) { _ in "" }
        sections += section("Records passed over", counts.groups["skipped"]) { _ in "" }
        return sections.joined(separator: "\n")
    }

    /// - Parameter passedOver: files of the inputs that were not read; nil where a command has no such files.
    static func json(_ counts: RunCounts, passedOver: Int? = nil) -> String {
        var members: [JSONValue.Member] = [.init("counts", counts.json), .init("event", .string("summary"))]
        if let passedOver { members.append(.init("passedOver", .integer(Int64(passedOver)))) }
        return String(decoding: JSONValue.object(members).canonicalBytes, as: UTF8.self)
    }

    private static func number(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
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

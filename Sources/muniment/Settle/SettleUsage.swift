internal import ArgumentParser
internal import Canonical
internal import Provenance
internal import Jobs
internal import Settlement

struct SettleUsage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "usage",
        abstract: "Checks a usage report: every line, the sums per tariff, the foot and its digest.",
        discussion: """
            Wrong lines are named by file, line and reason, good lines are counted; exit code 1 if any is wrong.

            EXAMPLE
              muniment settle usage report.tsv
            """)

    @Argument(help: "A usage report.")
    var report: String

    @OptionGroup var reading: ReadingOptions

    @Flag(help: "Print a JSON line instead of text.")
    var json = false

    func run() throws {
        let path = report
        let (read, reader, _) = try SettleCommand.settling { try SettlementInputs.readUsage(path) }
        if json {
            Console.say(Self.json(read, reader))
        } else if let read {
            Console.say(Self.text(read))
        }
        try SettleFaults.complain(reader.faults, reader.moreFaults, report: path)
    }

    private static func sums(_ report: UsageReport) -> [(tariff: String, sums: UsageReport.Sums)] {
        report.sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func text(_ report: UsageReport) -> String {
        let head = report.head
        var table = Table(rightAligned: [1, 2, 3])
        table.add(["tariff", "lines", "documents", "tokens x epochs"])
        for (tariff, sum) in sums(report) {
            table.add([tariff, String(sum.lines), String(sum.documents), String(sum.tokens)])
        }
        return
            "\(head.report) from \(head.sender) to \(head.recipient), \(head.from) to \(head.to), \(head.currency); counted by \(head.counting)\n\(uses(report))\(table.text)"
    }

    private static func uses(_ report: UsageReport) -> String {
        guard !report.uses.isEmpty else { return "" }
        var table = Table(rightAligned: [3])
        table.add(["model", "licensee", "territory", "epochs", "from", "to"])
        for use in report.uses {
            table.add([
                use.model, use.licensee, use.territory, String(use.epochs), use.from.description, use.to.description,
            ])
        }
        return table.text + "\n"
    }

    /// Counts are texts: they may be beyond what JSON's numbers hold.
    private static func json(_ report: UsageReport?, _ reader: UsageReader) -> String {
        var tariffs: [JSONValue.Member] = []
        let all = if let report { sums(report) } else { [(tariff: String, sums: UsageReport.Sums)]() }
        for (tariff, sum) in all {
            let counts: [JSONValue.Member] = [
                .init("documents", .string(String(sum.documents))), .init("lines", .string(String(sum.lines))),
                .init("tokens", .string(String(sum.tokens))),
            ]
            tariffs.append(.init(tariff, .object(counts)))
        }
        let members: [JSONValue.Member] = [
            .init("digest", report.map { .string($0.digest.hex) } ?? .null),
            .init("faults", .array(reader.faults.map { .string($0.description) })),
            .init("report", report.map { .string($0.head.report) } ?? .null), .init("tariffs", .object(tariffs)),
            .init("uses", .integer(Int64(report?.uses.count ?? 0))),
        ]
        return String(decoding: JSONValue.object(members).canonicalBytes, as: UTF8.self)
    }
}

/// Tells the lines of files that are wrong, and ends with a finding if there are any.
enum SettleFaults {
    /// - Parameter report: The usage report, which is another's to mend.
    static func complain(_ faults: [UsageReport.Fault], _ more: Int, report: String) throws {
        guard !faults.isEmpty else { return }
        for fault in faults.prefix(20) { Console.complain(fault.description) }
        let rest = faults.count - 20 + more
        if rest > 0 { Console.complain("and \(rest) more") }
        let own = Set(faults.map(\.file)).subtracting([report]).sorted()
        var advice: [String] = []
        if !own.isEmpty { advice.append("mend \(own.joined(separator: ", "))") }
        if faults.contains(where: { $0.file == report }) {
            advice.append("ask the sender of \(report) to mend and send again")
        }
        throw JobError(
            .finding,
            "\(faults.count + more) lines are wrong; nothing is shared out by them: \(advice.joined(separator: ", and "))"
        )
    }
}

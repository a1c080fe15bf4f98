internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Provenance
internal import Settlement
internal import Shards

struct SettleReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes the usage report of runs: which works were used how much, as decided when they were read.",
        discussion: """
            A line for each document that obliges to a payment or report under a mandate, each document once. Tokens are
            UTF-8 bytes of the text. It holds no text.

            EXAMPLE
              muniment settle report out --out usage.tsv --id R-1 --sender "Lab" --recipient "Society of Writers"
              --from 2026-01-01 --to 2027-01-01 --currency CNY
            """)

    @Argument(help: "Output folders of runs.")
    var runs: [String]

    @Option(help: "The file to write.")
    var out: String

    @Option(help: "The report's id.")
    var id: String

    @Option(help: "Who used the works.")
    var sender: String

    @Option(help: "The society the report is for, as its pool names it.")
    var recipient: String

    @Option(help: "The first day of the period.")
    var from: String

    @Option(help: "The first day after the period.")
    var to: String

    @Option(help: "The currency of the pool.")
    var currency: String

    @Option(help: "How often each document was trained on.")
    var epochs: UInt64 = 1

    @Option(help: "Where it was used.")
    var territory = "CN"

    @Option(help: "A mandate whose uses are reported; all if none is named. May be repeated.")
    var mandate: [String] = []

    @Flag(help: "Print a JSON line instead of text.")
    var json = false

    func run() throws {
        guard let first = Self.day(from), let last = Self.day(to), first < last else {
            throw JobError(.usage, "--from and --to are two days such as 2026-01-01, the first before the second")
        }
        guard epochs > 0 else { throw JobError(.usage, "--epochs is at least 1") }
        let lines = try uses(before: last)
        var bytes: [UInt8] = []
        let digest = try SettleCommand.settling {
            _ = try Currency(currency)
            let head = UsageReport.Head(
                report: id, sender: sender, recipient: recipient, from: first, to: last, currency: currency,
                counting: "utf-8 bytes of the text")
            var writer = try UsageWriter(head) { bytes += $0 }
            for line in lines.lines { try writer.add(line) }
            return try writer.finish()
        }
        try OutputFile.replace(out, with: bytes)
        if json {
            let value = JSONValue.object([
                .init("digest", .string(digest.hex)), .init("lines", .integer(Int64(lines.lines.count))),
                .init("otherBasis", .integer(Int64(lines.others))),
            ])
            return Console.say(String(decoding: value.canonicalBytes, as: UTF8.self))
        }
        Console.say("\(lines.lines.count) uses in \(out)")
        if lines.others > 0 {
            Console.say(
                "  \(lines.others) documents oblige to pay or report, and rest on no mandate that was asked for")
        }
    }

    private func uses(before end: Timestamp) throws -> (lines: [UsageLine], others: Int) {
        var lines: [UsageLine] = []
        let others = try RunUses(outputs: runs, mandates: Set(mandate)).each { use in
            lines.append(
                UsageLine(
                    tariff: use.match.tariff, work: use.match.work, match: Self.state(use.match, end),
                    document: use.document.hex, domain: use.domain, workClass: "", documents: 1,
                    tokens: UInt64(use.textBytes), epochs: epochs, basis: use.basis, territory: territory,
                    licensee: sender))
        }
        return (lines, others)
    }

    private static func state(_ match: MandateMatch, _ end: Timestamp) -> MatchState {
        if let optedOut = match.optedOut, optedOut < end { return .optedOut }
        if match.isDisputed { return .conflict }
        return match.isCertain ? .matched : .candidate
    }

    private static func day(_ text: String) -> Timestamp? {
        text.utf8.count == 10 ? Timestamp(rfc3339: text + "T00:00:00Z") : nil
    }
}

internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Ledger
internal import Provenance
internal import Settlement
internal import Shards

struct SettleReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes the usage report of runs: which works were used how much, as decided when they were read.",
        discussion: """
            With --log and --key a line for each document of each use that the log records under that key, or one that took
            over from it, and that ends within the period, each document once for a use; a use that goes on belongs to the
            period in which it ends. What nobody recorded is no use. Without it a line for each document prepared, in a report that
            says so and that no pool is shared out by. Tokens are UTF-8 bytes of the text, or its words. It holds no text. With --notice the
            documents that rest on a notice which announced a rate, for the pool that settle notice opens.

            EXAMPLE
              muniment settle report out --log log --key log.pub --out usage.tsv --id R-1 --sender "Lab" --recipient "Society of Writers"
              --from 2026-01-01 --to 2027-01-01 --currency CNY
            """)

    @Argument(help: "Output folders of runs.")
    var runs: [String]

    @Option(help: "The file to write; it must not be there.")
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

    @Option(help: "The operator's log, whose records say what was used.")
    var log: String?

    @Option(help: "The public key the records must be signed by: a line, or a file that holds it. Due with --log.")
    var key: String?

    @Option(help: "A mandate whose uses are reported; all if none is named. May be repeated.")
    var mandate: [String] = []

    @Option(help: "The notice whose documents are reported, instead of those of mandates.")
    var notice: String?

    @Option(help: "By what tokens are counted: bytes, of the evidence; or words, of the text in the shards.")
    var count = CountingRule.bytes

    @Flag(help: "Say what would be written, and write nothing.")
    var dryRun = false

    @Flag(help: "Print a JSON line instead of text.")
    var json = false

    func run() throws {
        guard let first = Timestamp(day: from), let last = Timestamp(day: to), first < last else {
            throw JobError(.usage, "--from and --to are two days such as 2026-01-01, the first before the second")
        }
        guard !OutputFile.exists(out) else {
            throw JobError(.usage, "\(out) is there already, and stays as it is; name another file")
        }
        guard (log == nil) == (key == nil) else {
            throw JobError(
                .usage,
                log == nil
                    ? "--key checks the records of a log; name it by --log"
                    : "--log needs --key: without the key its records are signed by, anybody's would count")
        }
        if log != nil, last > UseCommand.now {
            Console.complain(
                "warning: the period goes on until \(last); uses that end from now on are not in the report")
        }
        let lines = try log.map { try used($0, first, last) } ?? prepared(before: last)
        var bytes: [UInt8] = []
        let digest = try SettleCommand.settling {
            _ = try Currency(currency)
            let head = UsageReport.Head(
                report: id, sender: sender, recipient: recipient, from: first, to: last, currency: currency,
                counting: (log == nil ? UsageReport.preparedMark : "") + count.name)
            var writer = try UsageWriter(head) { bytes += $0 }
            for use in lines.uses { _ = try writer.add(use) }
            for line in lines.lines { try writer.add(line) }
            for one in lines.rest.lapsed { try writer.note(["lapsed", one.document.hex, one.mandate]) }
            for one in lines.rest.left {
                try writer.note(["recalled", one.document.hex, one.from.description, one.to.description])
            }
            return try writer.finish()
        }
        if !dryRun { try OutputFile.replace(out, with: bytes) }
        show(lines, digest)
        guard lines.bad.isEmpty else {
            throw JobError(
                .finding, "\(lines.bad.count) entries of the log say they are uses and are none; they count for nothing"
            )
        }
    }

    private func show(_ lines: Lines, _ digest: Digest) {
        if json {
            let counts: [(String, Int)] = [
                ("lines", lines.lines.count), ("nearDoubles", lines.doubles.count), ("lapsed", lines.rest.lapsed.count),
                ("onNotice", lines.rest.onNotice),
                ("otherBasis", lines.rest.otherBasis), ("recalled", lines.rest.recalled),
                ("recalledWithin", lines.rest.left.count), ("records", lines.records), ("refused", lines.bad.count),
            ]
            var members: [JSONValue.Member] = counts.map { .init($0.0, .integer(Int64($0.1))) }
            members += [.init("digest", .string(digest.hex)), .init("prepared", .bool(log == nil))]
            let value = JSONValue.object(members)
            return Console.say(String(decoding: value.canonicalBytes, as: UTF8.self))
        }
        Console.say(
            log == nil
                ? "\(lines.lines.count) documents prepared, in \(out); no use of them is shown (--log)"
                : "\(lines.lines.count) uses by \(lines.records) records, in \(out)")
        tellRest(lines.rest)
    }

    private func tellRest(_ rest: RunUses.Rest) {
        if rest.otherBasis > 0 {
            Console.say(
                "  \(rest.otherBasis) documents oblige to pay or report, and rest on no mandate that was asked for")
        }
        if !rest.lapsed.isEmpty {
            Console.say(
                "  \(rest.lapsed.count) documents rest on mandates that did not hold all the time of the use: their money waits"
            )
        }
        if rest.onNotice > 0 {
            Console.say("  \(rest.onNotice) documents rest on a notice: report them with --notice ID")
        }
        if !rest.left.isEmpty {
            Console.say("  \(rest.left.count) documents were recalled while the use went on, and count until then")
        }
        if rest.recalled > 0 {
            Console.say("  \(rest.recalled) documents had been recalled before, and count for nothing")
        }
    }

    private struct Lines {
        var lines: [UsageLine] = []
        var uses: [RecordedUse] = []
        var rest = RunUses.Rest()
        var records = 0
        var doubles: [NearDouble] = []
        var bad: [OperatorLog.BadUse] = []
    }

    private var uses: RunUses { RunUses(outputs: runs, mandates: Set(mandate), notice: notice, counting: count) }

    private func prepared(before end: Timestamp) throws -> Lines {
        var lines = Lines()
        lines.rest = try uses.prepared { lines.lines.append(line($0, end, 0)) }
        return lines
    }

    private func used(_ log: String, _ first: Timestamp, _ last: Timestamp) throws -> Lines {
        let opened = try OperatorLog(log)
        let signers = try opened.successors(of: LedgerKey.verifying(key ?? ""))
        var (lines, records, numbers) = (Lines(), [UseRecord](), [UseRecord: Int]())
        let (good, bad) = try opened.uses()
        lines.bad = bad
        for entry in bad { Console.complain(entry.description) }
        // A use that ends at the very end of the period went on within it alone: its end is exclusive.
        for (record, key) in good where record.to > first && record.from < last {
            let use = "the use for \(record.model), \(record.from) to \(record.to),"
            guard signers.contains(key) else {
                Console.complain("\(use) is signed by \(key.text), not by the key given: it is left out")
                continue
            }
            guard record.to <= last else {
                Console.complain("\(use) goes on beyond the period: it is due in the one in which it ends")
                continue
            }
            guard numbers[record] == nil else {
                Console.complain("\(use) stands twice in the log: it is counted once")
                continue
            }
            records.append(record)
            numbers[record] = records.count
            lines.uses.append(Self.told(record, key))
        }
        lines.doubles = NearDouble.find(in: records)
        for one in lines.doubles {
            Console.complain(
                "warning: two records may be one use: \(one.first.model) by \(one.first.licensee), \(one.parts) parts in common, \(one.first.from) to \(one.first.to) (\(one.first.epochs) epochs) and \(one.second.from) to \(one.second.to) (\(one.second.epochs) epochs); both are counted"
            )
        }
        lines.rest = try uses.used(by: records) {
            lines.lines.append(line($0, $0.record?.to ?? last, $0.record.flatMap { numbers[$0] } ?? 0))
        }
        lines.records = records.count
        guard lines.rest.missingRuns.isEmpty else {
            let names = lines.rest.missingRuns.map { String($0.hex.prefix(16)) }.sorted().joined(separator: ", ")
            throw JobError(
                .usage, "uses of the runs \(names) are recorded in this period; name their output folders too")
        }
        return lines
    }

    private static func told(_ record: UseRecord, _ key: VerifyingKey) -> RecordedUse {
        RecordedUse(record: record.digest(signedBy: key).hex, terms: record.terms)
    }

    /// - Parameter number: Of the use in the report; 0 for what is prepared.
    private func line(_ use: RunUses.Use, _ end: Timestamp, _ number: Int) -> UsageLine {
        let (tariff, work, match) =
            switch use.right {
            case .mandate(let match): (match.tariff, match.work, Self.state(match, end))
            case .lapsed(let match): (match.tariff, "", MatchState.unmatched)
            case .notice(let match): (NoticePool.tariff(match.notice, match.version), "", MatchState.unmatched)
            }
        return UsageLine(
            tariff: tariff, work: work, match: match, document: use.document.hex, domain: use.domain, workClass: "",
            documents: 1, tokens: UInt64(use.tokens), epochs: use.record?.epochs ?? 1, basis: use.basis,
            territory: use.record?.territory ?? "", licensee: use.record?.licensee ?? sender,
            use: number)
    }

    private static func state(_ match: MandateMatch, _ end: Timestamp) -> MatchState {
        if let optedOut = match.optedOut, optedOut < end { return .optedOut }
        if match.isDisputed { return .conflict }
        return match.isCertain ? .matched : .candidate
    }
}

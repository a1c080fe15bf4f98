internal import ArgumentParser
internal import Canonical
internal import Foundation
internal import Jobs

struct FilterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "filter",
        abstract: "Tags and filters archives that are already at hand.",
        discussion: """
            Reads WARC files (.warc, .warc.gz, .warc.zst), folders of them or patterns, and writes documents, evidence,
            sites and a manifest. The same inputs and settings give the same bytes, whatever workers or ranks.

            EXAMPLE
              muniment filter crawl.warc.gz --out out --registry snapshot --site-evidence crawl-out
              zcat pages.jsonl.gz | muniment filter --jsonl --no-registry --site-evidence today > verdicts.jsonl
            """)

    @Argument(help: "WARC files, folders or patterns.")
    var inputs: [String] = []

    @Option(name: .customLong("out"), help: "The output folder.")
    var output: String?

    @Option(help: "A sites/ store, or the output folder of a crawl or survey that holds one.")
    var siteEvidence: String?

    @Option(parsing: .unconditional, help: "Threads that read and decide; 1 if not given.")
    var workers: Int?

    @Option(
        parsing: .unconditional,
        help: "Which rank this is, from 0 (default: SLURM_PROCID, OMPI_COMM_WORLD_RANK or RANK).")
    var rank: Int?

    @Option(
        parsing: .unconditional,
        help: "How many ranks share the inputs (default: SLURM_NTASKS, OMPI_COMM_WORLD_SIZE or WORLD_SIZE).")
    var world: Int?

    @Flag(help: "End with 0 although an input is damaged, or a line of --jsonl cannot be read.")
    var allowDamaged = false

    @Flag(help: "Compute the digests that records state; a record they do not fit is damage, and never a document.")
    var verifyDigests = false

    @Flag(
        help: ArgumentHelp(
            "Read pages as JSON lines on standard input, answer one verdict line each.",
            discussion: "Keys: url, html; headers, status, fetched if known. Without --site-evidence nobody knows "
                + "what robots.txt says, so nothing is admitted. docs/formats/jsonl.md tells all."))
    var jsonl = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        if jsonl { return try runLines() }
        guard !inputs.isEmpty, let output else {
            throw JobError(.usage, "name at least one archive and --out DIR; see `muniment filter --help`")
        }
        try runArchives(output)
    }

    private func runArchives(_ output: String) throws {
        let ranks = try RankChoice(rank: rank, world: world)
        let workers = workers ?? 1
        guard (1...256).contains(workers) else { throw JobError(.usage, "--workers \(workers): 1 to 256 is due") }
        FilterJob.prepare(workers: workers)
        let resuming = try FilterJob.time(of: output, rank: ranks.rank, world: ranks.world)
        if ranks.world > 1, common.at == nil, resuming == nil {
            throw JobError(.usage, "ranks must agree on the run's time: give each the same --at")
        }
        let settings = try common.settings()
        let inputSet = try common.load(settings, at: try common.time(resuming: resuming))
        var options = FilterOptions(
            inputs: inputs, output: output, siteEvidence: siteEvidence, workers: workers, rank: ranks.rank,
            world: ranks.world, isLive: common.at == nil)
        options.verifiesDigests = verifyDigests
        let job = try FilterJob(config: settings, inputs: inputSet, options: options)
        Signals.watch()
        let meter = ProgressMeter(json: common.json)
        let outcome = try job.run { meter.show($0) }
        meter.end()
        try RunNote.write(output: output, command: CommandLine.arguments, since: meter.started)
        report(outcome, job.passedOver, output: output)
        if !outcome.isComplete { throw JobError(.stopped, "stopped; run the same command again to go on") }
        if !outcome.damage.isEmpty, !allowDamaged {
            let places = outcome.damage.count == 1 ? "1 place" : "\(outcome.damage.count) places"
            throw JobError(.finding, "the inputs are damaged in \(places); --allow-damaged ends with 0 all the same")
        }
    }

    private func report(_ outcome: FilterJob.Outcome, _ passedOver: [PassedOver], output: String) {
        for file in passedOver { Console.complain("\(file)") }
        for damage in outcome.damage {
            Console.complain("\(damage.input): byte \(damage.offset): \(damage.reason)")
        }
        if common.json { return Console.say(SummaryText.json(outcome.counts, passedOver: passedOver.count)) }
        Console.say(SummaryText.of(outcome.counts))
        if !passedOver.isEmpty {
            Console.say("\nFiles of the inputs passed over, of kinds not read: \(passedOver.count)")
        }
        if outcome.isJoined {
            Console.say("\nWritten to \(output); `muniment explain URL --in \(output)` tells why for any URL.")
        } else if outcome.isComplete {
            Console.say("\nThis rank is done. When all are: muniment run finish \(output)")
        }
    }

    private func runLines() throws {
        let archivesOnly = [
            ("INPUT", !inputs.isEmpty), ("--out", output != nil), ("--rank", rank != nil), ("--world", world != nil),
            ("--workers", workers != nil), ("--verify-digests", verifyDigests),
        ]
        if let flag = archivesOnly.first(where: \.1) {
            throw JobError(.usage, "--jsonl reads standard input and writes standard output; \(flag.0) is for archives")
        }
        let settings = try common.settings()
        let inputSet = try common.load(settings, at: try common.time(resuming: nil))
        let pages = try LineFilter(config: settings, inputs: inputSet, siteEvidence: siteEvidence)
        let stream = LineStream(descriptor: 0, limit: settings.limits.recordBytes)
        var (number, refused) = (0, 0)
        while let line = try stream.next() {
            number += 1
            guard let answer = pages.verdict(line, number: number) else { continue }
            Console.say(String(decoding: answer.line, as: UTF8.self))
            if answer.isRefused { refused += 1 }
        }
        guard refused > 0 else { return }
        let words = "\(refused) of \(number) lines could not be read as pages and are answered with an error"
        guard allowDamaged else { throw JobError(.finding, words + "; --allow-damaged ends with 0 all the same") }
        Console.complain(words)
    }
}

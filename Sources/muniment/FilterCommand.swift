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
              muniment filter crawl.warc.gz --out out --registry snapshot.jsonl --site-evidence crawl-out
              zcat pages.jsonl.gz | muniment filter --jsonl --no-registry > verdicts.jsonl
            """)

    @Argument(help: "WARC files, folders or patterns.")
    var inputs: [String] = []

    @Option(name: .customLong("out"), help: "The output folder.")
    var output: String?

    @Option(help: "A sites/ store, or the output folder of a crawl or survey that holds one.")
    var siteEvidence: String?

    @Option(help: "Threads that read and decide.")
    var workers = 1

    @Option(help: "Which rank this is, from 0 (default: SLURM_PROCID, OMPI_COMM_WORLD_RANK or RANK).")
    var rank: Int?

    @Option(help: "How many ranks share the inputs (default: SLURM_NTASKS, OMPI_COMM_WORLD_SIZE or WORLD_SIZE).")
    var world: Int?

    @Flag(help: "End with 0 although an input is damaged.")
    var allowDamaged = false

    @Flag(help: "Read JSON lines {url, html, headers} on standard input, answer one verdict line each.")
    var jsonl = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        if jsonl { return try runLines() }
        guard !inputs.isEmpty, let output else {
            throw Failure(code: 2, message: "name at least one archive and --out DIR; see `muniment filter --help`")
        }
        do { try runArchives(output) } catch let error as JobError { throw Failure(error) }
    }

    private func runArchives(_ output: String) throws {
        let ranks = try RankChoice(rank: rank, world: world)
        guard workers >= 1, workers <= 256 else { throw Failure(code: 2, message: "--workers: 1 to 256") }
        let resuming = try FilterJob.time(of: output, rank: ranks.rank, world: ranks.world)
        if ranks.world > 1, common.at == nil, resuming == nil {
            throw Failure(code: 2, message: "ranks must agree on the run's time: give each the same --at")
        }
        let settings = try common.settings()
        let inputSet = try common.load(settings, at: try common.time(resuming: resuming))
        let options = FilterOptions(
            inputs: inputs, output: output, siteEvidence: siteEvidence, workers: workers, rank: ranks.rank,
            world: ranks.world, isLive: common.at == nil)
        let job = try FilterJob(config: settings, inputs: inputSet, options: options)
        Signals.watch()
        let meter = ProgressMeter(json: common.json)
        let outcome = try job.run { meter.show($0) }
        meter.end()
        try RunNote.write(output: output, command: CommandLine.arguments, since: meter.started)
        report(outcome, output: output)
        if !outcome.isComplete { throw Failure(code: 4, message: "stopped; run the same command again to go on") }
        if !outcome.damage.isEmpty, !allowDamaged { throw ExitCode(1) }
    }

    private func report(_ outcome: FilterJob.Outcome, output: String) {
        for damage in outcome.damage {
            Console.complain("\(damage.input): byte \(damage.offset): \(damage.reason)")
        }
        if common.json { return Console.say(SummaryText.json(outcome.counts)) }
        Console.say(SummaryText.of(outcome.counts))
        if outcome.isJoined {
            Console.say("\nWritten to \(output); `muniment explain URL --in \(output)` tells why for any URL.")
        } else if outcome.isComplete {
            Console.say("\nThis rank is done. When all are: muniment run finish \(output)")
        }
    }

    private func runLines() throws {
        let settings = try common.settings()
        let inputSet = try common.load(settings, at: try common.time(resuming: nil))
        let lines: LineFilter
        do { lines = try LineFilter(config: settings, inputs: inputSet, siteEvidence: siteEvidence) } catch {
            throw Failure(error)
        }
        while let line = readLine(strippingNewline: true) {
            Console.say(String(decoding: lines.verdict(Array(line.utf8)), as: UTF8.self))
        }
    }
}

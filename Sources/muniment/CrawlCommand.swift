internal import ArgumentParser
internal import Canonical
internal import Foundation
internal import Jobs

#if canImport(Glibc)
    internal import Glibc
#endif

struct CrawlCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crawl",
        abstract: "Fetches politely what may be used, and keeps evidence of all that was considered.",
        discussion: """
            Site files come before pages; every hop is judged; a body is taken only if nothing in URL, site files,
            registry, status and headers speaks against it. Run the same command again to go on where it stopped.

            EXAMPLE
              muniment crawl --config crawl.yaml --out out --registry snapshot --max-duration 6h
            """)

    @Option(name: .customLong("out"), help: "The output folder, instead of that of the settings.")
    var output: String?

    @Option(help: "Stop cleanly after this time (30s, 10m, 6h); exit code 4 if work remains.")
    var maxDuration: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let settings = try common.settings()
        let folder = output ?? settings.output.folder
        let inputs = try common.load(settings, at: try common.time(resuming: try CrawlJob.time(of: folder)))
        let job = try CrawlJob(config: settings, inputs: inputs, output: folder)
        let deadline = try maxDuration.map { text in
            guard let milliseconds = ConfigNode.milliseconds(text) else {
                throw JobError(.usage, "--max-duration \(text): a length of time like 30s, 10m or 6h is due")
            }
            return Duration.milliseconds(milliseconds)
        }
        Signals.watch()
        let meter = CrawlMeter(json: common.json)
        let outcome = try Blocking.wait { () async throws(JobError) in
            try await job.run(deadline: deadline) { meter.show($0) }
        }
        meter.end()
        try RunNote.write(output: folder, command: CommandLine.arguments, since: meter.started)
        report(outcome, folder)
        if !outcome.isComplete { throw JobError(.stopped, "stopped; run the same command again to go on") }
    }

    private func report(_ outcome: CrawlJob.Outcome, _ folder: String) {
        if common.json { return Console.say(SummaryText.json(outcome.counts)) }
        Console.say(SummaryText.of(outcome.counts))
        if outcome.scheduled > 0 {
            let (are, them) = outcome.scheduled == 1 ? ("URL is", "it") : ("URLs are", "them")
            Console.say("\n\(outcome.scheduled) \(are) due again later; the same command takes \(them) then.")
        }
        if outcome.queued > 0 {
            let are = outcome.queued == 1 ? "URL is known and was" : "URLs are known and were"
            Console.say("\n\(outcome.queued) \(are) not asked for (limits, or the stop).")
        }
        Console.say("\nWritten to \(folder); `muniment explain URL --in \(folder)` tells why for any URL.")
    }
}

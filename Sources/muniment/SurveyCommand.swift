internal import ArgumentParser
internal import Canonical
internal import Foundation
internal import Jobs
internal import Shards

struct SurveyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "survey",
        abstract: "Fetches the site files of hosts, and nothing else, for `filter --site-evidence`.",
        discussion: """
            robots.txt, tdmrep.json, trust.txt, ai.txt, and the RSL documents and policies they name, politely, into a
            store with expiry. Run it again to refresh what has expired; earlier rows stay. A bare host is asked over
            https; --both-schemes asks over http too. Pages are not asked for.

            EXAMPLE
              muniment survey --hosts hosts.txt --out today
              muniment survey --from crawl.warc.gz --out today
              muniment filter crawl.warc.gz --out out --site-evidence today --registry snapshot
            """)

    @Option(help: "A file of hosts or URLs, one a line; '-' for standard input.")
    var hosts: String?

    @Option(parsing: .upToNextOption, help: "WARC files, folders of them, outputs with evidence, or site stores.")
    var from: [String] = []

    @Option(name: .customLong("out"), help: "The folder of the store.")
    var output: String

    @Option(help: "The settings file; operator, limits and crawl count. Default: config/default.yaml.")
    var config: String?

    @Flag(help: "Ask for what has not expired too.")
    var refresh = false

    @Flag(help: "Ask bare hosts over http as well as https.")
    var bothSchemes = false

    @Flag(help: "Print JSON lines for programs instead of text for people.")
    var json = false

    func run() throws {
        let settings = try RunConfig.read(path: SettingsFile.path(config))
        let origins = try origins(settings)
        guard !origins.origins.isEmpty else {
            throw JobError(.usage, "there is no host to survey; give --hosts FILE or --from PATH")
        }
        let job = try SurveyJob(
            config: settings, output: output, origins: Array(origins.origins), isRefreshing: refresh)
        Signals.watch()
        let meter = SurveyMeter(json: json)
        let outcome = try Blocking.wait { () async throws(JobError) in try await job.run { meter.show($0) } }
        meter.end()
        try RunNote.write(output: output, command: CommandLine.arguments, since: meter.started)
        Console.say(json ? SurveyText.json(outcome.counts) : SurveyText.of(outcome.counts))
        if !json { Console.say("\nWritten to \(output); use it with `muniment filter … --site-evidence \(output)`.") }
        for file in origins.passedOver { Console.complain("\(file)") }
        for damage in origins.damage { Console.complain(damage) }
        if !outcome.isComplete { throw JobError(.stopped, "stopped; run the same command again to go on") }
        if !origins.damage.isEmpty {
            throw JobError(.finding, "not every archive could be read to its end: what stands there was not surveyed")
        }
    }

    private func origins(_ settings: RunConfig) throws -> SurveyOrigins {
        var origins = SurveyOrigins()
        if let hosts {
            let schemes = bothSchemes ? ["https", "http"] : ["https"]
            try origins.add(list: try read(hosts), name: hosts, schemes: schemes)
        }
        for path in from { try origins.add(from: path, limits: settings.limits) }
        return origins
    }

    private func read(_ path: String) throws -> [UInt8] {
        if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        return try OutputFile.read(path)
    }
}

internal import ArgumentParser
internal import Canonical
internal import Foundation
internal import Jobs
internal import Licensing
internal import Registry
internal import Shards

struct AuditReplay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Decides every row of an output again from its stored evidence, offline.",
        discussion: """
            Without options the output's own inputs are used, and every row must come out byte for byte as it lies there; ends
            with 1 if one does not. With other packs, profile, registry or time, tells what would change: documents, bytes of
            text, tokens (a quarter of the bytes), hosts, and the first reasons. A fact that a newer pack asks for and a row does
            not hold is unknown.

            With --from-bytes the signals are read again too, from the archives and site files, with the run's own inputs.

            EXAMPLE
              muniment audit replay out
              muniment audit replay out --from-bytes --archives in/*.warc.gz --work /tmp/again
              muniment audit replay out --registry snapshot-of-today --out changes.jsonl
            """)

    @Argument(help: "The output folder of a crawl or filter.")
    var output: String

    @Option(help: "Packs to decide under instead of the output's, separated by commas; its settings of doubt stay.")
    var packs: String?

    @Option(help: "A settings file whose use profile is taken instead of the output's.")
    var profile: String?

    @Option(help: ArgumentHelp("The registry snapshot to ask instead of the output's.", valueName: "snapshot"))
    var registry: String?

    @Flag(help: "Decide as if no registry were asked.")
    var noRegistry = false

    @Option(help: "The time to decide for (RFC 3339); a row decided later keeps its own.")
    var at: String?

    @Option(help: "The settings file that names the packs' folder.")
    var config: String?

    @Option(name: .customLong("out"), help: "A file to write the changed rows to, a JSON line each.")
    var file: String?

    @Option(parsing: .unconditional, help: "Threads that decide; 1 if not given.")
    var workers: Int?

    @Flag(help: "Read archives and site files again, and hold every row against what comes out.")
    var fromBytes = false

    @Option(
        parsing: .upToNextOption, help: "With --from-bytes: the archives that the filter read; a crawl has its own.")
    var archives: [String] = []

    @Option(help: "With --from-bytes: the site evidence that the filter was given.")
    var sites: String?

    @Option(help: "With --from-bytes: a new folder to work in, removed at the end.")
    var work: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        try OutsideOutput.check(file, "--out", of: [output])
        try OutsideOutput.check(work, "--work", of: [output])
        let workers = workers ?? 1
        guard (1...256).contains(workers) else { throw JobError(.usage, "--workers \(workers): 1 to 256 is due") }
        if fromBytes { return try readAgain(workers) }
        guard archives.isEmpty, sites == nil, work == nil else {
            throw JobError(.usage, "--archives, --sites and --work go with --from-bytes")
        }
        let replay = try OutputReplay(output: output, others: try others())
        var lines: [UInt8] = []
        let outcome = try replay.run(workers: workers) { change in
            if file != nil { lines += change.canonicalBytes + [0x0A] }
        }
        if let file { try OutputFile.replace(file, with: lines) }
        if json {
            Console.say(String(decoding: outcome.json.canonicalBytes, as: UTF8.self))
        } else {
            say(outcome)
        }
        guard outcome.unsealed.isEmpty else {
            throw JobError(
                .finding, "\(outcome.unsealed.count) parts are not as they were sealed; rows may be gone from them")
        }
        guard outcome.isSame, outcome.identical < outcome.rows else { return }
        throw JobError(
            .finding, "\(outcome.rows - outcome.identical) of \(outcome.rows) rows do not come out as they lie there")
    }

    private func readAgain(_ workers: Int) throws {
        let isOther = packs != nil || profile != nil || registry != nil || noRegistry || at != nil || file != nil
        guard !isOther else {
            throw JobError(
                .usage,
                "--from-bytes reads with the run's own inputs; leave --packs, --profile, --registry, --at, --out out")
        }
        let folder = work ?? NSTemporaryDirectory() + "muniment-again-" + UUID().uuidString
        let replay = BytesReplay(output: output, config: try RunConfig.read(path: SettingsFile.path(config)))
        let outcome = try replay.run(archives: archives, sites: sites, work: folder, workers: workers)
        if json {
            Console.say(String(decoding: outcome.json.canonicalBytes, as: UTF8.self))
        } else {
            Console.say(
                "\(outcome.rows) captures read again, \(outcome.identical) come out byte for byte, of \(outcome.withoutBytes) the bytes are not at hand"
            )
            for line in outcome.differing { Console.say("  differs: \(line)") }
            for id in outcome.unknown { Console.say("  has no row: \(id)") }
            for line in outcome.unsealed { Console.say("  not as sealed: \(line)") }
        }
        guard !outcome.isSame else { return }
        throw JobError(.finding, "the evidence is not what the archives and site files say")
    }

    private func others() throws -> OutputReplay.Others {
        var others = OutputReplay.Others()
        if let packs {
            let settings = try RunConfig.read(path: SettingsFile.path(config))
            others.packs = try PolicyRules.ruleset(settings, active: packs.split(separator: ",").map(String.init))
        }
        if let profile { others.profile = try PolicyRules.profile(RunConfig.read(path: profile)) }
        guard registry == nil || !noRegistry else {
            throw JobError(.usage, "--registry and --no-registry exclude each other")
        }
        if let registry { others.registry = .snapshot(try Snapshot.load(registry)) }
        if noRegistry { others.registry = OutputReplay.Others.RegistryChange.none }
        if let at {
            guard let time = Timestamp(rfc3339: at) else {
                throw JobError(.usage, "--at \(at): an RFC 3339 time is due, like 2026-11-23T12:00:00Z")
            }
            others.at = time
        }
        return others
    }

    private func say(_ outcome: OutputReplay.Outcome) {
        Console.say("\(outcome.rows) rows decided again, \(outcome.identical) come out byte for byte")
        for line in outcome.unsealed { Console.say("  not as sealed: \(line)") }
        for line in outcome.isSame ? outcome.differing : [] { Console.say("  differs: \(line)") }
        if !outcome.isSame { Console.say(ReplayText.of(outcome.table)) }
    }
}

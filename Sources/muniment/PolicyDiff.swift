internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Licensing

struct PolicyDiff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Tells what two packs say differently, or what a run would come to under each.",
        discussion: """
            With --in every row of an output is decided twice from its evidence, under A and under B (packs, joined by
            commas), with the settings, grounds and use profile of the settings file, and what changes is told, in all and for
            each first reason: captures, documents, bytes of text, tokens (estimated: a quarter of the bytes), hosts.

            EXAMPLE
              muniment policy diff cn cn-proposed
              muniment policy diff eu eu,uk --in out
            """)

    @Argument(help: "A pack's id or file; with --in packs, joined by commas.")
    var first: String

    @Argument(help: "The other.")
    var second: String

    @Option(name: .customLong("in"), help: "The output folder to decide anew.")
    var output: String?

    @Option(help: "The settings file.")
    var config: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        guard let output else { return try compare() }
        let settings = try RunConfig.read(path: SettingsFile.path(config))
        func rules(_ text: String) throws -> Ruleset {
            try PolicyRules.ruleset(settings, active: text.split(separator: ",").map(String.init))
        }
        let profile = try PolicyRules.profile(settings)
        if try PolicyRules.isOfAnotherProfile(output, profile) {
            Console.complain(
                "warning: \(output) was decided for another use; here the use profile of the settings counts")
        }
        let replay = try PolicyReplay(output: output, profile: profile, from: rules(first), to: rules(second))
        if json { return Console.say(String(decoding: replay.json.canonicalBytes, as: UTF8.self)) }
        Console.say("\(replay.rows) captures decided under \(first) and under \(second)")
        Console.say(ReplayText.of(replay.table))
    }

    private func compare() throws {
        let one = try PolicyText.pack(first, config: config)
        let other = try PolicyText.pack(second, config: config)
        let lines = PackDifference(one, other).lines
        if json {
            let value = JSONValue.object([.init("differences", .array(lines.map { .string($0) }))])
            return Console.say(String(decoding: value.canonicalBytes, as: UTF8.self))
        }
        Console.say(lines.isEmpty ? "\(first) and \(second) say the same" : lines.joined(separator: "\n"))
    }
}

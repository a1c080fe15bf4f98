internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Licensing

struct ObligationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "obligations",
        abstract: "Writes what the documents of an output oblige their user to.",
        discussion: """
            Into DIR/obligations: attribution-PARTITION.tsv (creator, title, URL, licence) per partition; due.tsv: when to
            look again, what to delete when, and by which tariff to pay and report; partitions.tsv: which document is in
            which partition, share-alike text in one of its own.

            EXAMPLE
              muniment obligations out
            """)

    @Argument(help: "The output folder.")
    var output: String

    @Option(help: "The settings file whose ages say when a re-check falls due.")
    var config: String?

    @Flag(help: "Print a JSON line instead of text.")
    var json = false

    func run() throws {
        let settings = try RunConfig.read(path: SettingsFile.path(config))
        let doubts = try settings.doubts.map { try DoubtSettings($0) } ?? DoubtSettings()
        var report = ObligationReport(output: output, settings: doubts)
        let outcome = try report.write()
        if json {
            let line = JSONValue.object([
                .init("dates", .integer(Int64(outcome.dates))), .init("documents", .integer(Int64(outcome.documents))),
                .init("files", .array(outcome.files.map { .string($0) })),
                .init("obliged", .integer(Int64(outcome.obliged))),
            ])
            return Console.say(String(decoding: line.canonicalBytes, as: UTF8.self))
        }
        Console.say(
            "\(outcome.obliged) of \(outcome.documents) documents oblige to something; \(outcome.dates) lines fall due")
        for file in outcome.files { Console.say("  \(output)/\(file)") }
    }
}

internal import ArgumentParser
internal import Canonical
internal import Jobs

struct UseRecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Appends a signed entry: these shards, this model, so many epochs, this period.",
        discussion: """
            A use that goes on is recorded when it has ended, or in pieces that have. The same use is recorded once. Sign the log's head afterwards: muniment ledger checkpoint.

            EXAMPLE
              muniment use record log out --model m-1 --epochs 2 --licensee "Lab" --from 2026-01-01 --to 2026-03-01 --key log.key
            """)

    @Argument(help: "The log's folder.")
    var log: String

    @Argument(help: "Finished output folders whose shards were used.")
    var shards: [String]

    @Option(help: "The model they were used for.")
    var model: String

    @Option(help: "How often each document was trained on.")
    var epochs: UInt64

    @Option(help: "Who used them.")
    var licensee: String

    @Option(help: "Where they were used (ISO 3166-1).")
    var territory = "CN"

    @Option(help: "The first day of the use.")
    var from: String

    @Option(help: "The first day after the use.")
    var to: String

    @Option(help: "A part that was used, such as part-000000-000; all if none is named. May be repeated.")
    var part: [String] = []

    @Option(help: "The file with the private key that signs the entry.")
    var key: String

    @Flag(help: "Show the entry, and write nothing.")
    var dryRun = false

    @Flag(help: "Print a JSON line instead of text.")
    var json = false

    func run() throws {
        for (option, name) in [("--model", model), ("--licensee", licensee)] {
            guard let mark = HiddenMarks.first(in: name) else { continue }
            throw JobError(.usage, "\(option) holds \(mark), a character that nobody sees; write it without")
        }
        let record = try UseRecord(
            model: model, licensee: licensee, territory: territory, epochs: epochs,
            from: UseCommand.day(from, "--from"), to: UseCommand.past(to, "--to"),
            shards: UseRecord.shards(of: shards, parts: Set(part)))
        let entry = try record.entry(LedgerKey.signing(key))
        var log = try OperatorLog(log)
        let added = dryRun ? 0 : try log.append([entry])
        if dryRun, !json { return Console.say(String(decoding: entry, as: UTF8.self)) }
        let parts = record.shards.reduce(0) { $0 + $1.parts.count }
        LedgerText.say(
            json,
            added == 0
                ? "the log has this use already"
                : "recorded: \(parts) parts for \(model); the log has \(log.size) entries",
            [.init("added", .integer(Int64(added)))] + UseCommand.json(record)
                + [.init("size", .integer(Int64(log.size)))])
    }
}

internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Ledger

struct LedgerCheckpoint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint", abstract: "Signs the head of the log, keeps it there and prints it.",
        discussion: """
            Give it to others: who has it can tell whether anything was changed since.

            EXAMPLE
              muniment ledger checkpoint log --key log.key > checkpoint
            """)

    @Argument(help: "The log's folder.")
    var log: String

    @Option(help: "The log's key file.")
    var key: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let checkpoint = try OperatorLog(log).checkpoint(LedgerKey.signing(key))
        let text = String(decoding: checkpoint.bytes, as: UTF8.self)
        LedgerText.say(
            json, String(text.dropLast()),
            [.init("checkpoint", .string(text)), .init("size", .integer(Int64(checkpoint.size)))])
    }
}

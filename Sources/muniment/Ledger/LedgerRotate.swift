internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Ledger

struct LedgerRotate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Hands the log over to a new key, by an entry that both sign.",
        discussion: """
            From then on only the new key signs heads. Who has the old verifying key and the log follows the entry to the new one.

            EXAMPLE
              muniment ledger key example.org/muniment --out new.key
              muniment ledger rotate log --from log.key --to new.key
            """)

    @Argument(help: "The log's folder.")
    var log: String

    @Option(help: "The file of the key that signs now.")
    var from: String

    @Option(help: "The file of the key that takes over.")
    var to: String

    @Option(help: "The time it is done as of (RFC 3339); now if not given.")
    var at: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        var operatorLog = try OperatorLog(log)
        let new = try LedgerKey.signing(to)
        try operatorLog.rotate(from: LedgerKey.signing(from), to: new, at: RegistryCommand.time(at))
        LedgerText.say(
            json, "handed over to \(new.verifying.text); the log has \(operatorLog.size) entries",
            [.init("key", .string(new.verifying.text)), .init("size", .integer(Int64(operatorLog.size)))])
    }
}

internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Ledger

struct LedgerProve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: "Puts into an output the proof that the log has it.",
        discussion: """
            EXAMPLE
              muniment ledger prove log out
            """)

    @Argument(help: "The log's folder.")
    var log: String

    @Argument(help: "The output folder.")
    var output: String

    @Option(help: "The checkpoint to prove for, instead of the newest.")
    var checkpoint: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let operatorLog = try OperatorLog(log)
        guard let head = try checkpoint.map({ try LedgerKey.checkpoint($0) }) ?? operatorLog.newest() else {
            throw JobError(.usage, "\(log) has no checkpoint; sign one with `muniment ledger checkpoint`")
        }
        try RunProof(output: output, log: operatorLog, checkpoint: head).write(output)
        LedgerText.say(
            json, "\(output)/ledger/proof.json leads to checkpoint \(head.size)",
            [.init("size", .integer(Int64(head.size)))])
    }
}

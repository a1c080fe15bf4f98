internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Ledger

struct LedgerConsistency: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consistency",
        abstract: "Shows that a checkpoint continues an older one: nothing changed, nothing gone.",
        discussion: """
            Prints the proof as JSON. Ends with 1 if it does not.

            EXAMPLE
              muniment ledger consistency log old-checkpoint checkpoint
            """)

    @Argument(help: "The log's folder.")
    var log: String

    @Argument(help: "The older checkpoint's file.")
    var old: String

    @Argument(help: "The newer one's; that of the log if not given.")
    var new: String?

    @Flag(help: "Print nothing but the proof.")
    var json = false

    func run() throws {
        let operatorLog = try OperatorLog(log)
        guard let head = try new.map({ try LedgerKey.checkpoint($0) }) ?? operatorLog.newest() else {
            throw JobError(.usage, "\(log) has no checkpoint; sign one with `muniment ledger checkpoint`")
        }
        let proof = try operatorLog.consistency(from: LedgerKey.checkpoint(old), to: head)
        let value = JSONValue.object([
            .init("newer", .integer(Int64(proof.newer))), .init("older", .integer(Int64(proof.older))),
            .init("path", .array(proof.path.map { .string($0.hex) })),
        ])
        Console.say(String(decoding: value.canonicalBytes, as: UTF8.self))
        if !json { Console.note("checkpoint \(proof.newer) continues checkpoint \(proof.older)") }
    }
}

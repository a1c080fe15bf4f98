internal import ArgumentParser
internal import Canonical
internal import Jobs

struct LedgerInit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Makes an empty log.",
        discussion: """
            EXAMPLE
              muniment ledger init log --origin example.org/muniment
            """)

    @Argument(help: "The log's folder, new.")
    var log: String

    @Option(help: "The log's name, as a domain and a path: first line of its checkpoints, and name of its key.")
    var origin: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        try OperatorLog.make(log, origin: origin)
        LedgerText.say(json, "\(log) is the log \(origin), without entries", [.init("size", .integer(0))])
    }
}

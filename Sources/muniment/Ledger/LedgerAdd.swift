internal import ArgumentParser
internal import Canonical
internal import Jobs

struct LedgerAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Takes the entries of outputs into the log, each once.",
        discussion: """
            May be run while a run is at work, and again after it: entries that the log has are passed over.
            Every line is read before any is taken over; one that is no entry of a run is named by file and line, and ends
            it with exit code 1.

            EXAMPLE
              muniment ledger add log out
            """)

    @Argument(help: "The log's folder.")
    var log: String

    @Argument(help: "Output folders.")
    var outputs: [String]

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        var log = try OperatorLog(log)
        let count = try log.add(outputs: outputs)
        LedgerText.say(
            json, "\(count) entries added; the log has \(log.size)",
            [.init("added", .integer(Int64(count))), .init("size", .integer(Int64(log.size)))])
    }
}

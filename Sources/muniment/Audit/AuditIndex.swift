internal import ArgumentParser
internal import Canonical
internal import Jobs

struct AuditIndex: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", abstract: "Makes the key index of an output, by which `lookup` answers and proves.",
        discussion: """
            The same rows give the same index. Its root goes to the log with the run's other entries, so make it before
            `muniment ledger add`.

            EXAMPLE
              muniment audit index out
            """)

    @Argument(help: "The output folder.")
    var output: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let (count, root) = try OutputIndex.make(output)
        LedgerText.say(
            json, "\(count) records; root \(root.hex)",
            [.init("count", .integer(Int64(count))), .init("root", .string(root.hex))])
    }
}

internal import ArgumentParser
internal import Canonical
internal import Jobs

struct HoldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Ends a legal hold, and deletes what was held.",
        discussion: """
            What is in a store is no input of a run and is deleted by nothing else.

            EXAMPLE
              muniment hold --lift /secure/hold --case 2026-17
            """)

    @Option(help: ArgumentHelp("The store to delete.", valueName: "dir"))
    var lift: String

    @Option(name: .customLong("case"), help: "The case that is over, as it was named when the store was begun.")
    var caseName: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let count = try LegalHold.lift(lift, caseName: caseName)
        LedgerText.say(json, "\(count) files deleted", [.init("deleted", .integer(Int64(count)))])
    }
}

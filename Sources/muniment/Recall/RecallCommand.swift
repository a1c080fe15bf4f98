internal import ArgumentParser
internal import Jobs

struct RecallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recall", abstract: "Takes out of runs the documents that objections now cover, with proof.",
        discussion: """
            Every document of every output that an objection covers goes, and every copy of one by text or payload. Only the parts
            concerned are written anew; evidence stays, and `audit verify` shows that nothing else went. Each recipient of a
            release gets a list, and the receipt is signed. Can be stopped at any moment: the next call finishes it.

            EXAMPLE
              muniment recall out-may out-june --registry snapshot-of-today --dry-run
              muniment recall out-may out-june --registry snapshot-of-today --key recall.key
            """)

    @OptionGroup var options: RecallOptions

    func run() throws { try options.run(.recall) }
}

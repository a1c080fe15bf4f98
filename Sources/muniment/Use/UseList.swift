internal import ArgumentParser
internal import Canonical
internal import Provenance
internal import Jobs
internal import Ledger

struct UseList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Shows the uses in a log, each with its signature checked.",
        discussion: """
            EXAMPLE
              muniment use list log
            """)

    @Argument(help: "The log's folder.")
    var log: String

    @Flag(help: "Print a JSON line for each use instead of text.")
    var json = false

    func run() throws {
        let (uses, bad) = try OperatorLog(log).uses()
        show(uses)
        guard !bad.isEmpty else { return }
        for entry in bad { Console.complain(entry.description) }
        throw JobError(
            .finding, "\(bad.count) entries of the log say they are uses and are none; they count for nothing")
    }

    private func show(_ uses: [(record: UseRecord, key: VerifyingKey)]) {
        if json {
            for (use, key) in uses {
                let members = UseCommand.json(use) + [.init("key", .string(key.text))]
                Console.say(String(decoding: JSONValue.object(members).canonicalBytes, as: UTF8.self))
            }
            return
        }
        var table = Table(rightAligned: [3, 4])
        table.add(["model", "licensee", "period", "epochs", "parts", "signed by"])
        for (use, key) in uses {
            table.add([
                use.model, use.licensee, "\(use.from) to \(use.to)", String(use.epochs),
                String(use.shards.reduce(0) { $0 + $1.parts.count }), key.name,
            ])
        }
        Console.say(uses.isEmpty ? "no use is recorded" : table.text)
    }
}

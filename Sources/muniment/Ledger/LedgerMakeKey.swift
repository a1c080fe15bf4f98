internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Ledger

struct LedgerMakeKey: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Makes an Ed25519 key, and prints the line others check it by.",
        discussion: """
            The file is secret and never replaced. Each role has a key of its own: the log, each witness, each issuer.

            EXAMPLE
              muniment ledger key example.org/muniment --out log.key
            """)

    @Argument(help: "The key's name; that of a log's key is the log's origin.")
    var name: String

    @Option(name: .customLong("out"), help: "The file to write the key to.")
    var file: String

    @Flag(help: "For a witness, who signs heads of others' logs with the time.")
    var witness = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let key = try LedgerKey.make(name, kind: witness ? .cosignature : .ed25519, at: file)
        LedgerText.say(json, key.text, [.init("key", .string(key.text))])
    }
}

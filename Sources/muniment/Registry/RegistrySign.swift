internal import ArgumentParser
internal import Jobs
internal import Ledger
internal import Registry
internal import Shards

struct RegistrySign: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Signs the statement that an objection is yours; the objector's side of a proof.",
        discussion: """
            EXAMPLE
              muniment ledger key example.com --out my.key
              muniment registry verify O-4c1f… --challenge --method signature --json --store registry.db > statement.json
              muniment registry sign statement.json --key my.key > signed.json
              muniment registry verify O-4c1f… --signature signed.json --method well-known --store registry.db

            It needs no store: whoever keeps the registry sends the statement. Put the line muniment-key=… (it is told on the
            standard error) where the proof is looked for, before the signature is handed in.
            """)

    @Argument(help: "The statement as it was given out.")
    var statement: String

    @Option(help: ArgumentHelp("Your signing key, as `ledger key` makes it.", valueName: "file"))
    var key: String

    @Flag(help: "Print JSON: it is printed in any case.")
    var json = false

    func run() throws {
        let read = try ObjectionStatement(try OutputFile.read(statement), file: statement)
        let signing = try SigningKeyOption.read(key)
        Console.complain("put this line there: \(ObjectionStatement.keyMark)\(signing.verifying.text)")
        Console.say(StoreOptions.text(try SignedStatement(read, key: signing).json))
    }
}

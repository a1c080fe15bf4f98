internal import ArgumentParser
internal import Canonical
internal import Ledger
internal import Registry
internal import Shards

struct RegistryExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the public log, with a signed checkpoint.",
        discussion: """
            EXAMPLE
              muniment registry export --store registry.db --out log.jsonl

            Nobody's name is in it, and no scope that is personal. With it anybody can test a snapshot: `registry compile
            --verify snapshot --log log.jsonl`.
            """)

    @OptionGroup var options: StoreOptions

    @Option(name: .customLong("out"), help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("Also write its checkpoint alone, for a witness to cosign.", valueName: "file"))
    var checkpoint: String?

    @OptionGroup var signing: SigningKeyOption

    func run() throws {
        let head = try options.open().export(to: output, key: try signing.read(beside: options.store))
        if let checkpoint { try OutputFile.replace(checkpoint, with: head.bytes) }
        let value = JSONValue.object([
            .init("origin", .string(head.origin)), .init("root", .string(head.root.description)),
            .init("size", .integer(Int64(head.size))),
        ])
        Console.say(options.json ? StoreOptions.text(value) : "\(head.size) events, root \(head.root)")
    }
}

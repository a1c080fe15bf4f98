internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Licensing
internal import Registry

struct MandateList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Shows the entries of a store, or those as known at a time.",
        discussion: """
            With --json a line each as a file of mandates (.jsonl) has it.

            EXAMPLE
              muniment settle mandate list --store registry.db
              muniment settle mandate list --store registry.db --json > mandates.jsonl
            """)

    @OptionGroup var options: StoreOptions

    @OptionGroup var reading: ReadingOptions

    @Option(help: "One kind alone: party, society, tariff or mandate.")
    var kind: String?

    func run() throws {
        if let kind, RepertoireSection(word: kind) == nil {
            throw JobError(.usage, "--kind is party, society, tariff or mandate, not \(kind)")
        }
        var table = Table(rightAligned: [2])
        table.add(["kind", "id", "version", "since", "ends"])
        var count = 0
        for record in try options.open().repertoire(at: options.time()) where kind == nil || kind == record.life.kind {
            count += 1
            let life = record.life
            if options.json {
                Console.say(StoreOptions.text(Self.json(record)))
            } else {
                table.add([
                    life.kind, life.id, String(life.version), life.recordedAt.description,
                    life.ends?.description ?? "",
                ])
            }
        }
        if !options.json { Console.say(count == 0 ? "the store has none" : table.text) }
    }

    private static func json(_ record: RegistryStore.RepertoireRecord) -> JSONValue {
        .object((record.content.members ?? []) + [.init("type", .string(record.life.kind))])
    }
}

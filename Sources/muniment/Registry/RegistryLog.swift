internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Ledger
internal import Registry
internal import Shards

struct RegistryLog: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Prints the events of the log, tests all of it, or looks a receipt up.",
        discussion: """
            EXAMPLES
              muniment registry log --store registry.db
              muniment registry log O-4c1f… --store registry.db
              muniment registry log --check --store registry.db
              muniment registry log --receipt receipt.json --store registry.db

            --check tests form, order, chain and legality of every event, what lies outside the log against its
            commitments, every checkpoint made so far, and the tables that objections are looked up by; exit code 1 if anything is not as it was written.
            """)

    @Argument(help: "An objection; all events if none is named.")
    var objection: String?

    @OptionGroup var options: StoreOptions

    @Flag(help: "Test the whole log.")
    var check = false

    @Option(help: ArgumentHelp("A receipt to look up.", valueName: "file"))
    var receipt: String?

    @OptionGroup var signing: SigningKeyOption

    func run() throws {
        let store = try options.open()
        if let receipt { return try look(up: receipt, in: store) }
        guard check else {
            for event in try store.events(of: objection, until: options.at == nil ? nil : try options.time()) {
                let line = String(decoding: event.line, as: UTF8.self)
                Console.say(
                    options.json ? line : "\(event.index)  \(event.recordedAt)  \(event.name)  \(event.subject)")
            }
            return
        }
        let found = try store.check(key: try signing.read(beside: options.store).verifying)
        let value = JSONValue.object([
            .init("erased", .integer(Int64(found.erased))), .init("kept_bytes", .integer(Int64(found.kept))),
            .init("root", .string(found.root.description)), .init("size", .integer(Int64(found.size))),
        ])
        let text =
            "\(found.size) events, root \(found.root)\neverything is as it was written; \(found.erased) fields were erased"
        Console.say(options.json ? StoreOptions.text(value) : text)
    }

    private func look(up file: String, in store: RegistryStore) throws {
        let trusted = try signing.read(beside: options.store).verifying
        let receipt = try Receipt(try OutputFile.read(file), trusted: trusted, file: file)
        let proof = try store.inclusion(of: receipt)
        let value = JSONValue.object([
            .init("inclusion", proof.proof.json), .init("leaf", .string(receipt.leaf.description)),
            .init("objection", .string(receipt.objection)), .init("root", .string(proof.root.description)),
        ])
        let text = "\(receipt.objection) is event \(proof.proof.index) of \(proof.proof.size); root \(proof.root)"
        Console.say(options.json ? StoreOptions.text(value) : text)
    }
}

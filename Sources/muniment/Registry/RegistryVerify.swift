internal import ArgumentParser
internal import Jobs
internal import Registry
internal import Shards

struct RegistryVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Takes proof of an objector's standing.",
        discussion: """
            EXAMPLES
              muniment registry verify O-4c1f… --store registry.db --evidence contract.pdf
              muniment registry verify O-4c1f… --store registry.db --standing L4 --method document

            --evidence hands proof in: no time runs against the objector until somebody decides. --standing records what
            was shown; if that is enough for all scopes the objection is verified and takes effect.
            """)

    @Argument(help: "The objection.")
    var objection: String

    @OptionGroup var options: StoreOptions

    @Option(help: ArgumentHelp("Proof to decide on, kept outside the log.", valueName: "file"))
    var evidence: String?

    @Option(help: "L1 to L5, as an operator found it.")
    var standing: Standing?

    @Option(help: "mailbox, signature, document or order.")
    var method: ProofMethod = .document

    func run() throws {
        let store = try options.open()
        let time = try options.time()
        switch (evidence, standing) {
        case (let file?, nil): options.show(try store.submit(objection, evidence: try OutputFile.read(file), at: time))
        case (nil, let standing?): options.show(try store.prove(objection, standing, by: method, at: time))
        default: throw JobError(.usage, "either --evidence or --standing is due")
        }
    }
}

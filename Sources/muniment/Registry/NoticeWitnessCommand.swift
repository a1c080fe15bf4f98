internal import ArgumentParser
internal import Ledger
internal import Registry
internal import Shards

struct NoticeWitnessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness", abstract: "Records that somebody outside saw a notice in the log.",
        discussion: """
            EXAMPLE
              muniment registry export --out log.jsonl --checkpoint head --store registry.db
              muniment ledger cosign head --key witness.key --log-key registry.pub > cosigned
              muniment registry notice witness N-2026-1 --checkpoint cosigned --key "$(cat witness.pub)" --store registry.db

            The witness cosigns a checkpoint of the log (C2SP tlog-cosignature), best on the day of publication: windows count
            from the earliest such time. Without one a notice is self-attested, and decisions say so.
            """)

    @Argument(help: "The notice.")
    var notice: String

    @OptionGroup var options: StoreOptions

    @Option(help: ArgumentHelp("The checkpoint as the witness cosigned it.", valueName: "file"))
    var checkpoint: String

    @Option(help: ArgumentHelp("The witness's verifying key (name+id+base64).", valueName: "key"))
    var key: String

    func run() throws {
        let life = try options.open().witness(
            notice: notice, checkpoint: try OutputFile.read(checkpoint), key: try VerifyingKey(text: key),
            at: try options.writingTime())
        try NoticeCommand.show(life, options)
    }
}

internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Ledger
internal import Provenance
internal import Registry
internal import Shards

struct RegistryObject: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "object", abstract: "Files an objection and gives the signed receipt.",
        discussion: """
            EXAMPLES
              muniment registry object --store registry.db --name "Ann Author" --contact ann@example.com \\
                --scope domain:example.com --statement > receipt.json
              muniment registry object --store registry.db --name "Ann Author" --contact ann@example.com \\
                --scope isbn:9783161484100 --text article.html --statement
              muniment registry object --store registry.db --form form.json --receipt receipt.json

            It blocks from receipt, as far as its kind of scope does without proof. Exit code 1 if it is refused, with a
            reason code. Forms are described in docs/formats/registry.md.
            """)

    @OptionGroup var options: StoreOptions

    @Option(help: ArgumentHelp("A form as JSON instead of the options below; - for standard input.", valueName: "file"))
    var form: String?

    @Option(help: ArgumentHelp("What it covers; as often as need be.", valueName: "kind:value"))
    var scope: [String] = []

    @OptionGroup var texts: TextOptions

    @Option(help: "Who objects.")
    var name: String?

    @Option(help: "author, publisher, agent, cmo, estate, authority or user.")
    var kind: Objector.Kind = .user

    @Option(help: "The objector's mail address.")
    var contact: String?

    @Option(help: "exclude_all, exclude_training, remove_past, claim_payment or factor_correction.")
    var act: ObjectionAct = .excludeAll

    @Option(help: "A use that is refused; all if none is named.")
    var use: [String] = []

    @Option(help: "What it rests on: words or an address.")
    var evidence: [String] = []

    @Option(help: "When it ends (RFC 3339).")
    var until: String?

    @Flag(help: "The objector states to act in good faith, and to hold the right or act for its holder.")
    var statement = false

    @Flag(help: "Show the scope in the public log by its kind alone.")
    var personal = false

    @Flag(help: "Leave it RECEIVED, blocking, until somebody decides.")
    var review = false

    @Option(help: ArgumentHelp("Where the receipt goes, instead of standard output.", valueName: "file"))
    var receipt: String?

    @OptionGroup var signing: SigningKeyOption

    @OptionGroup var suffixes: SuffixListOption

    func run() throws {
        let list = try suffixes.bytes()
        let store = try options.open()
        let key = try signing.read(beside: options.store)
        guard try store.isSigned(with: key.verifying) else {
            throw JobError(
                .usage,
                "\(key.name) is not the key that the log of \(options.store) was signed with: nobody could check the receipt; name the right one with --key"
            )
        }
        if let receipt { try checkRoom(receipt) }
        let filing: ObjectionFiling
        do { filing = try self.filing() } catch let refusal as FilingRefusal { throw told(refusal) }
        let outcome = try store.file(
            filing, forReview: review, publicSuffixList: list, key: key, at: try options.writingTime())
        switch outcome {
        case .failure(let refusal): throw told(refusal)
        case .success(let receipt): try give(receipt)
        }
    }

    /// Before anything is filed: a receipt that cannot be written is given once and never again.
    private func checkRoom(_ receipt: String) throws {
        let folder = PathText.folder(of: receipt)
        guard !OutputFile.exists(receipt) else {
            throw JobError(
                .usage, "\(receipt) is there already, perhaps another receipt; nothing was filed: name another file")
        }
        guard folder.isEmpty || FileKind(folder) == .folder else {
            throw JobError(
                .usage, "\(folder) is no folder; nothing was filed: make it, or name another file for the receipt")
        }
    }

    private func told(_ refusal: FilingRefusal) -> JobError {
        if options.json {
            let value = JSONValue.object([
                .init("refused", .string(refusal.code.rawValue)), .init("reason", .string(refusal.reason)),
            ])
            Console.say(StoreOptions.text(value))
        }
        return JobError(.finding, "refused: \(refusal)")
    }

    private func give(_ given: Receipt) throws {
        let text = StoreOptions.text(given.json)
        guard let receipt else { return Console.say(text) }
        try OutputFile.replace(receipt, with: Array((text + "\n").utf8))
        Console.say(options.json ? text : "\(given.objection) is filed; the receipt is in \(receipt)")
    }

    private func filing() throws -> ObjectionFiling {
        if let form {
            let bytes = try OutputFile.read(form == "-" ? "/dev/stdin" : form)
            return try ObjectionFiling.read(bytes, channel: "cli")
        }
        guard let name, let contact, !scope.isEmpty || !texts.text.isEmpty else {
            throw JobError(.usage, "--name, --contact and --scope or --text are due, or a --form")
        }
        let scopes = try scope.map { text throws(JobError) in
            guard let colon = text.firstIndex(of: ":") else {
                throw JobError(.usage, "--scope \(text): a kind and a value are due, like domain:example.com")
            }
            return ObjectionFiling.Scope(kind: String(text[..<colon]), value: String(text[text.index(after: colon)...]))
        }
        let copies = try texts.scopeValues(suffixes).map {
            ObjectionFiling.Scope(kind: ScopeKind.text.rawValue, value: $0)
        }
        let uses = try use.map { text throws(JobError) in
            guard let use = UseCategory(rawValue: text), use != .licence, use != .access else {
                throw JobError(.usage, "--use \(text): there is no such use")
            }
            return use
        }
        return ObjectionFiling(
            objector: Objector(name: name, kind: kind, contact: contact), scopes: scopes + copies, act: act, uses: uses,
            to: try until.map { text throws(JobError) in try RegistryCommand.time(text) }, evidence: evidence,
            goodFaith: statement, authority: statement, isPersonal: personal, channel: "cli")
    }
}

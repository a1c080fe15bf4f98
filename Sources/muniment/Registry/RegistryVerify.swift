internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Registry
internal import Shards
internal import WebAddress

struct RegistryVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Takes proof of an objector's standing.",
        discussion: """
            EXAMPLES
              muniment registry verify O-4c1f… --challenge --store registry.db
              muniment registry verify O-4c1f… --method well-known --store registry.db --config config.yaml
              muniment registry verify O-4c1f… --challenge --method mailbox --store registry.db --config config.yaml
              muniment registry verify O-4c1f… --code muniment-mailbox=… --store registry.db
              muniment registry verify O-4c1f… --challenge --method signature --json --store registry.db > statement.json
              muniment registry verify O-4c1f… --signature signed.json --method dns --store registry.db --config config.yaml
              muniment registry verify O-4c1f… --store registry.db --evidence contract.pdf
              muniment registry verify O-4c1f… --store registry.db --standing L4 --method document

            --challenge gives out a nonce for every host the objection's scopes lie on, and for the page of every account, and
            tells where to put it. --method well-known, header or dns then looks for it: over https, on that host alone, or
            through the system's resolver; account looks on the pages of accounts. Found at every place it shows control (L2,
            of accounts alone L1); a nonce is good once. Exit code 1 if it is not there.

            --challenge --method mailbox mails a code to --mailbox, or to the contact: to an address at the registrable domain
            of what is objected to (for what lies on no host, to the contact alone), as registry.mail of the settings says.
            --code takes it back: L1.

            --challenge --method signature gives out a statement, which the objector signs with `registry sign`. --signature
            takes it back: L3, if the key stands at every host, or at the domain of the contact, as muniment-key=… where
            --method says.

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

    @Option(help: "well-known, header, dns or account to look; mailbox, signature, document or order with --standing.")
    var method: ProofMethod = .document

    @Flag(
        help:
            "Give out nonces that show control of the hosts; a code or a statement with --method mailbox or signature.")
    var challenge = false

    @Option(help: ArgumentHelp("Where the code is mailed to, instead of the contact.", valueName: "address"))
    var mailbox: String?

    @Option(help: "A code that was mailed.")
    var code: String?

    @Option(help: ArgumentHelp("A statement signed with `registry sign`.", valueName: "file"))
    var signature: String?

    @Option(help: "The settings file, for the identity to look under. Default: config/default.yaml.")
    var config: String?

    @OptionGroup var suffixes: SuffixListOption

    func run() throws {
        let store = try options.open()
        let time = try options.writingTime()
        switch (challenge, code, signature) {
        case (true, nil, nil): return try give(store, time)
        case (false, let code?, nil):
            return show(try told(store.redeem(objection, code: code, suffixes: list(), at: time)))
        case (false, nil, let file?): return try take(signature: file, store, time)
        case (false, nil, nil): break
        default: throw JobError(.usage, "--challenge, --code and --signature are steps of their own")
        }
        if evidence == nil, standing == nil, [.wellKnown, .header, .dns, .account].contains(method) {
            return try look(store, time)
        }
        switch (evidence, standing) {
        case (let file?, nil): show(try store.submit(objection, evidence: try OutputFile.read(file), at: time))
        case (nil, let standing?): show(try store.prove(objection, standing, by: method, at: time))
        default:
            throw JobError(
                .usage,
                "--challenge, --code, --signature, --evidence, --standing or --method well-known|header|dns|account is due"
            )
        }
    }

    private func show(_ life: ObjectionLife) { options.show(life) }

    private func list() throws -> PublicSuffixList { try PublicSuffixList(contents: try suffixes.bytes()) }

    private func settings() throws -> RunConfig { try RunConfig.read(path: SettingsFile.path(config)) }

    /// What was found, or a finding.
    private func told<Value>(_ result: Result<Value, FilingRefusal>) throws -> Value {
        switch result {
        case .success(let value): value
        case .failure(let refusal): throw JobError(.finding, "refused: \(refusal)")
        }
    }

    private func give(_ store: RegistryStore, _ time: Timestamp) throws {
        switch method {
        case .mailbox: return try mail(store, time)
        case .signature: return try give(statement: try store.statement(objection, suffixes: list(), at: time), store)
        default: break
        }
        for nonce in try store.challenge(objection, suffixes: list(), at: time) {
            StandingChallenge.isAccount(nonce.host) ? give(account: nonce) : give(host: nonce)
        }
    }

    private func give(host nonce: StandingChallenge) {
        let value = JSONValue.object([
            .init("due", .string(nonce.due.description)), .init("header", .string(StandingChallenge.headerName)),
            .init("host", .string(nonce.host)), .init("objection", .string(nonce.objection)),
            .init("record", .string(nonce.record)), .init("text", .string(nonce.text)),
            .init("well_known", .string(nonce.wellKnown)),
        ])
        let text = """
            \(nonce.host), until \(nonce.due): put this text
              \(nonce.text)
            in one of these places, then call verify with its method
              well-known  \(nonce.wellKnown)
              header      \(StandingChallenge.headerName): at https://\(nonce.host)/
              dns         a TXT record of \(nonce.record)
            """
        Console.say(options.json ? StoreOptions.text(value) : text)
    }

    private func give(account nonce: StandingChallenge) {
        let value = JSONValue.object([
            .init("due", .string(nonce.due.description)), .init("objection", .string(nonce.objection)),
            .init("page", .string("https://\(nonce.host)")), .init("text", .string(nonce.text)),
        ])
        let text = """
            https://\(nonce.host), until \(nonce.due): put this text on the page, then call verify with --method account
              \(nonce.text)
            """
        Console.say(options.json ? StoreOptions.text(value) : text)
    }

    private func mail(_ store: RegistryStore, _ time: Timestamp) throws {
        guard let room = try MailRoom(try settings()) else {
            throw JobError(
                .usage, "the settings name no way to send mail; set registry.mail: {from: …, smtp: …} (docs/config.md)")
        }
        let address = try mailbox.map { text throws(JobError) in
            guard let address = MailAddress(text) else {
                throw JobError(.usage, "--mailbox \(text): it is no mail address")
            }
            return address
        }
        let code = try told(store.mailCode(objection, to: address, suffixes: list(), at: time))
        let (subject, text) = MailRoom.message(code, origin: store.origin)
        try Blocking.wait { () async throws(JobError) in
            try await room.send(code, subject: subject, text: text, at: time)
        }
        let value = JSONValue.object([
            .init("due", .string(code.due.description)), .init("mailbox", .string(code.host)),
            .init("objection", .string(code.objection)),
        ])
        let words = "a code is on its way to \(code.host), good until \(code.due); call verify with --code"
        Console.say(options.json ? StoreOptions.text(value) : words)
    }

    private func give(statement given: (statement: ObjectionStatement, due: Timestamp), _ store: RegistryStore) throws {
        let places = try store.keyPlaces(of: objection, suffixes: list()).joined(separator: ", ")
        Console.say(StoreOptions.text(given.statement.json))
        Console.complain(
            "to be signed with `registry sign` by a key that stands at \(places), and handed in until \(given.due)")
    }

    private func take(signature file: String, _ store: RegistryStore, _ time: Timestamp) throws {
        let bytes = try OutputFile.read(file)
        let signed = try told(Result { () throws(FilingRefusal) in try SignedStatement(bytes) })
        let look = try StandingLook(try settings())
        defer { look.close() }
        let method = method == .document ? .wellKnown : method
        var found: [String: String] = [:]
        for place in try store.keyPlaces(of: objection, suffixes: list()) {
            let way = StandingChallenge.isAccount(place) ? .account : method
            found[place] = try Blocking.wait { () async throws(JobError) in try await look.find(way, at: place) }
        }
        show(try told(store.redeem(objection, signed: signed, found: found, suffixes: list(), at: time)))
    }

    private func look(_ store: RegistryStore, _ time: Timestamp) throws {
        let list = try list()
        let look = try StandingLook(try settings())
        defer { look.close() }
        let method = method
        var refusals: [String] = []
        let places = try store.hosts(of: objection, suffixes: list)
        for host in places where StandingChallenge.isAccount(host) == (method == .account) {
            let found = try Blocking.wait { () async throws(JobError) in try await look.find(method, at: host) }
            switch try store.redeem(objection, host: host, found: found, by: method, suffixes: list, at: time) {
            case .success(let life): show(life)
            case .failure(let refusal): refusals.append("\(host): \(refusal)")
            }
        }
        guard refusals.isEmpty else { throw JobError(.finding, refusals.joined(separator: "\n")) }
    }
}

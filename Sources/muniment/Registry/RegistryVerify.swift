internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Registry
internal import Shards

struct RegistryVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Takes proof of an objector's standing.",
        discussion: """
            EXAMPLES
              muniment registry verify O-4c1f… --challenge --store registry.db
              muniment registry verify O-4c1f… --method well-known --store registry.db --config config.yaml
              muniment registry verify O-4c1f… --store registry.db --evidence contract.pdf
              muniment registry verify O-4c1f… --store registry.db --standing L4 --method document

            --challenge gives out a nonce for every host the objection's scopes lie on, and for the page of every account, and
            tells where to put it. --method well-known, header or dns then looks for it: over https, on that host alone, or
            through the system's resolver; account looks on the pages of accounts. Found at every place it shows control (L2,
            of accounts alone L1); a nonce is good once. Exit code 1 if it is not there.

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

    @Flag(help: "Give out nonces that show control of the hosts.")
    var challenge = false

    @Option(help: "The settings file, for the identity to look under. Default: config/default.yaml.")
    var config: String?

    @OptionGroup var suffixes: SuffixListOption

    func run() throws {
        let store = try options.open()
        let time = try options.time()
        if challenge { return try give(store, time) }
        if evidence == nil, standing == nil, [.wellKnown, .header, .dns, .account].contains(method) {
            return try look(store, time)
        }
        switch (evidence, standing) {
        case (let file?, nil): options.show(try store.submit(objection, evidence: try OutputFile.read(file), at: time))
        case (nil, let standing?): options.show(try store.prove(objection, standing, by: method, at: time))
        default:
            throw JobError(
                .usage, "--challenge, --evidence, --standing or --method well-known|header|dns|account is due")
        }
    }

    private func give(_ store: RegistryStore, _ time: Timestamp) throws {
        for nonce in try store.challenge(objection, publicSuffixList: try suffixes.bytes(), at: time) {
            if StandingChallenge.isAccount(nonce.host) {
                give(account: nonce)
                continue
            }
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

    private func look(_ store: RegistryStore, _ time: Timestamp) throws {
        let list = try suffixes.bytes()
        let look = try StandingLook(try RunConfig.read(path: SettingsFile.path(config)))
        defer { look.close() }
        let method = method
        var refusals: [String] = []
        let places = try store.hosts(of: objection, publicSuffixList: list)
        for host in places where StandingChallenge.isAccount(host) == (method == .account) {
            let found = try Blocking.wait { () async throws(JobError) in try await look.find(method, at: host) }
            switch try store.redeem(
                objection, host: host, found: found, by: method, publicSuffixList: list, at: time)
            {
            case .success(let life): options.show(life)
            case .failure(let refusal): refusals.append("\(host): \(refusal)")
            }
        }
        guard refusals.isEmpty else { throw JobError(.finding, refusals.joined(separator: "\n")) }
    }
}

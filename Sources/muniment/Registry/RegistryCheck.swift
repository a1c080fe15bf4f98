internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Licensing
internal import Provenance
internal import Registry
internal import WebAddress

struct RegistryCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Asks a snapshot which objections cover a URL.",
        discussion: """
            EXAMPLES
              muniment registry check --snapshot snapshot https://example.com/a
              muniment registry check --snapshot snapshot --json < urls.txt
              muniment registry check --snapshot snapshot --identifier isbn:9783161484100 --text article.html

            What is named by --payload, --identifier and --text was found at every URL, or stands alone where no URL is given
            and there is no standard input to read them from. A copy of a text is told with its similarity, and counts as
            the default settings of doubt have it. A snapshot that is older than a run would take is told of on standard error: by
            settings.registry_age of --config, or its default.

            Exit code 0 whatever the answers are; 1 if a line is no http or https URL, once all others are answered.
            """)

    @Argument(help: "URLs; one a line on standard input if none is given.")
    var urls: [String] = []

    @Option(help: ArgumentHelp("The folder of the snapshot.", valueName: "dir"))
    var snapshot: String

    @Option(help: ArgumentHelp("Payloads that were found there, by digest.", valueName: "sha256"))
    var payload: [String] = []

    @Option(help: ArgumentHelp("What a document states of itself: isbn:…, doi:…, orcid:…", valueName: "id"))
    var identifier: [String] = []

    @Option(help: "The name of a part of a data set.")
    var shard: [String] = []

    @OptionGroup var texts: TextOptions

    @OptionGroup var suffixes: SuffixListOption

    @Option(help: "The time asked for (RFC 3339); now if not given.")
    var at: String?

    @Option(help: "The settings file whose registry_age the snapshot is held against.")
    var config: String?

    @Flag(help: "Print JSON lines for programs instead of text for people.")
    var json = false

    func run() throws {
        let time = try RegistryCommand.time(at)
        let payloads = try payload.map { text throws(JobError) in
            guard let digest = Digest(text) else {
                throw JobError(.usage, "--payload \(text): sha256: and 64 hex digits are due")
            }
            return digest
        }
        let keys = MatchKeys(identifiers: try identifiers(), shards: shard)
        let sketches = try texts.sketches(suffixes)
        let snapshot = try RegistryCommand.load(snapshot)
        try complain(ofAge: snapshot.compiledAt, at: time)
        func matches(_ urls: [CanonicalURL]) -> [ObjectionMatch] {
            var keys = keys
            keys.hops = urls
            keys.unwrapped = urls.flatMap(MatchKeys.unwrapped)
            var found = snapshot.match(keys, at: time)
            let more =
                payloads.map { MatchKeys(payload: $0) } + sketches.map { MatchKeys(sketch: $0.base64) }
            for one in more.flatMap({ snapshot.match($0, at: time) }) where !found.contains(one) { found.append(one) }
            return found
        }
        func tell(_ text: String, _ matches: [ObjectionMatch]) {
            Console.say(json ? Self.json(text, matches) : Self.text(text, matches))
        }
        var bad = 0
        func answer(_ text: String) {
            do throws(WebURLError) { tell(text, matches([try CanonicalURL(text)])) } catch {
                bad += 1
                Console.complain("\(text.prefix(200)): \(error)")
            }
        }
        if !urls.isEmpty {
            urls.forEach(answer)
        } else if keys.identifiers.isEmpty, sketches.isEmpty, shard.isEmpty, payloads.isEmpty {
            while let line = readLine() { if !line.isEmpty { answer(line) } }
        } else {
            tell("", matches([]))
        }
        if bad > 0 { throw JobError(.finding, "\(bad) of the lines are no http or https URL") }
    }

    /// Tells of a snapshot that no run at the time would obey: what was filed since is not in it.
    private func complain(ofAge compiled: Timestamp, at time: Timestamp) throws {
        let own = try config.flatMap { try RunConfig.read(path: $0).doubts }
        let settings = try own.map { try DoubtSettings($0) } ?? DoubtSettings()
        guard !settings.isRegistryFresh(asOf: compiled, at: time) else { return }
        Console.complain(
            compiled > time
                ? "note: the snapshot was compiled at \(compiled), after the time asked for: it may lack what ended in between"
                : "note: the snapshot was compiled at \(compiled), more than \(settings.registryAge) s before \(time) (settings.registry_age): what was filed since is not in it, and no run would take it; compile it anew"
        )
    }

    private func identifiers() throws -> [String] {
        try identifier.map { text throws(JobError) in
            do throws(IdentifierError) {
                if let identifier = try Identifier.named(text) { return identifier.text }
            } catch {
                throw JobError(.usage, "--identifier \(error)")
            }
            throw JobError(.usage, "--identifier \(text): its registry is due before it, as in isbn:9780306406157")
        }
    }

    private static func json(_ url: String, _ matches: [ObjectionMatch]) -> String {
        let list = matches.map { match in
            JSONValue.object(
                [
                    .init("blocking", .bool(match.isBlocking)), .init("from", .string(match.effectiveFrom.description)),
                    .init("key", .string(match.key)), .init("objection", .string(match.objection)),
                    .init("scope", .string(match.scope)), .init("state", .string(match.state)),
                    .init("to", .string(match.effectiveTo?.description ?? "")),
                ] + (match.similarity.map { [.init("similarity", similarity($0))] } ?? []))
        }
        let line = JSONValue.object([
            .init("blocked", .bool(matches.contains(where: blocks))), .init("matches", .array(list)),
            .init("url", .string(url)),
        ])
        return String(decoding: line.canonicalBytes, as: UTF8.self)
    }

    private static func text(_ url: String, _ matches: [ObjectionMatch]) -> String {
        let head = "\(matches.contains(where: blocks) ? "blocked" : "free   ")  \(url)"
        let lines = matches.map { match in
            let interval = "from \(match.effectiveFrom)\(match.effectiveTo.map { " to \($0)" } ?? "")"
            let like = match.similarity.map { " \($0.description)," } ?? ""
            let answer = blocks(match) ? "blocks" : "does not block"
            return "         \(match.objection)  \(match.scope)  \(match.state)  \(interval):\(like) \(answer)"
        }
        return ([head] + lines).joined(separator: "\n")
    }

    /// Whether it blocks, or at least holds, by the default settings.
    private static func blocks(_ match: ObjectionMatch) -> Bool {
        match.isBlocking && DoubtSettings().likeness(of: match) != .stranger
    }

    private static func similarity(_ similarity: TextSimilarity) -> JSONValue {
        .object([
            .init("containment", .integer(Int64(similarity.containment))),
            .init("places", .integer(Int64(similarity.places))),
            .init("resemblance", .integer(Int64(similarity.resemblance))),
        ])
    }
}

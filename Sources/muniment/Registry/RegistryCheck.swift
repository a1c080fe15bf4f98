internal import ArgumentParser
internal import Canonical
internal import Jobs
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

            Exit code 0 whatever the answers are; 1 if a line is no http or https URL, once all others are answered.
            """)

    @Argument(help: "URLs; one a line on standard input if none is given.")
    var urls: [String] = []

    @Option(help: ArgumentHelp("The folder of the snapshot.", valueName: "dir"))
    var snapshot: String

    @Option(help: ArgumentHelp("Payloads that were found there, by digest.", valueName: "sha256"))
    var payload: [String] = []

    @Option(help: "The time asked for (RFC 3339); now if not given.")
    var at: String?

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
        let snapshot = try RegistryCommand.load(snapshot)
        var bad = 0
        func answer(_ text: String) {
            do throws(WebURLError) {
                let url = try CanonicalURL(text)
                var matches = snapshot.match(url, at: time)
                for one in payloads {
                    matches += snapshot.match(url, payload: one, at: time).filter { !matches.contains($0) }
                }
                Console.say(json ? Self.json(text, matches) : Self.text(text, matches))
            } catch {
                bad += 1
                Console.complain("\(text.prefix(200)): \(error)")
            }
        }
        if urls.isEmpty {
            while let line = readLine() { if !line.isEmpty { answer(line) } }
        } else {
            urls.forEach(answer)
        }
        if bad > 0 { throw JobError(.finding, "\(bad) of the lines are no http or https URL") }
    }

    private static func json(_ url: String, _ matches: [ObjectionMatch]) -> String {
        let list = matches.map { match in
            JSONValue.object([
                .init("blocking", .bool(match.isBlocking)), .init("from", .string(match.effectiveFrom.description)),
                .init("key", .string(match.key)), .init("objection", .string(match.objection)),
                .init("scope", .string(match.scope)), .init("state", .string(match.state)),
                .init("to", .string(match.effectiveTo?.description ?? "")),
            ])
        }
        let line = JSONValue.object([
            .init("blocked", .bool(matches.contains(where: \.isBlocking))), .init("matches", .array(list)),
            .init("url", .string(url)),
        ])
        return String(decoding: line.canonicalBytes, as: UTF8.self)
    }

    private static func text(_ url: String, _ matches: [ObjectionMatch]) -> String {
        let head = "\(matches.contains(where: \.isBlocking) ? "blocked" : "free   ")  \(url)"
        let lines = matches.map { match in
            let interval = "from \(match.effectiveFrom)\(match.effectiveTo.map { " to \($0)" } ?? "")"
            let blocks = match.isBlocking ? "blocks" : "does not block"
            return "         \(match.objection)  \(match.scope)  \(match.state)  \(interval): \(blocks)"
        }
        return ([head] + lines).joined(separator: "\n")
    }
}

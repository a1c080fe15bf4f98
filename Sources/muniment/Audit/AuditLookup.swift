internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Shards

struct AuditLookup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup", abstract: "Tells whether runs considered a page, a site, a text or a work, with proof.",
        discussion: """
            Asks by URL, domain or host, SHA-256 of bytes or text, identifier of a work (doi:…), or id of a capture. Ends with 0
            if a run has it, with 1 if none has, with 3 if an index is not there or is damaged. --proof writes a file that `audit check-proof` verifies alone. A text is searched by
            the digest of exactly these bytes: that it is not found proves nothing of other spellings of it.

            EXAMPLE
              muniment audit lookup https://a.example/rooms --in out --proof proof.json
              muniment audit lookup a.example --in out-may --in out-june
            """)

    @Argument(help: "What to look for.")
    var query: String?

    @Option(help: "A text file to look for, as UTF-8.")
    var text: String?

    @Option(name: .customLong("in"), help: "An output folder with its index. May be given more than once.")
    var outputs: [String]

    @Option(help: "The file to write the proof to; of the one output that is named.")
    var proof: String?

    @Flag(help: "Print JSON lines.")
    var json = false

    func run() throws {
        guard proof == nil || outputs.count == 1 else {
            throw JobError(.usage, "--proof is of one output; name one with --in")
        }
        try OutsideOutput.check(proof, "--proof", of: outputs)
        let keys = try meanings()
        var found = false
        for output in outputs {
            let answer = try OutputLookup(output: output).answer(keys)
            found = found || answer.count > 0
            report(answer)
            if let proof { try OutputFile.replace(proof, with: answer.proof.json.canonicalBytes + [0x0A]) }
        }
        if !found { throw JobError(.finding, "not in \(outputs.joined(separator: ", "))") }
    }

    private func meanings() throws -> [IndexKey] {
        if let text {
            guard query == nil else { throw JobError(.usage, "give either a word or --text") }
            return [IndexKey(.text, Digest(of: try OutputFile.read(text)).hex)]
        }
        guard let query else {
            throw JobError(.usage, "say what to look for: a URL, a domain, a digest, or --text FILE")
        }
        return try IndexKey.meanings(of: query)
    }

    private func report(_ answer: OutputLookup.Answer) {
        let reach =
            answer.key.kind == .text
            ? "searched, not provable" : answer.count > 0 ? "in, by its record" : "not in, by its neighbours"
        if json {
            let line = JSONValue.object([
                .init("count", .integer(Int64(answer.count))), .init("in", .bool(answer.count > 0)),
                .init("kind", .string(answer.key.kind.rawValue)), .init("output", .string(answer.output)),
                .init("proof", .string(reach)), .init("rows", .array(answer.rows.map(\.json))),
                .init("value", .string(answer.key.value)),
            ])
            return Console.say(String(decoding: line.canonicalBytes, as: UTF8.self))
        }
        let rows = answer.count == 1 ? "1 row" : "\(answer.count) rows"
        Console.say(
            "\(answer.output): \(answer.key.kind.rawValue) \(answer.key.value): \(answer.count > 0 ? rows : "not in") (\(reach))"
        )
        for row in answer.rows {
            let since = row.recalled.isEmpty ? "" : ", recalled at \(row.recalled)"
            Console.say("  \(row.verdict) \(row.basis) \(row.url) \(row.fetched) \(row.part) row \(row.row)\(since)")
        }
    }
}

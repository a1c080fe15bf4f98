internal import ArgumentParser
internal import Canonical
internal import Jobs

struct AuditCheckProof: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-proof", abstract: "Checks a look-up's proof by itself.",
        discussion: """
            Says what the proof shows, and of which index: compare its root with the one in the log. Ends with 1 for a proof that
            shows nothing. With --in also tells whether a recall has taken the document out of that output since.

            EXAMPLE
              muniment audit check-proof proof.json
              muniment audit check-proof proof.json --in out
            """)

    @Argument(help: "The proof's file.")
    var file: String

    @Option(name: .customLong("in"), help: "The output that the proof is of, as it is now.")
    var output: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let proof = try LookupProof(reading: file)
        let isIn = try proof.isIn()
        let words = proof.key.kind == .text && !isIn ? "not in, as exactly these bytes" : isIn ? "in" : "not in"
        let recalled = try isIn ? output.flatMap { try proof.recalled(in: $0) } : nil
        let since = recalled.map { "; recalled at \($0)" } ?? ""
        LedgerText.say(
            json,
            "\(proof.key.kind.rawValue) \(proof.key.value): \(words) the index of \(proof.count) records with root \(proof.root.hex), of the manifest \(proof.manifest.hex)\(since)",
            [
                .init("count", .integer(Int64(proof.count))), .init("in", .bool(isIn)),
                .init("manifest", .string(proof.manifest.hex)), .init("recalled", .string(recalled?.description ?? "")),
                .init("root", .string(proof.root.hex)),
            ])
    }
}

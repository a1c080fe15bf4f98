internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Ledger
internal import Registry
internal import Shards

struct AuditCheckProof: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-proof", abstract: "Checks a look-up's proof, or the receipt of an objection, by itself.",
        discussion: """
            Of a proof it says what it shows, and of which index: compare its root with the one in the log; with --in also
            that it is of this output's manifest and index, and whether a recall has taken the document out since. Of a receipt, that it is signed, that the
            exported log has its event, and what has become of the objection; and of every run named whether its snapshot knew
            of it. Ends with 1 for a proof that shows nothing, a receipt that the log does not bear out, or a run that missed
            the objection.

            EXAMPLES
              muniment audit check-proof proof.json
              muniment audit check-proof proof.json --in out
              muniment audit check-proof receipt.json --log log.jsonl --run out-2026-10 --run out-2026-11
            """)

    @Argument(help: "The file of the proof or receipt.")
    var file: String

    @Option(name: .customLong("in"), help: "The output that the proof is of, as it is now.")
    var output: String?

    @Option(help: ArgumentHelp("For a receipt: the registry's log, as `registry export` writes it.", valueName: "file"))
    var log: String?

    @Option(help: ArgumentHelp("For a receipt: the key (name+id+base64) it must be signed with.", valueName: "key"))
    var key: String?

    @Option(
        name: .customLong("run"),
        help: ArgumentHelp("For a receipt: a finished output that is to have obeyed the objection.", valueName: "dir"))
    var runs: [String] = []

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let bytes = try OutputFile.read(file)
        guard Receipt.isReceipt(bytes) else {
            guard log == nil, key == nil, runs.isEmpty else {
                throw JobError(.usage, "\(file) is no receipt: --log, --key and --run go with one")
            }
            return try checkLookup()
        }
        try check(receipt: bytes)
    }

    private func checkLookup() throws {
        let proof = try LookupProof(reading: file)
        let isIn = try proof.isIn()
        let words = proof.key.kind == .text && !isIn ? "not in, as exactly these bytes" : isIn ? "in" : "not in"
        let recalled = try output.flatMap { try proof.recalled(in: $0) }
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

    private func check(receipt bytes: [UInt8]) throws {
        let trusted = try key.map { text in try VerifyingKey(text: text) }
        let receipt: Receipt
        do throws(RegistryError) { receipt = try Receipt(bytes, trusted: trusted, file: file) } catch {
            throw JobError(.finding, "\(error)")
        }
        guard let log else {
            throw JobError(
                .usage, "\(file) is a receipt: --log is due, the file that `muniment registry export` writes")
        }
        let proof = try ReceiptProof(receipt, log: log, trusted: trusted)
        let audits = try runs.map { try ReceiptAudit(proof, output: $0) }
        LedgerText.say(json, text(proof, audits), members(proof, audits))
        let missed = audits.count { !$0.isSound }
        if missed > 0 { throw JobError(.finding, "\(missed) runs missed \(receipt.objection)") }
    }

    private func text(_ proof: ReceiptProof, _ audits: [ReceiptAudit]) -> String {
        let lines = [
            "\(proof.receipt.objection): filed \(proof.recordedAt), signed by \(proof.receipt.key)",
            "  event \(proof.index) of the \(proof.size) of \(proof.receipt.origin), root \(proof.root)",
            "  \(proof.life.state.rawValue) since \(proof.life.since), \(proof.life.isBlocking ? "refuses use" : "does not block")",
        ]
        return (lines + audits.map { "  \($0.output): \($0.description)" }).joined(separator: "\n")
    }

    private func members(_ proof: ReceiptProof, _ audits: [ReceiptAudit]) -> [JSONValue.Member] {
        let told = audits.map { audit in
            JSONValue.object([
                .init("output", .string(audit.output)), .init("says", .string(audit.description)),
                .init("sound", .bool(audit.isSound)),
            ])
        }
        return [
            .init("blocking", .bool(proof.life.isBlocking)), .init("inclusion", proof.inclusion.json),
            .init("objection", .string(proof.receipt.objection)),
            .init("recorded_at", .string(proof.recordedAt.description)), .init("root", .string(proof.root.description)),
            .init("runs", .array(told)), .init("size", .integer(Int64(proof.size))),
            .init("state", .string(proof.life.state.rawValue)),
        ]
    }
}

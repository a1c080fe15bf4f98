internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Shards

struct AuditVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Reads every file and row of an output and says what does not fit.",
        discussion: """
            Every file, row, digest, root and count is read again. Ends with 0 and the verdict `self-consistent` if
            everything in the folder fits everything else in it; with 1 and a list of what is wrong otherwise. A folder alone
            cannot show that it was not made anew as a whole: a checkpoint of the operator's log that you have from elsewhere can.

            EXAMPLE
              muniment audit verify out
              muniment audit verify out --key log.pub --checkpoint checkpoint
            """)

    @Argument(help: "The output folder of a crawl or filter.")
    var output: String

    @Option(help: "The log's verifying key, or its file; not one that came with the output.")
    var key: String?

    @Option(help: "A checkpoint of the log, signed with the key; not one that came with the output.")
    var checkpoint: String?

    @Option(help: "The verifying key of a witness that is trusted, or its file. May be given more than once.")
    var witness: [String] = []

    @Option(help: "The log's folder, where it is at hand; else the proof in the output must do.")
    var log: String?

    @Option(
        help: ArgumentHelp("A time stamp (RFC 3161) of the checkpoint, as `ledger stamp` keeps it.", valueName: "file"))
    var stamp: String?

    @Option(help: ArgumentHelp("A PEM file of the time-stamping authorities to trust.", valueName: "file"))
    var authorities: String?

    @Flag(help: "Print JSON lines: one for each fault, the verdict last.")
    var json = false

    func run() throws {
        let report = try OutputAudit(output: output, anchor: try anchor()).run()
        for fault in report.faults { Console.say(json ? Self.line(fault.json) : "\(fault)") }
        Console.say(json ? Self.line(report.json) : AuditText.of(report))
        guard report.verdict == .wrong else { return }
        throw JobError(
            .finding, "\(output): \(report.faults.count) things are wrong; restore the files, or run it again")
    }

    private func anchor() throws -> AnchorAudit? {
        guard let key, let checkpoint else {
            guard key == nil, checkpoint == nil, witness.isEmpty, log == nil, stamp == nil else {
                throw JobError(.usage, "--key and --checkpoint go together, and --witness, --log and --stamp with both")
            }
            return nil
        }
        guard (stamp == nil) == (authorities == nil) else {
            throw JobError(.usage, "--stamp and --authorities go together")
        }
        return AnchorAudit(
            key: try LedgerKey.verifying(key), checkpoint: try LedgerKey.checkpoint(checkpoint),
            witnesses: try witness.map { try LedgerKey.verifying($0) }, log: try log.map { try OperatorLog($0) },
            stamp: try stamp.map { .init(response: try OutputFile.read($0), authorities: authorities ?? "") })
    }

    private static func line(_ value: JSONValue) -> String { String(decoding: value.canonicalBytes, as: UTF8.self) }
}

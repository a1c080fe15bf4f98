internal import ArgumentParser
internal import Canonical
internal import Foundation
internal import Jobs
internal import Ledger

struct LedgerCosign: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cosign",
        abstract: "Signs a checkpoint as a witness, after seeing that it continues the last one seen.",
        discussion: """
            Prints the checkpoint with the signature added. Without --seen it is the first that the witness sees of the log.

            EXAMPLE
              muniment ledger cosign checkpoint --key witness.key --log-key log.pub --seen last --log log > cosigned
            """)

    @Argument(help: "The checkpoint's file.")
    var checkpoint: String

    @Option(help: "The witness's key file.")
    var key: String

    @Option(help: "The log's verifying key, or its file.")
    var logKey: String

    @Option(help: "The last checkpoint that the witness signed of this log.")
    var seen: String?

    @Option(help: "The log's folder, to prove that it only grew since.")
    var log: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        var head = try LedgerKey.checkpoint(checkpoint)
        guard try head.note.isSigned(by: LedgerKey.verifying(logKey)) else {
            throw JobError(.finding, "\(checkpoint): is not signed by the log's key")
        }
        if let seen {
            guard let log else { throw JobError(.usage, "--seen needs --log DIR, to prove that the log only grew") }
            _ = try OperatorLog(log).consistency(from: LedgerKey.checkpoint(seen), to: head)
        }
        try head.cosign(
            with: LedgerKey.signing(key), at: Timestamp(seconds: Int64(Date().timeIntervalSince1970)))
        let text = String(decoding: head.bytes, as: UTF8.self)
        LedgerText.say(json, String(text.dropLast()), [.init("checkpoint", .string(text))])
    }
}

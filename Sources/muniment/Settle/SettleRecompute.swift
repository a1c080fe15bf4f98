internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Ledger
internal import Settlement
internal import Shards

struct SettleRecompute: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recompute",
        abstract: "Settles a pool again from its own inputs and compares every file byte by byte.",
        discussion: """
            Ends with 1 and the names of the files that are not what comes out, statements among them, and of those that
            nothing explains. With --key a closed period's signature is
            checked too.

            EXAMPLE
              muniment settle recompute settled
            """)

    @Argument(help: "A folder that settle allocate wrote.")
    var folder: String

    @Option(help: "The public key the period must be closed under: a line name+number+base64, or a file that holds it.")
    var key: String?

    @Option(help: "The operator's log that must have the seal of the period.")
    var log: String?

    @OptionGroup var reading: ReadingOptions

    @Flag(help: "Print a JSON line instead of text.")
    var json = false

    func run() throws {
        let settled = SettlementFolder(folder)
        let (allocation, _, differing) = try SettleCommand.finding(in: folder) { try settled.recomputeAll() }
        if let key {
            let text = OutputFile.exists(key) ? String(decoding: try OutputFile.read(key), as: UTF8.self) : key
            let verifying: VerifyingKey
            do { verifying = try VerifyingKey(text: text) } catch { throw JobError(.usage, "\(error)") }
            try SettleCommand.finding(in: folder) { try settled.checkSeal(verifying) }
        } else if settled.isClosed {
            try SettleCommand.finding(in: folder) { try settled.checkSeal(nil) }
        }
        if let log {
            let entry = try SettleCommand.finding(in: folder) { try settled.logEntry() }
            guard try OperatorLog(log).holds(entry) else {
                throw JobError(
                    .finding, "\(log) does not have the seal of \(folder); muniment settle close --log puts it there")
            }
        }
        if json {
            let value = JSONValue.object([
                .init("differing", .array(differing.map { .string($0) })), .init("pool", .string(allocation.pool.id)),
                .init("signed", .bool(key != nil)),
            ])
            Console.say(String(decoding: value.canonicalBytes, as: UTF8.self))
        } else if differing.isEmpty {
            Console.say(
                "pool \(allocation.pool.id): every file is what its inputs come to; \(closing(settled))")
        }
        guard differing.isEmpty else {
            throw JobError(.finding, "\(differing.joined(separator: ", ")) in \(folder): not what the inputs come to")
        }
    }

    private func closing(_ settled: SettlementFolder) -> String {
        guard settled.isClosed else { return "the period is not closed" }
        return key == nil
            ? "the period is closed, under the key that its seal names; --key says whose it must be"
            : "the close is signed by the key"
    }
}

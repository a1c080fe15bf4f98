internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Ledger
internal import Settlement
internal import Shards

struct SettleClose: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Closes a period: signs its balances and files, after which nothing in it changes.",
        discussion: """
            What turns out wrong later is corrected by adjustments in the next period's pool.

            EXAMPLE
              muniment settle close settled --key society.key --log log
            """)

    @Argument(help: "A folder that settle allocate wrote.")
    var folder: String

    @Option(help: "The file with the private key, as muniment ledger key writes it.")
    var key: String

    @Option(help: "The operator's log, which gets the seal as an entry.")
    var log: String?

    @Flag(help: "Check that it can be closed, and write nothing.")
    var dryRun = false

    @Flag(help: "Print a JSON line instead of text.")
    var json = false

    func run() throws {
        let signing: SigningKey
        do { signing = try SigningKey(text: String(decoding: OutputFile.read(key), as: UTF8.self)) } catch let error
            as LedgerError
        {
            throw JobError(.usage, "\(key): \(error)")
        }
        try SettleCommand.settling {
            let settled = SettlementFolder(folder)
            guard !dryRun else { return try check(settled) }
            var opened = try log.map { try OperatorLog($0) }
            let seal = try settled.close(key: signing, at: UseCommand.now)
            _ = try opened?.append([settled.logEntry()])
            Console.say(
                json
                    ? String(decoding: seal.dropLast(), as: UTF8.self)
                    : "closed; signed by \(signing.name) in \(folder)/close.json")
        }
    }

    private func check(_ settled: SettlementFolder) throws {
        guard !settled.isClosed else { throw SettlementError(.closed, "\(folder) is closed already") }
        try settled.checkCanClose(at: UseCommand.now)
        let (allocation, _, differing) = try settled.recomputeAll()
        guard differing.isEmpty else {
            throw SettlementError(
                .mismatch, "\(differing.joined(separator: ", ")) is not what the inputs come to")
        }
        let value = JSONValue.object([.init("dryRun", .bool(true)), .init("pool", .string(allocation.pool.id))])
        Console.say(
            json
                ? String(decoding: value.canonicalBytes, as: UTF8.self)
                : "pool \(allocation.pool.id) can be closed; nothing was written")
    }
}

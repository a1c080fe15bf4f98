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
            let turn = try settled.turn()
            defer { withExtendedLifetime(turn) {} }
            let (seal, words) = try close(settled, signing)
            Console.say(json ? String(decoding: seal.dropLast(), as: UTF8.self) : words)
        }
    }

    /// The seal and what was done: the log gets it first, so that a period closed here is never one that the log lacks.
    private func close(_ settled: SettlementFolder, _ signing: SigningKey) throws -> (seal: [UInt8], words: String) {
        let file = "\(folder)/close.json"
        guard let log else {
            return (try settled.close(key: signing, at: UseCommand.now), "closed; signed by \(signing.name) in \(file)")
        }
        var opened = try OperatorLog(log)
        let pool = try settled.pool()
        let earlier = try opened.settlements(of: pool.id, society: pool.society)
        if settled.isClosed {
            try settled.checkSeal(signing.verifying)
            let seal = try OutputFile.read(file)
            guard earlier.allSatisfy({ $0 == seal }) else { throw reopened(pool, log) }
            guard try opened.append([settled.logEntry()]) > 0 else {
                throw SettlementError(.closed, "\(folder) is closed already, and \(log) has its seal")
            }
            return (seal, "\(folder) was closed already; \(log) has its seal now")
        }
        let seal = try earlier.first ?? settled.seal(key: signing, at: UseCommand.now)
        if earlier.isEmpty { _ = try opened.append([settled.logEntry(of: seal)]) }
        guard earlier.count <= 1, try settled.isSealed(by: seal, under: signing.verifying) else {
            throw reopened(pool, log)
        }
        try settled.put(seal: seal)
        return (seal, "closed; signed by \(signing.name) in \(file)")
    }

    private func reopened(_ pool: Pool, _ log: String) -> SettlementError {
        SettlementError(
            .closed,
            "pool \(pool.id) of \(pool.society) is closed in \(log) with another seal: a period is closed once; correct it by adjustments in the next period's pool"
        )
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

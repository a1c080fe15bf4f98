internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Settlement

struct SettlePool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pool",
        abstract: "Checks a pool's file and shows what it says.",
        discussion: """
            By the checks of settle allocate, but for those that need the usage. Parties and disputes are held against the
            shares, if they are named.

            EXAMPLE
              muniment settle pool config/settlement/pool.yaml
              muniment settle pool config/settlement/pool.yaml --shares config/grounds/mandates.yaml
            """)

    @Argument(help: "A pool's file (YAML).")
    var file: String

    @Option(
        help:
            "The shares that parties and disputes must be of, as for settle allocate; a file of mandates has tariffs, too."
    )
    var shares: String?

    @Option(help: "What came in since, as settle dispute, settle claim and settle match write it.")
    var filings: String?

    @OptionGroup var reading: ReadingOptions

    @Flag(help: "Print a JSON line instead of text.")
    var json = false

    func run() throws {
        let pool = try checked()
        if json {
            let value = JSONValue.object([
                .init("adjustments", .integer(Int64(pool.adjustments.count))),
                .init("currency", .string(pool.currency.code)),
                .init("deductions", .array(pool.deductions.map { .string($0.name) })),
                .init("disputes", .integer(Int64(pool.disputes.count))), .init("from", .string(pool.from.description)),
                .init("gross", pool.gross.map { .integer($0) } ?? .null), .init("method", .string(pool.method.name)),
                .init("minimumPayout", .integer(pool.minimumPayout)),
                .init("payouts", .object(pool.payouts.map { .init($0.key, .string($0.value.id)) })),
                .init("pool", .string(pool.id)),
                .init("society", .string(pool.society)), .init("tariff", pool.tariff.map { .string($0.id) } ?? .null),
                .init("to", .string(pool.to.description)),
            ])
            return Console.say(String(decoding: value.canonicalBytes, as: UTF8.self))
        }
        Console.say("pool \(pool.id) of \(pool.society), \(pool.from) to \(pool.to)")
        let gross = pool.gross.map { pool.currency.text($0) } ?? "by tariff \(pool.tariff?.id ?? "") and the usage"
        Console.say("  gross \(gross); by \(pool.method.name); paid from \(pool.currency.text(pool.minimumPayout)) on")
        for deduction in pool.deductions {
            switch deduction.size {
            case .rate(let ratio): Console.say("  less \(deduction.name): \(ratio) of the gross amount")
            case .amount(let amount): Console.say("  less \(deduction.name): \(pool.currency.text(amount))")
            }
        }
        for one in pool.adjustments {
            Console.say("  adjustment \(one.id): \(pool.currency.text(one.amount)) to \(one.party), \(one.reason)")
        }
        for (party, rate) in pool.payouts.sorted(by: { $0.key < $1.key }) {
            Console.say("  \(party) is paid in \(rate.currency) by \(rate.id): \(rate.rate)")
        }
        for dispute in pool.disputes {
            Console.say(
                "  dispute \(dispute.id): \(dispute.ppm) millionths of \(dispute.work), claimed by \(dispute.party)")
        }
    }

    /// The pool, if settle allocate would take it.
    private func checked() throws -> Pool {
        let inputs = try SettleCommand.settling {
            try PoolInputs.read(pool: file, shares: shares.map(SettleCommand.shares), filings: filings)
        }
        try SettleFaults.complain(inputs.faults, 0, report: "")
        let now = UseCommand.now
        try SettleCommand.settling { try inputs.check(at: now) }
        for warning in inputs.warnings(at: now) { Console.complain("warning: \(warning)") }
        let pool = inputs.pool
        if shares == nil, !(pool.disputes.isEmpty && pool.adjustments.isEmpty && pool.payouts.isEmpty) {
            Console.complain("note: disputes and parties were held against no shares; name them by --shares")
        }
        return pool
    }
}

internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Settlement

struct SettleAllocate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allocate",
        abstract: "Shares a pool out by a usage report and the shares of the works.",
        discussion: """
            Writes allocation.tsv, payments.tsv, unmatched.tsv, the books (journal.jsonl), settlement.json and copies of
            what it rests on, into a folder that is new or empty. If a line of any file is wrong, nothing is shared out.

            EXAMPLE
              muniment settle allocate --pool pool.yaml --usage usage.tsv --shares shares.tsv --out settled
            """)

    @Option(help: "The pool's file (YAML).")
    var pool: String

    @Option(help: "The usage report of the period.")
    var usage: String

    @Option(help: "The shares: a table (.tsv), a file of mandates (.yaml .json .jsonl .csv), or a registry snapshot.")
    var shares: String

    @Option(help: "What came in since, as settle dispute, settle claim and settle match write it.")
    var filings: String?

    @Option(help: "The folder to write; it must not hold anything.")
    var out: String

    @Flag(help: "Show who would get what, and write nothing.")
    var dryRun = false

    @Flag(help: "Print a JSON line instead of text.")
    var json = false

    func run() throws {
        let shares = SettleCommand.shares(shares)
        let inputs = try SettleCommand.settling {
            try SettlementInputs.read(pool: pool, usage: usage, shares: shares, filings: filings)
        }
        try SettleFaults.complain(inputs.faults, inputs.moreFaults, report: usage)
        let now = UseCommand.now
        try SettleCommand.settling { try inputs.check(at: now) }
        for warning in inputs.warnings(at: now) { Console.complain("warning: \(warning)") }
        let (allocation, payments) = try SettleCommand.settling {
            let allocation = try inputs.allocate()
            guard !dryRun else { return (allocation, try Payment.all(allocation)) }
            return (
                allocation,
                try SettlementFolder(out).write(
                    allocation, pool: pool, usage: usage, shares: shares, filings: filings)
            )
        }
        SettleText.complain(ofIdle: inputs.idle)
        Console.say(json ? SettleText.json(allocation, payments, inputs.idle) : SettleText.of(allocation, payments))
        if !json { Console.say(dryRun ? "nothing was written" : "written to \(out)") }
    }
}

/// A settled pool in words and as JSON.
enum SettleText {
    /// Parties that are shown; all of them stand in payments.tsv.
    private static let most = 20

    static func of(_ allocation: Allocation, _ payments: [Payment]) -> String {
        let currency = allocation.pool.currency
        var sums = Table(rightAligned: [1])
        sums.add(["gross", currency.text(allocation.gross)])
        for (name, amount) in allocation.deductions { sums.add(["less " + name, currency.text(-amount)]) }
        sums.add(["net", currency.text(allocation.net)])
        sums.add(["payable", currency.text(allocation.sum(.payable))])
        sums.add(["held, owner unknown", currency.text(allocation.sum(.heldUnmatched))])
        sums.add(["held, in dispute", currency.text(allocation.sum(.heldDispute))])
        var parties = Table(rightAligned: [1, 2, 3])
        parties.add(["party", "allocated", "paid", "carried forward"])
        for one in payments.sorted(by: { ($1.allocated, $0.party) < ($0.allocated, $1.party) }).prefix(most) {
            parties.add([
                one.party, currency.text(one.allocated), one.paidText(currency), currency.text(one.carriedForward),
            ])
        }
        var text = "pool \(allocation.pool.id) of \(allocation.pool.society)\n\(sums.text)\n\(parties.text)"
        if payments.count > most { text += "\n  and \(payments.count - most) more" }
        if allocation.optedOutLines > 0 {
            text += "\n  \(allocation.optedOutLines) lines of uses whose owners had opted out count for nothing"
        }
        return text
    }

    /// Filings that are named; all are counted.
    private static let mostIdle = 5

    /// Tells what was filed and no use answers to: nobody should wait for what cannot come.
    static func complain(ofIdle idle: [IdleFiling]) {
        for one in idle.prefix(mostIdle) { Console.complain("warning: \(one); check the id of the work") }
        if idle.count > mostIdle { Console.complain("warning: and \(idle.count - mostIdle) more filings like these") }
    }

    private static func json(_ idle: [IdleFiling]) -> JSONValue {
        let first = idle.prefix(mostIdle).map { one in
            JSONValue.object([
                .init("document", .string(one.document)), .init("id", .string(one.id)),
                .init("kind", .string(one.kind.rawValue)), .init("work", .string(one.work)),
            ])
        }
        return .object([.init("count", .integer(Int64(idle.count))), .init("first", .array(first))])
    }

    static func json(_ allocation: Allocation, _ payments: [Payment], _ idle: [IdleFiling]) -> String {
        let value = JSONValue.object([
            .init("currency", .string(allocation.pool.currency.code)), .init("gross", .integer(allocation.gross)),
            .init("heldDispute", .integer(allocation.sum(.heldDispute))),
            .init("heldUnmatched", .integer(allocation.sum(.heldUnmatched))), .init("idleFilings", json(idle)),
            .init("net", .integer(allocation.net)),
            .init("optedOutLines", .integer(Int64(allocation.optedOutLines))),
            .init("paid", .integer(payments.reduce(0) { $0 + $1.paid })),
            .init("parties", .integer(Int64(payments.count))), .init("payable", .integer(allocation.sum(.payable))),
            .init("pool", .string(allocation.pool.id)),
        ])
        return String(decoding: value.canonicalBytes, as: UTF8.self)
    }
}

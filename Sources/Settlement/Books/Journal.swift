public import Canonical
internal import Shards

/// The books of a pool: double entry, each line bound to the one before by its digest.
///
/// Every entry debits as much as it credits. Format: `docs/formats/settlement.md`.
public struct Journal: Sendable {
    public struct Line: Hashable, Sendable {
        public let entry: String
        public let account: String
        public let debit: Int64
        public let credit: Int64
    }

    private let allocation: Allocation
    private let payments: [Payment]

    /// The entries of a pool that was shared out. They are made anew whenever they are walked through.
    public init(_ allocation: Allocation, _ payments: [Payment]) {
        (self.allocation, self.payments) = (allocation, payments)
    }

    public var lines: [Line] {
        var all: [Line] = []
        eachLine { all.append($0) }
        return all
    }

    private func eachLine<Failure: Error>(_ body: (Line) throws(Failure) -> Void) throws(Failure) {
        /// A negative amount is entered the other way round.
        func enter(_ entry: String, debit: String, credit: String, _ amount: Int64) throws(Failure) {
            guard amount != 0 else { return }
            let (from, to, size) = amount > 0 ? (debit, credit, amount) : (credit, debit, -amount)
            try body(Line(entry: entry, account: from, debit: size, credit: 0))
            try body(Line(entry: entry, account: to, debit: 0, credit: size))
        }
        let pool = "pool:" + allocation.pool.id
        try enter("receipt", debit: "cash", credit: pool, allocation.gross)
        for deduction in allocation.deductions {
            try enter("deduction", debit: pool, credit: "deduction:" + deduction.name, deduction.amount)
        }
        try enter("allocation", debit: pool, credit: "held:unmatched", allocation.sum(.heldUnmatched))
        try enter("allocation", debit: pool, credit: "held:dispute", allocation.sum(.heldDispute))
        let fromHeld = fromHeld
        for payment in payments {
            let (account, carried) = ("payable:" + payment.party, "carried:" + payment.party)
            try enter("allocation", debit: pool, credit: account, payment.allocated)
            try enter("carried-in", debit: carried, credit: account, payment.carriedIn)
            let held = fromHeld[payment.party] ?? []
            for one in held { try enter("adjustment", debit: "held:" + one.heldBy, credit: account, one.amount) }
            let rest = held.reduce(payment.adjusted) { $0 - $1.amount }
            try enter("adjustment", debit: "adjustments", credit: account, rest)
            if let payout = payment.payout {
                let other = "payout:" + payout.rate.currency.code
                try enter("payment", debit: account, credit: other, payout.cost)
                try enter("payment", debit: account, credit: "fx_rounding", payment.paid - payout.cost)
            } else {
                try enter("payment", debit: account, credit: "cash", payment.paid)
            }
            try enter("carried-forward", debit: account, credit: carried, payment.carriedForward)
        }
    }

    /// Adjustments that are paid from money that earlier pools held, by party.
    private var fromHeld: [String: [Adjustment]] {
        Dictionary(grouping: allocation.pool.adjustments.filter { !$0.heldBy.isEmpty }, by: \.party)
    }

    /// The balances of all accounts, credits less debits, sorted by account.
    public var balances: [(account: String, amount: Int64)] {
        var sums: [String: Int64] = [:]
        eachLine { sums[$0.account, default: 0] += $0.credit - $0.debit }
        return sums.sorted { ByteOrder.precedes($0.key, $1.key) }.map { ($0.key, $0.value) }
    }

    /// Bytes that are gathered before they are written.
    private static let piece = 1 << 20

    /// One JSON line each, with the digest of the line before it in `prev`; the first has that of nothing.
    func write(_ put: OutputFile.Put) throws(ShardError) {
        var out: [UInt8] = []
        try each { (line, _) throws(ShardError) in
            out += line
            out.append(0x0A)
            guard out.count >= Self.piece else { return }
            try put(out)
            out.removeAll(keepingCapacity: true)
        }
        try put(out)
    }

    /// The digest of the last line, which stands for all of them.
    var head: Digest {
        var head = Digest(of: [])
        each { head = $1 }
        return head
    }

    /// Every line without its line feed, with its digest.
    private func each<Failure: Error>(_ body: ([UInt8], Digest) throws(Failure) -> Void) throws(Failure) {
        var (previous, index) = (Digest(of: []), 0)
        try eachLine { (line) throws(Failure) in
            let value = JSONValue.object([
                .init("account", .string(line.account)), .init("credit", .integer(line.credit)),
                .init("debit", .integer(line.debit)), .init("entry", .string(line.entry)),
                .init("n", .integer(Int64(index))), .init("prev", .string(previous.hex)),
            ])
            let bytes = value.canonicalBytes
            previous = Digest(of: bytes)
            index += 1
            try body(bytes, previous)
        }
    }
}

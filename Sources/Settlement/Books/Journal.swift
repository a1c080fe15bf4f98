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

    public private(set) var lines: [Line] = []

    /// The entries of a pool that was shared out.
    public init(_ allocation: Allocation, _ payments: [Payment]) {
        let pool = "pool:" + allocation.pool.id
        enter("receipt", debit: "cash", credit: pool, allocation.gross)
        for deduction in allocation.deductions {
            enter("deduction", debit: pool, credit: "deduction:" + deduction.name, deduction.amount)
        }
        enter("allocation", debit: pool, credit: "held:unmatched", allocation.sum(.heldUnmatched))
        enter("allocation", debit: pool, credit: "held:dispute", allocation.sum(.heldDispute))
        for payment in payments {
            let account = "payable:" + payment.party
            enter("allocation", debit: pool, credit: account, payment.allocated)
            enter("carried-in", debit: "carried:" + payment.party, credit: account, payment.carriedIn)
            enter("adjustment", debit: "adjustments", credit: account, payment.adjusted)
            enter("payment", debit: account, credit: "cash", payment.paid)
            enter("carried-forward", debit: account, credit: "carried:" + payment.party, payment.carriedForward)
        }
    }

    /// A negative amount is entered the other way round.
    private mutating func enter(_ entry: String, debit: String, credit: String, _ amount: Int64) {
        guard amount != 0 else { return }
        let (from, to, size) = amount > 0 ? (debit, credit, amount) : (credit, debit, -amount)
        lines.append(Line(entry: entry, account: from, debit: size, credit: 0))
        lines.append(Line(entry: entry, account: to, debit: 0, credit: size))
    }

    /// The balances of all accounts, credits less debits, sorted by account.
    public var balances: [(account: String, amount: Int64)] {
        var sums: [String: Int64] = [:]
        for line in lines { sums[line.account, default: 0] += line.credit - line.debit }
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
        var previous = Digest(of: [])
        for (index, line) in lines.enumerated() {
            let value = JSONValue.object([
                .init("account", .string(line.account)), .init("credit", .integer(line.credit)),
                .init("debit", .integer(line.debit)), .init("entry", .string(line.entry)),
                .init("n", .integer(Int64(index))), .init("prev", .string(previous.hex)),
            ])
            let bytes = value.canonicalBytes
            previous = Digest(of: bytes)
            try body(bytes, previous)
        }
    }
}

public import Canonical
internal import Shards

/// A pool with its shares and what was filed for it, before any use is known: the checks that are the same whether the pool is
/// only looked at or settled.
public struct PoolInputs: Sendable {
    /// With the disputes that were filed.
    public let pool: Pool
    /// With the claims that were filed; nil if nobody named any shares.
    public let shares: ShareTable?
    public let filings: Filings
    /// Lines that are wrong, of the pool, the shares and the filings.
    public let faults: [UsageReport.Fault]
    private let rules: SettlementRules

    /// - Parameters:
    ///   - shares: A table of shares, or a file of mandates; nil to leave parties and disputes unchecked.
    ///   - filings: Disputes, claims and matches that came in since; nil for none.
    ///   - rules: By which the pool is or was settled.
    /// - Throws: ``ConfigError`` for a pool or mandates that cannot be meant, a shard's error for files.
    public static func read(
        pool path: String, shares: String?, filings: String? = nil, rules: SettlementRules = .current
    ) throws -> PoolInputs {
        var pool = try SettlementInputs.readPool(path, shares: shares, rules: rules)
        var (filed, faults) = (Filings(), [UsageReport.Fault]())
        if let filings {
            (filed, faults) = Filings.read(try OutputFile.read(filings), file: filings, rules: rules)
            pool = pool.disputed(by: filed.disputes)
        }
        guard let shares else {
            return PoolInputs(pool: pool, shares: nil, filings: filed, faults: faults, rules: rules)
        }
        var (table, wrong) = try ShareTable.read(shares: shares, rules: rules)
        for claim in filed.claims { table.add(claim.share, to: claim.work, isPartial: true) }
        faults = wrong + faults + unknownParties(pool, table)
        return PoolInputs(pool: pool, shares: table, filings: filed, faults: faults, rules: rules)
    }

    /// Parties that the pool names for money and that nobody knows: money would be booked to a slip of the pen.
    private static func unknownParties(_ pool: Pool, _ table: ShareTable) -> [UsageReport.Fault] {
        guard !pool.named.isEmpty else { return [] }
        let known = table.parties.union(pool.carried.keys).union(table.listed?.parties ?? [])
        return pool.named.filter { !known.contains($0.party) }.map { _, fault in
            .init(file: fault.file, line: fault.line, reason: "\(fault.key): \(fault.problem)")
        }
    }

    /// Checks what no use can mend: days that are to come, deductions beyond the money, disputes over more than there is.
    ///
    /// - Parameter time: That of whoever settles, or looks.
    /// - Throws: ``SettlementError``: `notYet`, `deductionsOverGross` or `mismatch`.
    public func check(at time: Timestamp) throws(SettlementError) {
        for dispute in pool.disputes where dispute.opened > time {
            throw SettlementError(
                .notYet, "dispute \(dispute.id) was opened on \(dispute.opened), which is to come; mend its day")
        }
        if let gross = pool.gross { _ = try Allocator.deduct(pool, gross) }
        if let shares { try PartyShares(shares, pool.disputes, rules, places: []).checkDisputes() }
    }

    /// What a person should know of the days of a pool, though they can be meant.
    public func warnings(at time: Timestamp) -> [String] {
        var found: [String] = []
        if pool.to > time {
            found.append(
                "the period goes on until \(pool.to); what is used until then is not in it, and it cannot be closed before"
            )
        }
        let due = Clocks(yearEnd: pool.yearEnd).distributeBy
        if due <= time {
            found.append(
                "by its financial_year_end the pool was to be shared out and paid by \(due.description.prefix(10))")
        }
        return found
    }
}

public import Canonical
internal import Shards

/// The files a pool is settled from, read and checked whole before any money is shared out.
public struct SettlementInputs: Sendable {
    public let pool: Pool
    /// Nil if the report's head or foot is missing; `faults` then says so.
    public let report: UsageReport?
    public let uses: UseTable
    public let shares: ShareTable
    /// Lines that are wrong, of the usage and of the shares.
    public let faults: [UsageReport.Fault]
    public let moreFaults: Int
    /// What was filed and no use of the period answers to.
    public let idle: [IdleFiling]
    private let terms: PoolInputs

    /// - Parameters:
    ///   - shares: A table of shares, or a file of mandates, whose name then ends in `.yaml`.
    ///   - filings: Disputes and claims that came in since; nil for none.
    ///   - rules: By which the pool is or was settled.
    /// - Throws: ``ConfigError`` for a pool or mandates that cannot be meant, a shard's error for files.
    public static func read(
        pool: String, usage: String, shares: String, filings: String? = nil, rules: SettlementRules = .current
    ) throws -> SettlementInputs {
        let terms = try PoolInputs.read(pool: pool, shares: shares, filings: filings, rules: rules)
        let (settled, table) = (terms.pool, terms.shares ?? ShareTable())
        let (report, reader, uses) = try readUsage(
            usage,
            UseTable(
                settled.method, rules: rules, isPlaced: rules.hasReach && table.hasReach,
                confirmed: terms.filings.matches))
        var faults = reader.faults + terms.faults
        if rules.checksFields { faults += unknownTariffs(reader, settled, table) }
        return SettlementInputs(
            pool: settled, report: report, uses: uses, shares: table, faults: faults, moreFaults: reader.moreFaults,
            idle: IdleFiling.find(in: settled, terms.filings, uses), terms: terms)
    }

    /// Tariffs of a report that no mandate asks by; a table of shares has none to hold them against.
    private static func unknownTariffs(
        _ reader: UsageReader, _ pool: Pool, _ table: ShareTable
    ) -> [UsageReport.Fault] {
        guard let listed = table.listed?.tariffs else { return [] }
        return reader.tariffs.filter { !listed.contains($0.tariff) && $0.tariff != pool.tariff?.id }.map {
            tariff, line in
            .init(
                file: reader.file, line: line,
                reason: "tariff \(tariff.prefix(80)) is that of no mandate of the shares, and not the pool's")
        }
    }

    /// Reads a pool, whose tariff may stand in the file of mandates.
    public static func readPool(
        _ path: String, shares: String? = nil, rules: SettlementRules = .current
    ) throws -> Pool {
        func text(_ path: String) throws -> String { String(decoding: try OutputFile.read(path), as: UTF8.self) }
        let mandates = try shares.flatMap { ShareForm($0) == .table ? nil : (try text($0), $0) }
        return try PoolFile.read(text(path), file: path, mandates: mandates, rules: rules)
    }

    /// Reads a usage report and what its lines weigh.
    public static func readUsage(
        _ path: String, method: WeightMethod = .tokens, rules: SettlementRules = .current
    ) throws -> (report: UsageReport?, reader: UsageReader, uses: UseTable) {
        try readUsage(path, UseTable(method, rules: rules))
    }

    private static func readUsage(
        _ path: String, _ table: UseTable
    ) throws -> (report: UsageReport?, reader: UsageReader, uses: UseTable) {
        var (reader, uses) = (UsageReader(file: path, rules: table.rules), table)
        var thrown: SettlementError?
        try OutputFile.eachPiece(of: path) { (piece) throws(ShardError) in
            guard thrown == nil else { return }
            do throws(SettlementError) {
                try reader.feed(piece) { (row) throws(SettlementError) in uses.add(row) }
            } catch { thrown = error }
        }
        if let thrown { throw thrown }
        return (reader.finish(), reader, uses)
    }

    /// ``PoolInputs/check(at:)`` of what the pool is settled with.
    public func check(at time: Timestamp) throws(SettlementError) { try terms.check(at: time) }

    /// ``PoolInputs/warnings(at:)`` of what the pool is settled with.
    public func warnings(at time: Timestamp) -> [String] { terms.warnings(at: time) }

    /// The pool shared out.
    ///
    /// - Throws: ``SettlementError`` if any line of a file is wrong: nothing is shared out by half a report.
    public func allocate() throws(SettlementError) -> Allocation {
        guard faults.isEmpty, let report else {
            throw SettlementError(
                .badInput,
                "\(faults.count + moreFaults) lines are wrong, the first: \(faults.first?.description ?? "none"); mend the file first"
            )
        }
        return try Allocator.allocate(pool, report: report, uses: uses, shares: shares)
    }
}

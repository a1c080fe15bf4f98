/// Shares a pool out among the works used and the parties of each. Pure: the same files give the same lines.
public struct Allocator {
    private let pool: Pool
    private let uses: UseTable
    private let shares: ShareTable
    private let disputes: [String: [Dispute]]
    /// As they come up; some for the same party of the same work.
    private var lines: [AllocationLine] = []

    /// - Throws: ``SettlementError`` if the report is of another pool, or a dispute of a share that nobody has.
    public static func allocate(
        _ pool: Pool, report: UsageReport, uses: UseTable, shares: ShareTable
    ) throws(SettlementError) -> Allocation {
        try check(report, pool)
        let gross = try gross(pool, report)
        var (deductions, net): ([(name: String, amount: Int64)], Int64) = ([], gross)
        for deduction in pool.deductions {
            let amount = try deduction.amount(of: gross)
            guard amount <= net else {
                throw SettlementError(
                    .deductionsOverGross,
                    "pool \(pool.id): deductions come to more than the gross amount of \(pool.currency.text(gross)) at \(deduction.name)"
                )
            }
            net -= amount
            deductions.append((deduction.name, amount))
        }
        var allocator = Allocator(pool, uses, shares)
        try allocator.checkDisputes()
        allocator.share(net)
        return Allocation(
            pool: pool, gross: gross, deductions: deductions, net: net, lines: allocator.joined(),
            optedOutLines: uses.optedOutLines)
    }

    private init(_ pool: Pool, _ uses: UseTable, _ shares: ShareTable) {
        (self.pool, self.uses, self.shares) = (pool, uses, shares)
        disputes = Dictionary(grouping: pool.disputes, by: \.work)
    }

    private static func check(_ report: UsageReport, _ pool: Pool) throws(SettlementError) {
        func refuse(_ what: String, _ told: String, _ due: String) -> SettlementError {
            SettlementError(.mismatch, "the usage report's \(what) is \(told), that of pool \(pool.id) is \(due)")
        }
        guard !report.head.counting.hasPrefix(UsageReport.preparedMark) else {
            throw SettlementError(
                .mismatch,
                "report \(report.head.report) counts what was prepared, not what was used; record the use (muniment use record) and report with --log"
            )
        }
        if report.head.currency != pool.currency.code {
            throw refuse("currency", report.head.currency, pool.currency.code)
        }
        if report.head.recipient != pool.society { throw refuse("recipient", report.head.recipient, pool.society) }
        guard report.head.from == pool.from, report.head.to == pool.to else {
            throw refuse(
                "period", "\(report.head.from) to \(report.head.to)", "\(pool.from) to \(pool.to)")
        }
        if let tariff = pool.tariff, let other = report.sums.keys.sorted().first(where: { $0 != tariff.id }) {
            throw refuse("tariff", other, tariff.id)
        }
    }

    private static func gross(_ pool: Pool, _ report: UsageReport) throws(SettlementError) -> Int64 {
        if let gross = pool.gross { return gross }
        guard let tariff = pool.tariff else { return 0 }
        let sums = report.sums[tariff.id] ?? .init()
        return try tariff.amount(tokens: sums.tokens, documents: sums.documents)
    }

    private func checkDisputes() throws(SettlementError) {
        for (work, disputes) in disputes.sorted(by: { ByteOrder.precedes($0.key, $1.key) }) {
            for (party, all) in Dictionary(grouping: disputes, by: \.party) {
                let disputed = all.reduce(UInt64(0)) { $0 + $1.ppm }
                let held = (shares.works[work]?.shares ?? []).filter { $0.party == party }.reduce(UInt64(0)) {
                    $0 + $1.ppm
                }
                guard disputed <= held else {
                    throw SettlementError(
                        .mismatch,
                        "dispute \(all[0].id) is over \(disputed) millionths of work \(work), of which \(party) has \(held)"
                    )
                }
            }
        }
    }

    // MARK: - Works

    private mutating func share(_ net: Int64) {
        guard case .userCentric(let payments) = uses.method else { return share(net, uses.groups[""]) }
        let customers = payments.keys.sorted(by: ByteOrder.precedes)
        // Deductions were taken from all, so that each customer's net is its part of the whole net.
        let parts = customers.map { Apportionment.Part($0, UInt64(payments[$0] ?? 0)) }
        guard let amounts = Apportionment.split(net, by: parts) else { return hold(net, "no use counts") }
        for (customer, amount) in zip(customers, amounts) { share(amount, uses.groups[customer]) }
    }

    /// One thing that counts in a pool: a work or a domain, in one state.
    private struct Claim {
        let name: String
        let match: MatchState
        let weight: UInt64
    }

    private mutating func share(_ net: Int64, _ group: UseTable.Group?) {
        let claims = claims(group)
        let parts = claims.map { Apportionment.Part($0.name + "\t" + $0.match.rawValue, $0.weight) }
        guard let amounts = Apportionment.split(net, by: parts) else { return hold(net, "no use counts") }
        for (claim, amount) in zip(claims, amounts) where amount > 0 {
            switch claim.match {
            case .matched: shareWork(claim.name, amount)
            case .candidate: add(amount, claim.name, .heldUnmatched, "the match is not confirmed")
            case .conflict: add(amount, claim.name, .heldDispute, "the work is in conflict")
            case .unmatched, .optedOut: add(amount, "", .heldUnmatched, "no work is known at \(claim.name)")
            }
        }
    }

    private func claims(_ group: UseTable.Group?) -> [Claim] {
        var all: [Claim] = []
        for (work, weights) in group?.works ?? [:] {
            for (match, weight) in [
                (MatchState.conflict, weights.conflict), (.candidate, weights.candidate), (.matched, weights.matched),
            ] {
                let weight = uses.final(weight, of: work)
                guard weight > 0 else { continue }
                all.append(Claim(name: work, match: match, weight: weight))
                // A score is the whole work's: it counts once, in the state that holds it most firmly.
                if case .valueWeighted = uses.method { break }
            }
        }
        for (domain, weights) in group?.domains ?? [:] {
            let weight = uses.final(weights.unmatched, of: "")
            if weight > 0 { all.append(Claim(name: domain, match: .unmatched, weight: weight)) }
        }
        return all
    }

    // MARK: - Parties

    private mutating func shareWork(_ work: String, _ amount: Int64) {
        guard let table = shares.works[work] else {
            return add(amount, work, .heldUnmatched, "no shares of the work are known")
        }
        var (lines, parts): ([AllocationLine], [Apportionment.Part]) = ([], [])
        var left = WorkShares.whole
        func part(_ share: WorkShares.Share?, _ state: MoneyState, _ why: String, _ ppm: UInt64) {
            guard ppm > 0 else { return }
            let line = AllocationLine(
                work: work, party: share?.party ?? "", role: share?.role ?? "", society: share?.society ?? "",
                state: state, why: why, amount: 0)
            lines.append(line)
            parts.append(.init(line.key.joined(separator: "\t"), ppm))
            left -= ppm
        }
        var disputed = Dictionary(grouping: disputes[work] ?? [], by: \.party).mapValues {
            (ids: $0.map(\.id).sorted().joined(separator: " "), ppm: $0.reduce(UInt64(0)) { $0 + $1.ppm })
        }
        for (share, ppm) in table.undisputed().sorted(by: { Self.precedes($0.share, $1.share) }) {
            let held = min(ppm, disputed[share.party]?.ppm ?? 0)
            disputed[share.party]?.ppm -= held
            part(share, .heldDispute, "dispute \(disputed[share.party]?.ids ?? "")", held)
            part(share, .payable, "", ppm - held)
        }
        if table.isOverclaimed {
            part(nil, .heldDispute, "several societies claim it", left)
        } else {
            part(nil, .heldUnmatched, "a part of the work that nobody claims", left)
        }
        guard let amounts = Apportionment.split(amount, by: parts) else {
            return add(amount, work, .heldUnmatched, "no shares of the work are known")
        }
        for (line, amount) in zip(lines, amounts) { add(line, amount) }
    }

    private static func precedes(_ left: WorkShares.Share, _ right: WorkShares.Share) -> Bool {
        for (one, other) in [(left.party, right.party), (left.role, right.role), (left.society, right.society)]
        where one != other { return ByteOrder.precedes(one, other) }
        return false
    }

    private mutating func hold(_ amount: Int64, _ why: String) { add(amount, "", .heldUnmatched, why) }

    private mutating func add(_ amount: Int64, _ work: String, _ state: MoneyState, _ why: String) {
        add(AllocationLine(work: work, party: "", role: "", society: "", state: state, why: why, amount: 0), amount)
    }

    private mutating func add(_ line: AllocationLine, _ amount: Int64) {
        guard amount > 0 else { return }
        lines.append(line)
        lines[lines.count - 1].amount = amount
    }

    /// Sorted, those that differ in nothing but the amount made one.
    private mutating func joined() -> [AllocationLine] {
        lines.sort(by: AllocationLine.precedes)
        var count = 0
        for place in lines.indices {
            if count > 0, !AllocationLine.precedes(lines[count - 1], lines[place]) {
                lines[count - 1].amount += lines[place].amount
            } else {
                lines[count] = lines[place]
                count += 1
            }
        }
        lines.removeLast(lines.count - count)
        return lines
    }
}

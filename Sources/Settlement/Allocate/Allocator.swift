/// Shares a pool out among the works used and the parties of each. Pure: the same files give the same lines.
public struct Allocator {
    private let pool: Pool
    private let uses: UseTable

    /// - Throws: ``SettlementError`` if the report is of another pool, for a dispute of a share that nobody has, and beyond
    ///   what the numbers hold.
    public static func allocate(
        _ pool: Pool, report: UsageReport, uses: UseTable, shares: ShareTable
    ) throws(SettlementError) -> Allocation {
        try check(report, pool)
        let gross = try gross(pool, report)
        let (deductions, net) = try deduct(pool, gross)
        let parties = PartyShares(shares, pool.disputes, uses.rules, places: uses.places)
        try parties.checkDisputes()
        let dues = try Allocator(pool: pool, uses: uses).dues(net)
        return Allocation(
            pool: pool, rules: uses.rules, gross: gross, deductions: deductions, net: net,
            lines: AllocationLines(dues, parties), optedOutLines: uses.optedOutLines)
    }

    /// What is taken from the gross amount, and what is left.
    ///
    /// - Throws: ``SettlementError`` with code `deductionsOverGross`.
    static func deduct(
        _ pool: Pool, _ gross: Int64
    ) throws(SettlementError) -> (deductions: [(name: String, amount: Int64)], net: Int64) {
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
        return (deductions, net)
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
        guard pool.counting.isEmpty || report.head.counting == pool.counting else {
            throw refuse("rule of counting", report.head.counting, pool.counting)
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

    // MARK: - Works

    private func dues(_ net: Int64) throws(SettlementError) -> [AllocationLines.Due] {
        guard case .userCentric(let payments) = uses.method else { return try dues(net, uses.whole) }
        let customers = payments.keys.sorted(by: ByteOrder.precedes)
        // Deductions were taken from all, so that each customer's net is its part of the whole net.
        let parts = customers.map { Apportionment.Part($0, UInt64(payments[$0] ?? 0)) }
        guard let amounts = Apportionment.split(net, by: parts) else { return [Self.unused(net)] }
        var dues: [AllocationLines.Due] = []
        for (customer, amount) in zip(customers, amounts) {
            dues += try self.dues(amount, uses.customers[customer] ?? .init())
        }
        return dues
    }

    private static func unused(_ amount: Int64) -> AllocationLines.Due {
        .init(work: "", match: nil, why: "no use counts", amount: amount)
    }

    /// One thing that counts in a pool: a work or a domain, in one state.
    private struct Claim {
        let name: String
        let match: MatchState
        let weight: UInt128

        static func precedes(_ left: Claim, _ right: Claim) -> Bool {
            left.name != right.name
                ? ByteOrder.precedes(left.name, right.name)
                : ByteOrder.precedes(left.match.rawValue, right.match.rawValue)
        }
    }

    private func dues(_ net: Int64, _ group: UseTable.Group) throws(SettlementError) -> [AllocationLines.Due] {
        let claims = try claims(group)
        let weights = claims.map(\.weight)
        let sum = try Apportionment.sum(of: weights)
        guard sum > 0 else { return [Self.unused(net)] }
        let amounts = Apportionment.split(net, weights: weights, sum: sum) { Claim.precedes(claims[$0], claims[$1]) }
        var dues: [AllocationLines.Due] = []
        dues.reserveCapacity(claims.count)
        for (claim, amount) in zip(claims, amounts) where amount > 0 {
            dues += try placed(due(claim, amount), among: group.works)
        }
        return dues
    }

    /// What a work is due, with where and when it was used.
    private func placed(
        _ due: AllocationLines.Due, among works: WeightTable
    ) throws(SettlementError) -> [AllocationLines.Due] {
        guard uses.isPlaced, due.match == .matched else { return [due] }
        let weights = works.places(of: due.work)
        // The scores of works count them whole, and so does a work whose uses came to nothing.
        guard let sum = weights.map(\.weight).reduce(nil, { ($0 ?? 0) + $1 }), sum > 0 else { return [due] }
        guard uses.rules.roundsOnce else { return split(due, weights, sum) }
        guard !sum.multipliedReportingOverflow(by: UInt128(WorkShares.whole)).overflow else {
            throw SettlementError(
                .overflow, "the uses of work \(due.work) in several places are beyond 108 bits; check the usage")
        }
        var due = due
        due.places = weights.map { .init(number: $0.place, weight: $0.weight) }
        return [due]
    }

    /// By the third rules each place of a work got whole units of its own; ties to the place that is first.
    private func split(
        _ due: AllocationLines.Due, _ weights: [(place: UInt32, weight: UInt128)], _ sum: UInt128
    ) -> [AllocationLines.Due] {
        let amounts = Apportionment.split(due.amount, weights: weights.map(\.weight), sum: sum) { one, other in
            UsePlace.precedes(uses.places[Int(weights[one].place)], uses.places[Int(weights[other].place)])
        }
        return zip(weights, amounts).compactMap { weight, amount in
            guard amount > 0 else { return nil }
            return .init(
                work: due.work, match: due.match, why: due.why, amount: amount,
                places: [.init(number: weight.place, weight: weight.weight)])
        }
    }

    private func due(_ claim: Claim, _ amount: Int64) -> AllocationLines.Due {
        guard claim.match == .unmatched, !uses.rules.isDomain(claim.name) else {
            return .init(work: claim.name, match: claim.match, why: "", amount: amount)
        }
        let place = claim.name.isEmpty && uses.rules > .first ? "an address that the report leaves out" : claim.name
        return .init(work: "", match: .unmatched, why: "no work is known at \(place)", amount: amount)
    }

    private func claims(_ group: UseTable.Group) throws(SettlementError) -> [Claim] {
        var all: [Claim] = []
        all.reserveCapacity(group.works.count + group.domains.count)
        try group.works.each { (work, weights) throws(SettlementError) in
            for (match, weight) in weights {
                let weight = try uses.final(weight, of: work)
                guard weight > 0 else { continue }
                all.append(Claim(name: work, match: match, weight: weight))
                // A score is the whole work's: it counts once, in the state that holds it most firmly.
                if case .valueWeighted = uses.method { break }
            }
        }
        try group.domains.each { (domain, weights) throws(SettlementError) in
            for (match, weight) in weights {
                let weight = try uses.final(weight, of: domain)
                if weight > 0 { all.append(Claim(name: domain, match: match, weight: weight)) }
            }
        }
        return all
    }
}

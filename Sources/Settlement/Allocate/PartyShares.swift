internal import Canonical

/// Shares what a work is due out among its parties, or holds it.
struct PartyShares: Sendable {
    let shares: ShareTable
    let rules: SettlementRules
    /// By work.
    let disputes: [String: [Dispute]]
    /// Where and when works were used, by the numbers that dues name.
    let places: [UsePlace]

    init(_ shares: ShareTable, _ disputes: [Dispute], _ rules: SettlementRules, places: [UsePlace]) {
        (self.shares, self.rules, self.places) = (shares, rules, places)
        self.disputes = Dictionary(grouping: disputes, by: \.work)
    }

    func share(_ due: AllocationLines.Due, into lines: inout [AllocationLine]) {
        guard due.amount > 0 else { return }
        switch due.match {
        case .matched: share(matched: due, into: &lines)
        case .candidate: hold(due, .heldUnmatched, "the match is not confirmed", into: &lines)
        case .conflict: hold(due, .heldDispute, "the work is in conflict", into: &lines)
        case .unmatched where rules.isDomain(due.work):
            share(due.work, due.amount, shares[due.work], "no work is known there", into: &lines)
        case .unmatched, .optedOut, nil: hold(due, .heldUnmatched, due.why, into: &lines)
        }
    }

    /// Only a mandate that holds where and when a work was used pays for the use.
    private func share(matched due: AllocationLines.Due, into lines: inout [AllocationLine]) {
        switch due.places.count {
        case 0: share(due.work, due.amount, shares[due.work], Self.unknown, into: &lines)
        case 1:
            switch terms(of: due.work, at: due.places[0].number) {
            case .success(let table): share(due.work, due.amount, table, Self.unknown, into: &lines)
            case .failure(let held): lines.append(Self.line(due.work, .heldUnmatched, held.why, due.amount))
            }
        default: shareTogether(due, into: &lines)
        }
    }

    private static let unknown = "no shares of the work are known"

    /// Why what a work is due for a place is held.
    private struct Held: Error {
        let why: String
    }

    private func terms(of work: String, at number: UInt32) -> Result<WorkShares?, Held> {
        let place = places[Int(number)]
        return switch shares.coverage(of: work, at: place) {
        case .unknown: .success(nil)
        case .shares(let table): .success(table)
        case .outside: .failure(Held(why: Self.outside(place)))
        case .changing:
            .failure(Held(why: "the mandates changed while the use from \(Self.days(place)) went on"))
        }
    }

    /// Rounds once what is due to each party by all places together, so that nobody loses a unit at each of them.
    private func shareTogether(_ due: AllocationLines.Due, into lines: inout [AllocationLine]) {
        var (found, weights, numbers): ([AllocationLine], [UInt128], [AllocationLine: Int]) = ([], [], [:])
        for place in due.places {
            let (parts, ppm): ([AllocationLine], [UInt128])
            switch terms(of: due.work, at: place.number) {
            case .success(let table?): (parts, ppm) = self.parts(of: due.work, table)
            case .success(nil):
                (parts, ppm) = ([Self.line(due.work, .heldUnmatched, Self.unknown, 0)], [UInt128(WorkShares.whole)])
            case .failure(let held):
                (parts, ppm) = ([Self.line(due.work, .heldUnmatched, held.why, 0)], [UInt128(WorkShares.whole)])
            }
            for (part, ppm) in zip(parts, ppm) {
                let number = numbers[part] ?? found.count
                if number == found.count {
                    found.append(part)
                    weights.append(0)
                    numbers[part] = number
                }
                weights[number] += place.weight * ppm
            }
        }
        split(due.amount, among: found, weights, into: &lines)
    }

    private func split(
        _ amount: Int64, among parts: [AllocationLine], _ weights: [UInt128], into lines: inout [AllocationLine]
    ) {
        // The parts of a place make up its whole, and the sum of all was checked to be within 128 bits.
        let sum = weights.reduce(UInt128(0), +)
        let amounts = Apportionment.split(amount, weights: weights, sum: sum) {
            AllocationLine.precedes(parts[$0], parts[$1])
        }
        for (part, amount) in zip(parts, amounts) where amount > 0 {
            lines.append(part)
            lines[lines.count - 1].amount = amount
        }
    }

    private static func outside(_ place: UsePlace) -> String {
        let territory = place.territory.isEmpty ? "a territory that is not told" : place.territory
        return "no mandate holds in \(territory) from \(days(place))"
    }

    private static func days(_ place: UsePlace) -> String {
        "\(place.from.description.prefix(10)) to \(place.to.description.prefix(10))"
    }

    private func hold(
        _ due: AllocationLines.Due, _ state: MoneyState, _ why: String, into lines: inout [AllocationLine]
    ) {
        lines.append(Self.line(due.work, state, why, due.amount))
    }

    private static func line(
        _ work: String, _ state: MoneyState, _ why: String, _ amount: Int64
    ) -> AllocationLine {
        AllocationLine(work: work, party: "", role: "", society: "", state: state, why: why, amount: amount)
    }

    /// - Parameter unknown: Why it is held if nobody has a share.
    private func share(
        _ work: String, _ amount: Int64, _ table: WorkShares?, _ unknown: String, into lines: inout [AllocationLine]
    ) {
        guard let table else {
            return lines.append(Self.line(work, .heldUnmatched, unknown, amount))
        }
        // Most works have one owner alone.
        if disputes[work] == nil, table.shares.count == 1, table.shares[0].ppm == WorkShares.whole {
            let share = table.shares[0]
            return lines.append(
                AllocationLine(
                    work: work, party: share.party, role: share.role, society: share.society, state: .payable, why: "",
                    amount: amount))
        }
        let (parts, weights) = parts(of: work, table)
        split(amount, among: parts, weights, into: &lines)
    }

    /// What each gets of the whole, in millionths that add up to it.
    private func parts(of work: String, _ table: WorkShares) -> (lines: [AllocationLine], ppm: [UInt128]) {
        var (lines, weights): ([AllocationLine], [UInt128]) = ([], [])
        var left = WorkShares.whole
        func part(_ share: WorkShares.Share?, _ state: MoneyState, _ why: String, _ ppm: UInt64) {
            guard ppm > 0 else { return }
            lines.append(
                AllocationLine(
                    work: work, party: share?.party ?? "", role: share?.role ?? "", society: share?.society ?? "",
                    state: state, why: why, amount: 0))
            weights.append(UInt128(ppm))
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
        return (lines, weights)
    }

    private static func precedes(_ left: WorkShares.Share, _ right: WorkShares.Share) -> Bool {
        for (one, other) in [(left.party, right.party), (left.role, right.role), (left.society, right.society)]
        where one != other { return ByteOrder.precedes(one, other) }
        return false
    }

    /// - Throws: ``SettlementError`` with code `mismatch` for a dispute over more than its party has.
    func checkDisputes() throws(SettlementError) {
        for (work, disputes) in disputes.sorted(by: { ByteOrder.precedes($0.key, $1.key) }) {
            let own = shares.greatest(of: work)
            for (party, all) in Dictionary(grouping: disputes, by: \.party).sorted(by: { $0.key < $1.key }) {
                let disputed = all.reduce(UInt64(0)) { $0 + $1.ppm }
                let held = own.reduce(UInt64(0)) { $1.party == party ? $0 + $1.ppm : $0 }
                guard disputed <= held else {
                    throw SettlementError(
                        .mismatch,
                        "dispute \(all[0].id) is over \(disputed) millionths of work \(work), of which \(party) has \(held)"
                    )
                }
            }
        }
    }
}

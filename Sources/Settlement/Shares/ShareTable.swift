internal import Canonical

/// The works of societies, and who has what part of each.
public struct ShareTable: Sendable {
    public private(set) var works: [String: WorkShares] = [:]

    public init(_ works: [String: WorkShares] = [:]) { self.works = works }

    /// A line that is wrong; the others are read all the same, and money is shared out by none.
    public typealias Fault = UsageReport.Fault

    static let columns = ["work", "party", "role", "ppm", "society", "mark"]

    /// Reads a table of tab-separated lines under the line of column names; `mark` is empty or `partial`.
    ///
    /// One society's shares in a work make up the whole, unless they are marked as partial, and never more than it.
    public static func read(_ bytes: [UInt8], file: String) -> (table: ShareTable, faults: [Fault]) {
        var (table, faults, number) = (ShareTable(), [Fault](), 0)
        var first: [String: Int] = [:]
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
            var fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
            if fields == columns { continue }
            do {
                for place in fields.indices.prefix(2) { fields[place] = try OneForm.of(fields[place]) }
                try table.add(fields)
                if first[fields[0]] == nil { first[fields[0]] = number }
            } catch { faults.append(Fault(file: file, line: number, reason: error.reason)) }
        }
        faults += table.sumFaults(file: file, first: first)
        return (table, faults)
    }

    /// Adds a share that is known to be sound in itself.
    mutating func add(_ share: WorkShares.Share, to work: String, isPartial: Bool) {
        works[work, default: WorkShares([])].shares.append(share)
        if isPartial { works[work]?.isPartial = true }
    }

    /// Whether the society has a share of the party in the role already.
    func holds(_ share: WorkShares.Share, of work: String) -> Bool {
        works[work]?.shares.contains {
            $0.party == share.party && $0.role == share.role && $0.society == share.society
        } ?? false
    }

    private mutating func add(_ fields: [String]) throws(SettlementError) {
        guard fields.count == Self.columns.count else {
            throw SettlementError(
                .badInput, "\(fields.count) fields; \(Self.columns.joined(separator: ", ")) are due, between tabs")
        }
        guard !fields[0].isEmpty, !fields[1].isEmpty, !fields[4].isEmpty else {
            throw SettlementError(.badInput, "work, party and society are due")
        }
        guard let ppm = UInt64(fields[3]), (1...WorkShares.whole).contains(ppm) else {
            throw SettlementError(
                .badInput, "\(fields[3].prefix(40)) is no share: 1 to \(WorkShares.whole) millionths are")
        }
        guard ["", "partial"].contains(fields[5]) else {
            throw SettlementError(.badInput, "the mark is empty or partial, not \(fields[5].prefix(40))")
        }
        let share = WorkShares.Share(party: fields[1], role: fields[2], ppm: ppm, society: fields[4])
        guard !holds(share, of: fields[0]) else {
            throw SettlementError(.badInput, "\(share.party) stands twice in work \(fields[0]) with the same role")
        }
        add(share, to: fields[0], isPartial: fields[5] == "partial")
    }

    private func sumFaults(file: String, first: [String: Int]) -> [Fault] {
        var faults: [Fault] = []
        for (work, shares) in works {
            let claims = Dictionary(grouping: shares.shares, by: \.society).mapValues {
                $0.reduce(UInt64(0)) { $0 + $1.ppm }
            }
            for (society, sum) in claims where sum > WorkShares.whole || sum < WorkShares.whole && !shares.isPartial {
                // Another society may have the rest; two that make the whole together need no mark.
                if sum < WorkShares.whole, claims.values.reduce(0, +) >= WorkShares.whole { continue }
                faults.append(
                    Fault(
                        file: file, line: first[work] ?? 0,
                        reason:
                            "work \(work): the shares of \(society) come to \(sum) of \(WorkShares.whole) millionths\(sum < WorkShares.whole ? " and are not marked as partial" : "")"
                    ))
            }
        }
        return faults.sorted { ($0.line, $0.reason) < ($1.line, $1.reason) }
    }
}

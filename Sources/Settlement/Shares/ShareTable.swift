internal import Canonical

/// The works of societies, and who has what part of each.
///
/// Names lie in one list and shares in another, so that millions of works take little room.
public struct ShareTable: Sendable {
    /// One share, and where the one that was read before it of the same work stands.
    private struct Entry: Sendable {
        var party: UInt32
        var role: UInt32
        var society: UInt32
        var ppm: UInt32
        /// Of the share; 0 where its file has no lines.
        var line: UInt32
        /// ``none`` for the first of a work.
        var before: UInt32
        /// Of the reach; ``none`` for a share that counts everywhere and always.
        var reach: UInt32
    }

    private static let none = UInt32.max

    private var last: [String: UInt32] = [:]
    private var entries: [Entry] = []
    private var partial: Set<String> = []
    private var names: [String] = []
    private var numbers: [String: UInt32] = [:]
    private var reaches: [ShareReach] = []
    private var reachNumbers: [ShareReach: UInt32] = [:]

    /// Parties and tariffs that a file of mandates lists; nil for a table, which lists none.
    var listed: (parties: Set<String>, tariffs: Set<String>)?

    public init() {}

    /// Whether any share counts at some places alone.
    var hasReach: Bool { !reaches.isEmpty }

    /// The parties that have a share of any work.
    var parties: Set<String> {
        Set(Set(entries.map(\.party)).map { names[Int($0)] })
    }

    /// A line that is wrong; the others are read all the same, and money is shared out by none.
    public typealias Fault = UsageReport.Fault

    public var count: Int { last.count }
    public var works: some Collection<String> { last.keys }

    /// Who has what part of a work; nil if nothing is known of it.
    public subscript(work: String) -> WorkShares? {
        guard var at = last[work] else { return nil }
        var shares: [WorkShares.Share] = []
        while at != Self.none {
            shares.append(share(entries[Int(at)]))
            at = entries[Int(at)].before
        }
        if shares.count > 1 { shares.reverse() }
        return WorkShares(shares, isPartial: !partial.isEmpty && partial.contains(work))
    }

    /// The shares of a work, each with its reach, in the order they were read; nil if nothing is known of it.
    func reaching(_ work: String) -> (shares: [(share: WorkShares.Share, reach: ShareReach?)], isPartial: Bool)? {
        guard var at = last[work] else { return nil }
        var shares: [(share: WorkShares.Share, reach: ShareReach?)] = []
        while at != Self.none {
            let entry = entries[Int(at)]
            shares.append((share(entry), entry.reach == Self.none ? nil : reaches[Int(entry.reach)]))
            at = entry.before
        }
        if shares.count > 1 { shares.reverse() }
        return (shares, !partial.isEmpty && partial.contains(work))
    }

    private func share(_ entry: Entry) -> WorkShares.Share {
        WorkShares.Share(
            party: names[Int(entry.party)], role: names[Int(entry.role)], ppm: UInt64(entry.ppm),
            society: names[Int(entry.society)])
    }

    /// Adds a share that is known to be sound in itself.
    ///
    /// - Parameter reach: When and where it counts; nil for everywhere and always.
    mutating func add(
        _ share: WorkShares.Share, to work: String, isPartial: Bool, line: Int = 0, reach: ShareReach? = nil
    ) {
        let before = last[work] ?? Self.none
        last[work] = UInt32(entries.count)
        entries.append(
            Entry(
                party: number(of: share.party), role: number(of: share.role), society: number(of: share.society),
                ppm: UInt32(share.ppm), line: UInt32(clamping: line), before: before,
                reach: reach.map { number(of: $0) } ?? Self.none))
        if isPartial { partial.insert(work) }
    }

    private mutating func number(of name: String) -> UInt32 {
        if let known = numbers[name] { return known }
        let number = UInt32(names.count)
        names.append(name)
        numbers[name] = number
        return number
    }

    private mutating func number(of reach: ShareReach) -> UInt32 {
        if let known = reachNumbers[reach] { return known }
        let number = UInt32(reaches.count)
        reaches.append(reach)
        reachNumbers[reach] = number
        return number
    }

    /// Whether the society has a share of the party in the role already, where and when this one counts.
    func holds(_ share: WorkShares.Share, of work: String, reach: ShareReach? = nil) -> Bool {
        guard var at = last[work], let party = numbers[share.party], let role = numbers[share.role],
            let society = numbers[share.society]
        else { return false }
        while at != Self.none {
            let entry = entries[Int(at)]
            let known = entry.reach == Self.none ? nil : reaches[Int(entry.reach)]
            let doTheyMeet = reach.flatMap { reach in known.map { $0.meets(reach) } } ?? true
            if (entry.party, entry.role, entry.society) == (party, role, society), doTheyMeet { return true }
            at = entry.before
        }
        return false
    }

    /// Works whose shares do not come to what they must, by line.
    func sumFaults(file: String) -> [Fault] {
        var faults: [Fault] = []
        for (work, place) in last {
            // One share of the whole is what most works have.
            let entry = entries[Int(place)]
            if entry.before == Self.none, entry.ppm == WorkShares.whole { continue }
            faults += sumFaults(of: work, file: file)
        }
        return faults.sorted { ($0.line, $0.reason) < ($1.line, $1.reason) }
    }

    private func sumFaults(of work: String, file: String) -> [Fault] {
        guard let shares = self[work] else { return [] }
        let claims = shares.claims
        return claims.compactMap { society, sum in
            guard sum > WorkShares.whole || sum < WorkShares.whole && !shares.isPartial else { return nil }
            // Another society may have the rest; two that make the whole together need no mark.
            if sum < WorkShares.whole, claims.values.reduce(0, +) >= WorkShares.whole { return nil }
            let lack = sum < WorkShares.whole ? " and are not marked as partial" : ""
            return Fault(
                file: file, line: firstLine(of: work),
                reason:
                    "work \(work): the shares of \(society) come to \(sum) of \(WorkShares.whole) millionths\(lack)")
        }
    }

    private func firstLine(of work: String) -> Int {
        var at = last[work] ?? Self.none
        var line = 0
        while at != Self.none {
            line = Int(entries[Int(at)].line)
            at = entries[Int(at)].before
        }
        return line
    }
}

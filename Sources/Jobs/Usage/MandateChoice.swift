internal import Canonical
internal import Provenance

/// Which of the mandates that took a document in license a use of it: one for each work.
///
/// A mandate licenses what is used within its period; one that was renewed, by both together. What none licenses all the
/// time is a use without a mandate, whose money waits.
struct MandateChoice {
    /// The mandate that is told for each work.
    private(set) var held: [MandateMatch] = []
    /// Of works that no mandate, or none at one tariff, licensed all the time.
    private(set) var lapsed: [MandateMatch] = []

    /// - Parameter record: Nil for what is prepared, of which it is not known when it is used.
    /// - Throws: ``JobError`` `usage` where mandates of several tariffs license a work at once.
    init(_ matches: [MandateMatch], document: Digest, _ record: UseRecord?) throws(JobError) {
        for (work, all) in Dictionary(grouping: matches, by: \.work).sorted(by: { $0.key < $1.key }) {
            let all = all.sorted(by: Self.isStricter)
            let held = all.filter { match in record.map { Self.meets(match, $0) } ?? true }
            guard let first = held.first else {
                lapsed.append(all[0])
                continue
            }
            if let other = held.first(where: { $0.tariff != first.tariff && Self.meet($0, first) }) {
                throw JobError(
                    .usage,
                    "document \(document.hex) is licensed as work \(work) by \(first.mandate) (tariff \(first.tariff)) and \(other.mandate) (tariff \(other.tariff)) at once: report each by --mandate"
                )
            }
            let isWhole = record.map { Self.cover(held, $0) && Set(held.map(\.tariff)).count == 1 } ?? true
            if isWhole { self.held.append(first) } else { lapsed.append(first) }
        }
    }

    private static func meets(_ match: MandateMatch, _ record: UseRecord) -> Bool {
        match.from < record.to && (match.to.map { record.from < $0 } ?? true)
    }

    private static func meet(_ one: MandateMatch, _ other: MandateMatch) -> Bool {
        (one.to.map { other.from < $0 } ?? true) && (other.to.map { one.from < $0 } ?? true)
    }

    /// Whether there is no moment of the use without a mandate.
    private static func cover(_ matches: [MandateMatch], _ record: UseRecord) -> Bool {
        var until = record.from
        for match in matches.sorted(by: { $0.from < $1.from }) where match.from <= until {
            guard let to = match.to else { return true }
            until = max(until, to)
        }
        return until >= record.to
    }

    /// What holds money back comes first; then the later mandate.
    private static func isStricter(_ one: MandateMatch, than other: MandateMatch) -> Bool {
        if one.isDisputed != other.isDisputed { return one.isDisputed }
        if one.optedOut != other.optedOut {
            guard let first = one.optedOut else { return false }
            return other.optedOut.map { first < $0 } ?? true
        }
        if one.isCertain != other.isCertain { return other.isCertain }
        return one.from != other.from ? one.from > other.from : one.mandate < other.mandate
    }
}

/// How far to the left reach the phrases that take shorter ones away, of those that end at or after a place.
struct Covers {
    typealias Kind = ReservationTable.Kind

    /// The first byte of one that takes away everything.
    private var negative = Int32.max
    /// The first byte of one that takes away the words of reserving in it: `all rights reserved`, `reserves the right to`.
    private var formula = Int32.max

    mutating func add(_ hit: PhraseMatcher.Hit) {
        switch Kind(rawValue: hit.kind) {
        case .negative: negative = min(negative, hit.start)
        case .rightsReserved, .ownRight: formula = min(formula, hit.start)
        default: break
        }
    }

    mutating func join(_ other: Covers) {
        negative = min(negative, other.negative)
        formula = min(formula, other.formula)
    }

    /// Whether a longer phrase takes the hit away.
    ///
    /// - Parameters:
    ///   - later: Of the phrases that end after the hit.
    ///   - group: Of those that end with it.
    static func isTaken(_ hit: PhraseMatcher.Hit, _ kind: Kind, _ later: Covers, _ group: Covers) -> Bool {
        switch kind {
        case .negative, .possessor, .personal, .work, .includes, .denial, .beside, .reported, .alone: return false
        case .reserve:
            if min(later.formula, group.formula) <= hit.start { return true }
        case .weakReserve, .ownRight, .rightsReserved, .object, .topic, .express, .grant: break
        }
        return later.negative <= hit.start || group.negative <= hit.start
    }
}

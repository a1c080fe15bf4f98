internal import Canonical

/// When, where and for what a mandate has its works. Two that do not meet claim nothing of each other.
struct MandateReach: Hashable, Sendable {
    let from: Timestamp
    /// Exclusive; nil for no end.
    let to: Timestamp?
    let territories: Set<String>
    let rights: Set<String>

    func holds(at time: Timestamp) -> Bool { from <= time && (to.map { time < $0 } ?? true) }

    /// Whether they have a moment, a territory and a right in common.
    func meets(_ other: MandateReach) -> Bool {
        let isSameTime = (to.map { other.from < $0 } ?? true) && (other.to.map { from < $0 } ?? true)
        return isSameTime && !territories.isDisjoint(with: other.territories) && !rights.isDisjoint(with: other.rights)
    }
}

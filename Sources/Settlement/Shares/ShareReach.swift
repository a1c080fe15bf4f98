public import Canonical

/// When and where the shares of a mandate count.
struct ShareReach: Hashable, Sendable {
    let from: Timestamp
    /// Exclusive; nil for no end.
    let to: Timestamp?
    let territories: Set<String>

    func holds(at time: Timestamp) -> Bool { from <= time && (to.map { time < $0 } ?? true) }

    /// Whether they have a moment and a territory in common.
    func meets(_ other: ShareReach) -> Bool {
        !territories.isDisjoint(with: other.territories) && (to.map { other.from < $0 } ?? true)
            && (other.to.map { from < $0 } ?? true)
    }
}

/// Where and when a use was.
public struct UsePlace: Hashable, Sendable {
    /// ISO 3166-1 alpha-2; empty where the report does not tell it.
    public let territory: String
    public let from: Timestamp
    /// Exclusive.
    public let to: Timestamp

    public init(territory: String, from: Timestamp, to: Timestamp) {
        (self.territory, self.from, self.to) = (territory, from, to)
    }

    static func precedes(_ left: UsePlace, _ right: UsePlace) -> Bool {
        if left.territory != right.territory { return ByteOrder.precedes(left.territory, right.territory) }
        return left.from != right.from ? left.from < right.from : left.to < right.to
    }
}

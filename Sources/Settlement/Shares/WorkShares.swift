/// Who has what part of a work, as one society or another claims it.
public struct WorkShares: Hashable, Sendable {
    /// The whole of a work, in millionths.
    public static let whole: UInt64 = 1_000_000

    public struct Share: Hashable, Sendable {
        public let party: String
        public let role: String
        public let ppm: UInt64
        public let society: String

        public init(party: String, role: String, ppm: UInt64, society: String) {
            self.party = party
            self.role = role
            self.ppm = ppm
            self.society = society
        }
    }

    public var shares: [Share]
    /// Whether the table is known to leave part of the work to others.
    public var isPartial: Bool

    public init(_ shares: [Share], isPartial: Bool = false) {
        (self.shares, self.isPartial) = (shares, isPartial)
    }

    /// Of each share, what no other society claims too; the rest of the work that is claimed is in dispute.
    ///
    /// What a society claims beyond what all others leave is held, and its undisputed part is shared out among its own
    /// members as their shares are. With two societies that holds just the overlap.
    func undisputed() -> [(share: Share, ppm: UInt64)] {
        guard isOverclaimed else { return shares.map { ($0, $0.ppm) } }
        let claims = claims
        let sum = claims.values.reduce(0, +)
        var found: [(Share, UInt64)] = []
        for (society, claim) in claims.sorted(by: { ByteOrder.precedes($0.key, $1.key) }) {
            let others = sum - claim
            let own = others >= Self.whole ? 0 : Self.whole - others
            let members = shares.filter { $0.society == society }
            let parts = members.map { Apportionment.Part($0.party + "\t" + $0.role, $0.ppm) }
            let amounts = Apportionment.split(Int64(own), by: parts) ?? members.map { _ in 0 }
            found += zip(members, amounts).map { ($0, UInt64($1)) }
        }
        return found
    }

    /// What each society claims, in millionths.
    var claims: [String: UInt64] {
        var claims: [String: UInt64] = [:]
        for share in shares { claims[share.society, default: 0] += share.ppm }
        return claims
    }

    /// Whether more than the whole is claimed.
    var isOverclaimed: Bool { shares.reduce(UInt64(0)) { $0 + $1.ppm } > Self.whole }
}

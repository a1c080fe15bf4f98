internal import Canonical

extension ShareTable {
    /// Who is due what for a use of a work at a place.
    enum Coverage {
        /// Nobody has a share of the work.
        case unknown
        /// Mandates have it, none of them there and then.
        case outside
        /// Who has what part changed while the use went on.
        case changing
        case shares(WorkShares)
    }

    /// Who has what part of a work where and when it was used.
    ///
    /// Shares that are no mandate's, those of a table or a claim, count everywhere and always.
    func coverage(of work: String, at place: UsePlace) -> Coverage {
        guard let known = reaching(work), !known.shares.isEmpty else { return .unknown }
        let use = ShareReach(from: place.from, to: place.to, territories: [place.territory])
        let near = known.shares.filter { $0.reach?.meets(use) ?? true }
        guard !near.isEmpty else { return .outside }
        let bounds = near.flatMap { [$0.reach?.from, $0.reach?.to].compactMap { $0 } }
        let inner = Set(bounds.filter { place.from < $0 && $0 < place.to })
        let first = Self.holding(near, at: place.from)
        let kept = Set(first)
        for time in inner where Set(Self.holding(near, at: time)) != kept { return .changing }
        return .shares(WorkShares(first, isPartial: known.isPartial))
    }

    private static func holding(
        _ shares: [(share: WorkShares.Share, reach: ShareReach?)], at time: Timestamp
    ) -> [WorkShares.Share] {
        shares.filter { $0.reach?.holds(at: time) ?? true }.map(\.share)
    }

    /// The shares of a work, and of one that a party has under several mandates, one after the other, the greatest.
    func greatest(of work: String) -> [WorkShares.Share] {
        guard let known = reaching(work) else { return [] }
        var found: [WorkShares.Share] = []
        for (share, _) in known.shares {
            let same = found.firstIndex {
                ($0.party, $0.role, $0.society) == (share.party, share.role, share.society)
            }
            guard let same else { found.append(share); continue }
            if found[same].ppm < share.ppm { found[same] = share }
        }
        return found
    }
}

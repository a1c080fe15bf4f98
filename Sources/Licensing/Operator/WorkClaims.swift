internal import Canonical

/// What mandates claim of one work. Claims add up only where they meet: at one moment, in one territory, for one right.
///
/// Source: licensing bases 0.0 (9); read 2026-11-30.
struct WorkClaims: Sendable {
    struct Claim: Sendable {
        let mandate: String
        let society: String
        let reach: MandateReach
        /// Millionths of the work.
        let ppm: Int
    }

    /// Where claims come to most.
    struct Peak: Hashable, Sendable {
        let ppm: Int
        let time: Timestamp
        let territory: String
        let right: String
        /// Those whose claims meet there, sorted.
        let mandates: [String]
    }

    private(set) var all: [Claim] = []

    mutating func add(_ claim: Claim) { all.append(claim) }

    /// The most that is claimed within the reach of a claim, itself counted once; nil if it reaches nowhere.
    ///
    /// - Parameter society: The one whose claims alone count; nil for all.
    /// - Complexity: O(n log n) in the claims of the work, for each territory and right.
    func peak(within claim: Claim, of society: String? = nil) -> Peak? {
        let others = all.filter {
            $0.mandate != claim.mandate && (society == nil || $0.society == society) && $0.reach.meets(claim.reach)
        }
        let own = all.filter { $0.mandate == claim.mandate }.reduce(0) { $0 + $1.ppm }
        let (rights, territories) = (claim.reach.rights, claim.reach.territories)
        guard !others.isEmpty else {
            // Alone it comes to the same everywhere.
            guard let right = rights.min(), let territory = territories.min() else { return nil }
            return Peak(
                ppm: own, time: claim.reach.from, territory: territory, right: right, mandates: [claim.mandate])
        }
        var peak: Peak?
        for right in rights.sorted() {
            for territory in territories.sorted() {
                let near = others.filter { $0.reach.rights.contains(right) && $0.reach.territories.contains(territory) }
                let (ppm, time) = Self.most(near, from: claim.reach.from)
                guard peak.map({ own + ppm > $0.ppm }) ?? true else { continue }
                let mandates = near.filter { $0.reach.holds(at: time) }.map(\.mandate)
                peak = Peak(
                    ppm: own + ppm, time: time, territory: territory, right: right,
                    mandates: Set(mandates + [claim.mandate]).sorted())
            }
        }
        return peak
    }

    /// The greatest sum of claims that hold at one moment, of those that all reach beyond `start`, and the first such moment.
    ///
    /// A sum only grows where a claim begins, so that those moments are all that need be looked at.
    private static func most(_ claims: [Claim], from start: Timestamp) -> (ppm: Int, time: Timestamp) {
        var steps: [(time: Timestamp, ppm: Int)] = []
        for claim in claims {
            steps.append((max(claim.reach.from, start), claim.ppm))
            if let to = claim.reach.to { steps.append((to, -claim.ppm)) }
        }
        // What ends at a moment does not hold at it: ends come first.
        steps.sort { $0.time != $1.time ? $0.time < $1.time : $0.ppm < $1.ppm }
        var (sum, most, time) = (0, 0, start)
        for step in steps {
            sum += step.ppm
            if sum > most { (most, time) = (sum, step.time) }
        }
        return (most, time)
    }
}

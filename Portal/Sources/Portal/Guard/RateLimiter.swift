internal import Synchronization

/// How often one client may ask: a bucket for each client and kind of request, that fills within a minute.
final class RateLimiter: Sendable {
    enum Kind: Hashable, Sendable {
        case read, filing, look
    }

    private struct Key: Hashable {
        let client: String
        let kind: Kind
    }

    private struct Bucket {
        var left: Double
        var at: ContinuousClock.Instant
    }

    /// Clients kept in mind. When there are more, those that have not asked for a minute are forgotten; if all have, all
    /// are: a flood from everywhere is not stopped by counting clients.
    private static let most = 100_000
    private let limits: PortalLimits
    private let buckets = Mutex<[Key: Bucket]>([:])

    init(_ limits: PortalLimits) { self.limits = limits }

    /// Takes one request of a client.
    ///
    /// - Returns: Nil if it may go on, else the seconds to wait.
    func refuse(_ kind: Kind, of client: String, at now: ContinuousClock.Instant = .now) -> Int? {
        let size = Double(size(kind))
        return buckets.withLock { buckets in
            if buckets.count >= Self.most {
                buckets = buckets.filter { $0.value.at.advanced(by: .seconds(60)) > now }
                if buckets.count >= Self.most { buckets = [:] }
            }
            let key = Key(client: client, kind: kind)
            var bucket = buckets[key] ?? Bucket(left: size, at: now)
            let passed = bucket.at.duration(to: now) / .seconds(60)
            bucket.left = min(size, bucket.left + passed * size)
            bucket.at = now
            defer { buckets[key] = bucket }
            guard bucket.left >= 1 else { return Int(((1 - bucket.left) * 60 / size).rounded(.up)) }
            bucket.left -= 1
            return nil
        }
    }

    private func size(_ kind: Kind) -> Int {
        switch kind {
        case .read: limits.reads
        case .filing: limits.filings
        case .look: limits.looks
        }
    }
}

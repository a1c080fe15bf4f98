import Canonical
import Foundation
import Ledger
import Registry

/// A store of its own for a test, with random octets that are the same in every run.
struct StoreBench {
    static let start = time("2026-01-05T09:00:00Z")
    let path: String
    let key: SigningKey
    let store: RegistryStore

    init(seed: UInt64 = 1, rules: RegistryRules = RegistryRules()) throws {
        path = Bench.folder() + ".db"
        key = try SigningKey(name: "example.org/registry", seed: Array(0..<32))
        store = try RegistryStore.create(
            path, origin: "example.org/registry", rules: rules, at: Self.start, random: Self.random(seed))
    }

    static func random(_ seed: UInt64) -> @Sendable (Int) -> [UInt8] {
        let source = RandomOctets(seed)
        return { source.take($0) }
    }

    /// A time some days after the start.
    func day(_ days: Double) -> Timestamp { Self.start.adding(seconds: Int64(days * 86_400)) }

    static func filing(_ kind: String = "host", _ value: String = "example.com", contact: String = "ann@example.com")
        -> ObjectionFiling
    {
        ObjectionFiling(
            objector: Objector(name: "Ann <b>Author</b>'; DROP TABLE event; --", kind: .author, contact: contact),
            scopes: [.init(kind: kind, value: value)], evidence: ["https://example.com/imprint"], goodFaith: true,
            authority: true, channel: "test")
    }

    /// Files, and gives the id.
    @discardableResult
    func file(
        _ kind: String = "host", _ value: String = "example.com", contact: String = "ann@example.com",
        review: Bool = false, day days: Double = 0
    ) throws -> String {
        try store.file(
            Self.filing(kind, value, contact: contact), forReview: review, publicSuffixList: suffixes, key: key,
            at: day(days)
        ).get().objection
    }

    func compile(day days: Double) throws -> Snapshot {
        try Snapshot.compile(
            store: store, key: key, publicSuffixList: suffixes, at: day(days), into: Bench.folder())
    }
}

/// Octets of a generator that several threads may ask.
private final class RandomOctets: @unchecked Sendable {
    // Only touched under the lock.
    private var generator: SplitMix
    private let lock = NSLock()

    init(_ seed: UInt64) { generator = SplitMix(seed: seed) }

    func take(_ count: Int) -> [UInt8] {
        lock.withLock { (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) } }
    }
}

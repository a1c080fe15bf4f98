internal import Canonical
internal import Provenance

/// Two records that may tell of one use: for the same model and licensee, of parts of one run in common, over nearly the
/// same time. Each counts, and what one of them says too much would be paid twice.
public struct NearDouble: Hashable, Sendable {
    public let first: UseRecord
    public let second: UseRecord
    /// Parts that both name.
    public let parts: Int

    /// Of the time that either names, the part that both do makes them nearly the same, in hundredths.
    private static let near: Int64 = 90

    /// All pairs among records, in their order.
    public static func find(in records: [UseRecord]) -> [NearDouble] {
        var found: [NearDouble] = []
        for (place, first) in records.enumerated() {
            for second in records.dropFirst(place + 1) where isNear(first, second) {
                let parts = common(first, second)
                if parts > 0 { found.append(NearDouble(first: first, second: second, parts: parts)) }
            }
        }
        return found
    }

    private static func isNear(_ one: UseRecord, _ other: UseRecord) -> Bool {
        guard one.model == other.model, one.licensee == other.licensee else { return false }
        let both = min(one.to, other.to).seconds - max(one.from, other.from).seconds
        let either = max(one.to, other.to).seconds - min(one.from, other.from).seconds
        return both > 0 && both * 100 >= either * near
    }

    private static func common(_ one: UseRecord, _ other: UseRecord) -> Int {
        let known = Dictionary(one.shards.map { ($0.run, $0) }, uniquingKeysWith: { first, _ in first })
        return other.shards.reduce(0) { count, shards in
            count + (known[shards.run].map { Set($0.parts.keys).intersection(shards.parts.keys).count } ?? 0)
        }
    }
}

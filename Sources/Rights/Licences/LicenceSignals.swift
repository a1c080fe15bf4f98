internal import Provenance

/// Licence statements as signals.
enum LicenceSignals {
    /// One signal for statements that say the same in the same way, with their number; a page of credited photos would
    /// otherwise fill a row.
    static func folded(_ candidates: [LicenceCandidate]) -> [Signal] {
        var order: [LicenceCandidate] = []
        var counts: [Key: Int] = [:]
        for candidate in candidates {
            let key = Key(url: candidate.url, carrier: candidate.carrier, dropped: candidate.dropped)
            if counts[key] == nil { order.append(candidate) }
            counts[key, default: 0] += 1
        }
        return order.map { candidate in
            let count = counts[Key(url: candidate.url, carrier: candidate.carrier, dropped: candidate.dropped)] ?? 1
            var candidate = candidate
            if count > 1 { candidate.notes.append("stands \(count) times") }
            return candidate.signal
        }
    }

    private struct Key: Hashable {
        let url: String
        let carrier: LicenceCandidate.Carrier
        let dropped: String
    }
}

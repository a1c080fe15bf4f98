internal import Archive
internal import Canonical
internal import Provenance
internal import Shards
internal import WebAddress

/// Hosts that robots.txt refuses as a whole, with the URLs each stands for since the last segment was sealed.
///
/// Their counts are committed with every flush as notes of the frontier, and written as rows when a segment is sealed,
/// in the same commit that empties the notes: a kill loses none and doubles none.
struct HostRefusals {
    static let prefix = "refused-host "
    private var rows: [String: EvidenceRow] = [:]
    private var counts: [String: Int] = [:]

    var isEmpty: Bool { rows.isEmpty }

    /// - Returns: The note to commit.
    mutating func add(_ row: EvidenceRow) -> (key: String, text: String) {
        let key = Self.prefix + row.considered.url.origin.description
        let known = rows[key] ?? row
        rows[key] = known
        counts[key, default: 0] += 1
        return (key, "\(counts[key] ?? 1)\n" + String(decoding: known.line, as: UTF8.self))
    }

    /// Takes up what an earlier process committed and did not write.
    ///
    /// - Throws: ``RowError`` for a note that cannot be read: the URLs it stands for would be lost.
    mutating func restore(_ notes: [String: String]) throws(RowError) {
        // An empty note ends those before it.
        for (key, text) in notes where !text.isEmpty {
            let parts = text.split(separator: "\n", maxSplits: 1)
            guard parts.count == 2, let count = Int(parts[0]) else {
                throw RowError(format: "note of a refused host", key: key, problem: "is no count and row")
            }
            rows[key] = try EvidenceRow(line: Array(parts[1].utf8))
            counts[key] = count
        }
    }

    /// The rows of a segment, and the notes that end them.
    mutating func take(segment: Int) -> (rows: [EvidenceRow], notes: [String: String]) {
        let written = rows.sorted { $0.key < $1.key }.map { key, row in
            let name = Array("\(row.decisions.last?.at.description ?? "") \(key) \(segment)".utf8)
            return EvidenceRow(
                id: "urn:uuid:" + UUIDv5.text(UUIDv5.make(namespace: UUIDv5.urlNamespace, name: name)),
                kind: .hostRefused(count: counts[key] ?? 1), considered: row.considered, decisions: row.decisions)
        }
        let notes = rows.mapValues { _ in "" }
        rows.removeAll()
        counts.removeAll()
        return (written, notes)
    }
}

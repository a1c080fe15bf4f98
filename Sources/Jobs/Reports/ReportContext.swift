internal import Canonical
internal import Licensing
internal import Provenance
internal import Shards

/// What all reports of one output rest on.
struct ReportContext {
    let facts: RunFacts
    let name: String
    /// Of `manifest.json`, by which a report can be held against the output.
    let manifest: Digest
    let profile: UseProfile
    /// The crawler's product token.
    let agent: String
    let at: Timestamp
    let isCrawl: Bool
    /// Id, version and date of each.
    let packs: [String]
    /// The files of documents that count.
    let files: [(path: String, seal: FileSeal)]
    /// Digest of the registry snapshot; nil for a run without one.
    let registry: String?
    /// Who offers the documents; nil if nobody says so.
    let publisher: String?
    /// Where they are offered; nil if nobody says so.
    let url: String?

    var period: String? {
        facts.firstFetched.flatMap { first in facts.lastFetched.map { "\(first) to \($0)" } }
    }

    /// Protocols that somebody looked for.
    var protocols: [RightsProtocol] {
        RightsProtocol.allCases.filter { source in
            let states = facts.states[source] ?? [:]
            return (states[.stated] ?? 0) + (states[.absent] ?? 0) + (states[.unreadable] ?? 0) > 0
        }
    }

    /// Captures kept out by a gate, by the beginning of its reasons.
    func refused(by prefix: String) -> Int {
        facts.reasons.filter { $0.key.hasPrefix(prefix) }.values.reduce(0) { $0 + $1.documents }
    }

    /// Whether a document rests on a kind of basis: `lic.`, `open.`, `exc.` …
    func rests(on kind: String) -> Int {
        facts.bases.filter { $0.key.contains("=" + kind) }.values.reduce(0) { $0 + $1.documents }
    }

    /// Numbers by name, the largest first.
    static func list(_ amounts: [String: RunFacts.Amount], _ count: Int = 20) -> String {
        let sorted = amounts.sorted { ($1.value.documents, $0.key) < ($0.value.documents, $1.key) }
        return sorted.isEmpty
            ? "none" : sorted.prefix(count).map { "\($0.key) (\($0.value.documents))" }.joined(separator: ", ")
    }
}

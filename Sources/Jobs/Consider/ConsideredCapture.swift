internal import Canonical
internal import Provenance
internal import Shards

/// What the reader made of one capture: the finished lines of its rows, and what a summary counts.
struct ConsideredCapture: Sendable {
    let row: EvidenceRow
    let evidenceLine: [UInt8]
    /// Nil unless the verdict at `use` admits it.
    let documentLine: [UInt8]?
    let textBytes: Int
    /// URLs of `a` and `area` elements, resolved, for a crawl; empty where nobody asked.
    let links: [String]
}

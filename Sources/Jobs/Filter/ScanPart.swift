internal import Archive
internal import Provenance
internal import WebAddress

/// What a walk over an input, or over a piece of it, came upon that the first pass is for.
struct ScanPart: Sendable {
    /// Captures of site files' paths and of what their redirects may lead to, in order.
    private(set) var captures: [TakenCapture] = []
    private(set) var revisits: [(url: CanonicalURL, digest: String)] = []
    private(set) var payloads: [(url: CanonicalURL, digest: String)] = []
    /// Whether all was seen.
    private(set) var isWhole = true

    private let reader: RecordReader
    private let readsCaptures: Bool

    init(_ reader: RecordReader, readsCaptures: Bool) {
        self.reader = reader
        self.readsCaptures = readsCaptures
    }

    mutating func take(_ item: ArchiveWalk.Item) {
        guard case .record(let record) = item else { return isWhole = false }
        if reader.mayHideSiteFile(record) { isWhole = false }
        if let revisit = reader.siteRevisit(record) { revisits.append(revisit) }
        guard readsCaptures, record.kind == .response, let capture = reader.siteCapture(record) else { return }
        payloads.append((capture.url, RecordReader.payloadLabel(record)))
        captures.append(capture)
    }

    /// What stands behind this part of the input.
    mutating func append(_ next: ScanPart) {
        captures += next.captures
        revisits += next.revisits
        payloads += next.payloads
        isWhole = isWhole && next.isWhole
    }
}

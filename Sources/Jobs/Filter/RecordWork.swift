internal import Archive
internal import Provenance
internal import Shards
internal import WebAddress

/// A record on its way to a worker.
struct NumberedRecord: Sendable {
    let record: WARCRecord
    /// Whether an earlier record of the archive has its id.
    let isRepeated: Bool

    /// Bytes it holds in memory, roughly.
    var weight: Int { record.block.count + 4096 }
}

/// What one record came to.
struct RecordWork: Sendable {
    enum Outcome: Sendable {
        case row(RecordRow)
        case skipped(String)
        case failed(JobError)
    }

    let outcome: Outcome
    /// That its digests do not hold.
    let damage: Damage?
    let record: RecordPlace

    /// Bytes it holds in memory, roughly.
    var weight: Int {
        guard case .row(let row) = outcome else { return 512 }
        return 4096 + row.evidenceLine.count + (row.documentLine?.count ?? 0) + 512 * row.sites.count
    }
}

/// The row of a record as it is kept until it is written, without anything of the page.
struct RecordRow: Sendable {
    let url: CanonicalURL
    let evidenceLine: [UInt8]
    /// Nil if it has no document.
    let documentLine: [UInt8]?
    let counted: CountedRow
    /// UTF-8 bytes of the document's text; nil if it has none.
    let textBytes: Int?
    /// The site files it rests on.
    let sites: [SiteFile]

    init(_ capture: ConsideredCapture, url: CanonicalURL, sites: [SiteFile]) {
        self.url = url
        self.sites = sites
        (evidenceLine, documentLine) = (capture.evidenceLine, capture.documentLine)
        counted = CountedRow(capture.row)
        textBytes = capture.documentLine == nil ? nil : capture.textBytes
    }
}

/// Where a record stands in its archive.
struct RecordPlace: Hashable, Sendable {
    let offset: Int
    let ordinal: Int
    let length: Int

    init(_ record: WARCRecord) { (offset, ordinal, length) = (record.offset, record.ordinal, record.length ?? 0) }

    func account(_ outcome: RecordAccount.Outcome) -> [UInt8] {
        RecordAccount(offset: offset, ordinal: ordinal, length: length, outcome: outcome).line
    }
}

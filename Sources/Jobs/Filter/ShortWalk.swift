internal import Archive
internal import Canonical
internal import Provenance
internal import WebAddress

/// The first walk over an archive that is not long.
///
/// What a page comes to rests on the site files of its origin, wherever in the archive they stand. Most archives of pages hold
/// none: so a record is considered when it is met, as if there were none, and what it came to is kept until the walk is over.
/// Then it counts, unless a site file of its origin, or one that names it, was met after all. A record of an origin whose site
/// file stood before it is left until all are known.
struct ShortWalk {
    /// What the walk came upon, in order.
    enum Entry: Sendable {
        case damage(ArchiveError)
        /// In the hands of a worker.
        case waiting
        case made(RecordWork)
        /// To be considered when all is known.
        case left(NumberedRecord)

        /// What a record came to.
        var work: RecordWork? {
            if case .made(let work) = self { work } else { nil }
        }

        /// Whether the archive need not be walked over again for it.
        func isSettled(_ holds: (RecordWork) -> Bool) -> Bool {
            switch self {
            case .damage, .left: true
            case .waiting: false
            case .made(let work): holds(work)
            }
        }
    }

    typealias Pool = OrderedWorkers<NumberedRecord, RecordWork>

    private(set) var entries: [Entry] = []
    private(set) var part: ScanPart
    /// Whether more stands in the archive than the entries tell of.
    private(set) var isCut = false
    /// What the entries came to so far: rows, documents and bytes of text, not told by groups.
    private(set) var counts = RunCounts()

    /// Bytes that entries hold, and may hold, roughly.
    private var bytes = 0
    private let mostBytes: Int
    private var repeated = RepeatedIDs()
    /// The places of entries that workers have, in the order in which they are handed back.
    private var waiting: ArraySlice<Int> = []
    /// Captures of site files that were looked at, and their origins.
    private var known = 0
    private var origins: Set<Origin> = []
    private var considered: Set<Origin> = []
    /// A site file stood behind a page of its origin: what else is considered now may be for nothing.
    private var isWary = false

    init(_ part: ScanPart, keepingBytes: Int) { (self.part, mostBytes) = (part, keepingBytes) }

    /// - Parameter progress: Called with ``counts``.
    mutating func walk(_ path: String, limits: LimitSettings, _ pool: Pool, _ progress: (RunCounts) -> Void) {
        ArchiveWalk.each(path, limits: limits) { item in
            if StopFlag.isRaised { return }
            part.take(item)
            take(item, pool, progress)
        }
        pool.drain { settle($0, progress) }
    }

    private mutating func take(_ item: ArchiveWalk.Item, _ pool: Pool, _ progress: (RunCounts) -> Void) {
        guard !isCut else { return }
        switch item {
        case .damage(let error): add(.damage(error), 512)
        case .record(let record):
            let numbered = NumberedRecord(record: record, isRepeated: repeated.take(record))
            noteSiteFiles()
            guard !isLeft(record) else { return add(.left(numbered), numbered.weight) }
            waiting.append(entries.count)
            add(.waiting, 0)
            pool.submit(numbered, weight: numbered.weight) { settle($0, progress) }
        }
    }

    private mutating func add(_ entry: Entry, _ weight: Int) {
        entries.append(entry)
        bytes += weight
        if bytes > mostBytes { isCut = true }
    }

    private mutating func settle(_ work: RecordWork, _ progress: (RunCounts) -> Void) {
        guard let place = waiting.popFirst() else { return }
        entries[place] = .made(work)
        bytes += work.weight
        if bytes > mostBytes { isCut = true }
        guard case .row(let row) = work.outcome else { return }
        considered.insert(row.url.origin)
        counts.rows += 1
        if let textBytes = row.textBytes {
            counts.documents += 1
            counts.textBytes += textBytes
        }
        progress(counts)
    }

    private mutating func noteSiteFiles() {
        for capture in part.captures[known...] where SiteFile.kind(at: capture.url) != nil {
            origins.insert(capture.url.origin)
            if considered.contains(capture.url.origin) { isWary = true }
        }
        known = part.captures.count
    }

    private func isLeft(_ record: WARCRecord) -> Bool {
        guard !isWary, !origins.isEmpty else { return isWary }
        guard let target = record.targetURI else { return false }
        do throws(WebURLError) { return origins.contains(try CanonicalURL(target).origin) } catch { return false }
    }

    /// Whether what a record came to counts, all site files being known.
    static func holds(_ work: RecordWork, _ scan: InputScan, _ origins: Set<Origin>) -> Bool {
        guard case .row(let row) = work.outcome else { return true }
        return !origins.contains(row.url.origin) && !scan.named.contains(row.url)
    }
}

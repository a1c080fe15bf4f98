internal import Archive
internal import Canonical
internal import Provenance
internal import Shards
internal import WebAddress

/// What the first pass over an input finds: its digest, the site files captured in it, and repeated record ids.
///
/// Site files speak for the pages of the same input only, wherever in it they stand, so that neither the order of
/// records nor the split of inputs over ranks can change a decision.
struct InputScan: Sendable {
    let digest: Digest
    let bytes: Int
    let siteFiles: [SiteFile]
    /// RSL documents and policies that site files captured in it name.
    let named: Set<CanonicalURL>
    /// Marks (see ``mark(of:)``) of record ids that stand more than once.
    let repeated: Set<UInt64>
    /// What stands in the input, for the second pass.
    let items: ArchiveItems

    /// - Parameter workers: how many threads may walk over the file.
    init(
        path: String, limits: LimitSettings, settings: FilterSettings, verifiesDigests: Bool, at: Timestamp? = nil,
        workers: Int = 1
    ) throws(JobError) {
        do { (digest, bytes) = try OutputFile.digest(path) } catch { throw JobError(.couldNotRun, "\(error)") }
        var reader = RecordReader(input: digest, limits: limits)
        reader.verifiesDigests = verifiesDigests
        reader.at = at
        let part = Self.walk(path, bytes, limits, reader, readsCaptures: settings.siteCaptures == .scan, workers)
        var seen: Set<UInt64> = []
        repeated = Set(part.ids.filter { !seen.insert($0).inserted })
        items = part.items
        var captures: [CanonicalURL: [TakenCapture]] = [:]
        for capture in part.captures { captures[capture.url, default: []].append(capture) }
        var revisits = SiteRevisits()
        for revisit in part.revisits { revisits.add(revisit.url, revisit: revisit.digest) }
        for payload in part.payloads { revisits.add(payload.url, payload: payload.digest) }
        let files = Self.siteFiles(captures)
        let names = NamedDocuments(files)
        named = names.urls
        let all = files + Self.documents(names, reader, items, path, limits)
        siteFiles = part.isWhole && revisits.areAtHand ? all : all.map(\.besideUnread)
    }

    /// The second pass meets damage again and reports it; here it only tells that not all was seen.
    private static func walk(
        _ path: String, _ bytes: Int, _ limits: LimitSettings, _ reader: RecordReader, readsCaptures: Bool,
        _ workers: Int
    ) -> ScanPart {
        if workers > 1, let split = SplitWalk(path, bytes: bytes, pieces: workers, limits: limits) {
            let empty = ScanPart(reader, readsCaptures: readsCaptures, items: ArchiveItems(pieces: workers))
            if let parts = split.walk(empty), var whole = parts.first {
                for part in parts.dropFirst() { whole.append(part) }
                return whole
            }
        }
        var part = ScanPart(reader, readsCaptures: readsCaptures, items: ArchiveItems())
        ArchiveWalk.each(path, limits: limits) { part.take($0) }
        return part
    }

    /// A pass of its own over the input, only if a site file in it names a document.
    private static func documents(
        _ names: NamedDocuments, _ reader: RecordReader, _ items: ArchiveItems, _ path: String,
        _ limits: LimitSettings
    ) -> [SiteFile] {
        guard !names.urls.isEmpty else { return [] }
        var files: [SiteFile] = []
        items.each(path, limits: limits) { item in
            guard case .record(let record) = item, record.kind == .response,
                let capture = reader.namedCapture(record, names.urls)
            else { return }
            for (name, origin) in names.namers[capture.url] ?? [] {
                files.append(SiteFile.of(capture, name, origin: origin))
            }
        }
        return files
    }

    /// A 64-bit FNV-1a hash of an id. Two ids of one mark only cost the later one its own id.
    static func mark(of id: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }

    private static func siteFiles(_ captures: [CanonicalURL: [TakenCapture]]) -> [SiteFile] {
        var files: [SiteFile] = []
        for url in captures.keys.sorted() {
            guard let kind = SiteFile.kind(at: url) else { continue }
            for first in captures[url] ?? [] {
                let end = follow(first, in: captures)
                files.append(SiteFile.of(end, SiteFileName(kind), origin: url.origin))
            }
        }
        return files
    }

    /// The capture at the end of a site file's redirects, as far as this input holds it.
    private static func follow(_ first: TakenCapture, in captures: [CanonicalURL: [TakenCapture]]) -> TakenCapture {
        var current = first
        for _ in 0..<SiteFile.maximumRedirects {
            guard (300..<400).contains(current.status), let target = current.redirectTarget,
                let next = captures[target]?.first(where: { $0.fetched >= current.fetched })
            else { return current }
            current = next.arriving(from: current)
        }
        return current
    }
}

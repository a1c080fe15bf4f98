internal import Archive
internal import Provenance
internal import WebAddress

/// What the first walk over an input finds: the site files captured in it.
///
/// Site files speak for the pages of the same input only, wherever in it they stand, so that neither the order of
/// records nor the split of inputs over ranks can change a decision.
struct InputScan: Sendable {
    let siteFiles: [SiteFile]
    /// RSL documents and policies that site files captured in it name.
    let named: Set<CanonicalURL>

    /// - Parameter part: What the walk came upon from beginning to end.
    init(_ part: ScanPart, _ reader: RecordReader, _ path: String, _ limits: LimitSettings) {
        var captures: [CanonicalURL: [TakenCapture]] = [:]
        for capture in part.captures { captures[capture.url, default: []].append(capture) }
        var revisits = SiteRevisits()
        for revisit in part.revisits { revisits.add(revisit.url, revisit: revisit.digest) }
        for payload in part.payloads { revisits.add(payload.url, payload: payload.digest) }
        let files = Self.siteFiles(captures)
        let names = NamedDocuments(files)
        named = names.urls
        let all = files + Self.documents(names, reader, path, limits)
        siteFiles = part.isWhole && revisits.areAtHand ? all : all.map(\.besideUnread)
    }

    /// Walks over an input for nothing else.
    ///
    /// - Parameters:
    ///   - bytes: of the file.
    ///   - workers: how many threads may walk over it.
    static func whole(
        _ path: String, _ bytes: Int, _ reader: RecordReader, _ config: RunConfig, workers: Int
    ) -> InputScan {
        let empty = ScanPart(reader, readsCaptures: config.filter.siteCaptures == .scan)
        return InputScan(walk(path, bytes, config.limits, empty, workers), reader, path, config.limits)
    }

    /// The second walk meets damage again and reports it; here it only tells that not all was seen.
    private static func walk(
        _ path: String, _ bytes: Int, _ limits: LimitSettings, _ empty: ScanPart, _ workers: Int
    ) -> ScanPart {
        if workers > 1, let split = SplitWalk(path, bytes: bytes, pieces: workers, limits: limits),
            let parts = split.walk(empty), var whole = parts.first
        {
            for part in parts.dropFirst() { whole.append(part) }
            return whole
        }
        var part = empty
        ArchiveWalk.each(path, limits: limits) { part.take($0) }
        return part
    }

    /// A pass of its own over the input, only if a site file in it names a document.
    private static func documents(
        _ names: NamedDocuments, _ reader: RecordReader, _ path: String, _ limits: LimitSettings
    ) -> [SiteFile] {
        guard !names.urls.isEmpty else { return [] }
        var files: [SiteFile] = []
        ArchiveWalk.each(path, limits: limits) { item in
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

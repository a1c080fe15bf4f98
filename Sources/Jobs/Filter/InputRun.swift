internal import Archive
internal import Canonical
internal import Provenance
internal import Rights
internal import Shards
internal import WebAddress

/// Filters one input into its parts.
struct InputRun {
    let path: String
    let number: Int
    let output: String
    let config: RunConfig
    let inputs: InputSet
    /// Site files from outside the input.
    let evidence: [SiteFile]
    let workers: Int

    /// What one record came to.
    private enum Result: Sendable {
        case row(ConsideredCapture, sites: [SiteFile])
        case skipped(String)
        case failed(JobError)
    }

    struct Finished {
        let seal: InputSeal
        let counts: RunCounts
        let damage: [Damage]
    }

    /// Bytes of records in flight, over all workers.
    private static let window = 64 << 20

    /// - Parameter progress: called on the reading thread with the counts so far.
    /// - Returns: nil if the stop flag ended it; then nothing of it counts.
    func run(progress: (RunCounts) -> Void) throws(JobError) -> Finished? {
        let scan = try InputScan(path: path, limits: config.limits, settings: config.filter)
        let index = SiteEvidenceIndex(evidence + scan.siteFiles)
        let writer = PartWriter(
            output: output, number: number, level: config.output.zstdLevel, rollBytes: config.output.partBytes)
        var counts = RunCounts()
        var damage: [Damage] = []
        let pool = OrderedWorkers<Numbered, Result>(workers: workers, window: Self.window, make: maker(scan, index))
        var earlier: Set<UInt64> = []
        do throws(ShardError) {
            try ArchiveWalk.each(path, limits: config.limits) { (item) throws(ShardError) in
                if StopFlag.isRaised { return }
                switch item {
                case .damage(let error):
                    damage.append(Damage(input: name, offset: error.offset, reason: error.reason))
                case .record(let record):
                    let isRepeated = Self.isRepeated(record, scan.repeated, &earlier)
                    try pool.submit(Numbered(record: record, isRepeated: isRepeated), weight: record.block.count + 4096)
                    {
                        (result) throws(ShardError) in
                        try Self.sink(result, writer, &counts)
                        progress(counts)
                    }
                }
            }
            try pool.drain { (result) throws(ShardError) in try Self.sink(result, writer, &counts) }
            if StopFlag.isRaised { return nil }
            let seal = InputSeal(
                number: number, name: name, digest: scan.digest, bytes: scan.bytes, parts: try writer.finish())
            return Finished(seal: seal, counts: counts, damage: damage)
        } catch {
            throw JobError(.couldNotRun, "\(error)")
        }
    }

    private struct Numbered: Sendable {
        let record: WARCRecord
        let isRepeated: Bool
    }

    private var name: String { PathText.name(of: path) }

    private func maker(_ scan: InputScan, _ index: SiteEvidenceIndex) -> OrderedWorkers<Numbered, Result>.Maker {
        { [inputs, config] in
            var records = RecordReader(input: scan.digest, limits: config.limits)
            records.at = inputs.at
            records.named = scan.named
            let reader: CaptureReader
            do { reader = try CaptureReader(inputs) } catch {
                let failure = JobError(.couldNotRun, "\(error)")
                return { _ in .failed(failure) }
            }
            let cache = SiteRulesCache(index)
            return { item in
                switch records.read(item.record, isRepeated: item.isRepeated) {
                case .skipped(let reason): return .skipped(reason)
                case .capture(let capture):
                    let site = cache.evidence(for: capture.url.origin, fetched: capture.fetched, at: inputs.at)
                    let files = (site.atFetch?.files ?? []) + (site.atUse?.files ?? [])
                    return .row(reader.consider(capture, site: site), sites: files)
                }
            }
        }
    }

    private static func isRepeated(
        _ record: WARCRecord, _ repeated: Set<UInt64>, _ earlier: inout Set<UInt64>
    ) -> Bool {
        guard !repeated.isEmpty, let id = record.recordID else { return false }
        let mark = InputScan.mark(of: id)
        return repeated.contains(mark) && !earlier.insert(mark).inserted
    }

    private static func sink(_ result: Result, _ writer: PartWriter, _ counts: inout RunCounts) throws(ShardError) {
        switch result {
        case .failed(let error): throw ShardError(path: "reader", problem: error.message)
        case .skipped(let reason): counts.add("skipped", reason)
        case .row(let capture, let sites):
            try writer.append(evidence: capture.evidenceLine, document: capture.documentLine, sites: sites)
            counts.add(capture)
        }
    }
}

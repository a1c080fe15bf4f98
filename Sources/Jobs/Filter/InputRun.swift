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
    let verifiesDigests: Bool

    /// What one record came to.
    private struct Work: Sendable {
        let result: Result
        /// That its digests do not hold.
        let damage: Damage?
        let record: RecordPlace
    }

    /// Where a record stands in its archive.
    private struct RecordPlace: Sendable {
        let offset: Int
        let ordinal: Int
        let length: Int

        init(_ record: WARCRecord) { (offset, ordinal, length) = (record.offset, record.ordinal, record.length ?? 0) }

        func account(_ outcome: RecordAccount.Outcome) -> [UInt8] {
            RecordAccount(offset: offset, ordinal: ordinal, length: length, outcome: outcome).line
        }
    }

    /// What the rows and the account of records are written to.
    private struct Sink {
        let parts: PartWriter
        let records: RowFileWriter
    }

    private enum Result: Sendable {
        case row(ConsideredCapture, sites: [SiteFile])
        case skipped(String)
        case failed(JobError)
    }

    /// What was counted and found so far.
    private struct Tally {
        var counts = RunCounts()
        var damage: [Damage] = []
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
        let scan = try InputScan(
            path: path, limits: config.limits, settings: config.filter, verifiesDigests: verifiesDigests,
            at: inputs.at, workers: workers)
        let index = SiteEvidenceIndex(evidence + scan.siteFiles)
        let writer = try sink()
        var tally = Tally()
        let pool = OrderedWorkers<Numbered, Work>(workers: workers, window: Self.window, make: maker(scan, index))
        var earlier: Set<UInt64> = []
        do throws(ShardError) {
            try scan.items.each(path, limits: config.limits) { (item) throws(ShardError) in
                if StopFlag.isRaised { return }
                switch item {
                case .damage(let error):
                    tally.damage.append(Damage(input: name, offset: error.offset, reason: error.reason))
                case .record(let record):
                    let isRepeated = Self.isRepeated(record, scan.repeated, &earlier)
                    try pool.submit(Numbered(record: record, isRepeated: isRepeated), weight: record.block.count + 4096)
                    {
                        (work) throws(ShardError) in
                        try Self.sink(work, writer, &tally)
                        progress(tally.counts)
                    }
                }
            }
            try pool.drain { (work) throws(ShardError) in try Self.sink(work, writer, &tally) }
            if StopFlag.isRaised { return nil }
            return try finish(scan, tally, writer)
        } catch {
            throw JobError(.couldNotRun, "\(error)")
        }
    }

    private func sink() throws(JobError) -> Sink {
        do {
            try OutputFile.makeFolder("\(output)/\(RecordAccount.folder)")
            let level = config.output.zstdLevel
            return Sink(
                parts: PartWriter(output: output, number: number, level: level, rollBytes: config.output.partBytes),
                records: try RowFileWriter(path: "\(output)/\(RecordAccount.path(number))", level: level))
        } catch {
            throw JobError(error)
        }
    }

    private func finish(_ scan: InputScan, _ tally: Tally, _ writer: Sink) throws(ShardError) -> Finished {
        // Workers find damage too, each in its time.
        let damage = tally.damage.sorted { ($0.offset, $0.reason) < ($1.offset, $1.reason) }
        let seal = InputSeal(
            number: number, name: name, digest: scan.digest, bytes: scan.bytes, parts: try writer.parts.finish(),
            records: try writer.records.finish())
        return Finished(seal: seal, counts: tally.counts, damage: damage)
    }

    private struct Numbered: Sendable {
        let record: WARCRecord
        let isRepeated: Bool
    }

    private var name: String { PathText.name(of: path) }

    private func maker(_ scan: InputScan, _ index: SiteEvidenceIndex) -> OrderedWorkers<Numbered, Work>.Maker {
        { [inputs, config, verifiesDigests, name, digest = scan.digest, named = scan.named] in
            var records = RecordReader(input: digest, limits: config.limits)
            records.at = inputs.at
            records.named = named
            records.verifiesDigests = verifiesDigests
            let reader: CaptureReader
            do { reader = try CaptureReader(inputs, shards: ShardNames.input(name, digest)) } catch {
                let failure = JobError(error)
                return { Work(result: .failed(failure), damage: nil, record: RecordPlace($0.record)) }
            }
            let cache = SiteRulesCache(index)
            return { [records] item in
                let fault = records.digestFault(item.record)
                let damage = fault.map { Damage(input: name, offset: item.record.offset, reason: $0) }
                let place = RecordPlace(item.record)
                switch records.read(item.record, isRepeated: item.isRepeated, fault: fault) {
                case .skipped(let reason): return Work(result: .skipped(reason), damage: damage, record: place)
                case .capture(let capture):
                    let site = cache.evidence(for: capture.url.origin, fetched: capture.fetched, at: inputs.at)
                    let files = (site.atFetch?.files ?? []) + (site.atUse?.files ?? [])
                    let row = Result.row(reader.consider(capture, site: site), sites: files)
                    return Work(result: row, damage: damage, record: place)
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

    private static func sink(_ work: Work, _ writer: Sink, _ tally: inout Tally) throws(ShardError) {
        if let damage = work.damage { tally.damage.append(damage) }
        switch work.result {
        case .failed(let error): throw ShardError(path: "reader", problem: error.message)
        case .skipped(let reason):
            tally.counts.add("skipped", reason)
            try writer.records.append(work.record.account(.skipped(reason)))
        case .row(let capture, let sites):
            let (part, row) = try writer.parts.append(
                evidence: capture.evidenceLine, document: capture.documentLine, sites: sites)
            try writer.records.append(work.record.account(.row(part, row)))
            tally.counts.add(capture)
        }
    }
}

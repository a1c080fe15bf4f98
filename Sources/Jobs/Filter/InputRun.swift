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
    let walk: WalkLimits

    /// What the rows and the account of records are written to.
    private struct Sink {
        let parts: PartWriter
        let records: RowFileWriter
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

    /// A record to be considered, or one that was.
    private enum Step: Sendable {
        case record(NumberedRecord)
        case made(RecordWork)

        var weight: Int {
            switch self {
            case .record(let record): record.weight
            case .made(let work): work.weight
            }
        }
    }

    private typealias Pool = OrderedWorkers<Step, RecordWork>

    /// Bytes of records in flight, over all workers: some dozens of pages for each, since what is read far ahead takes new memory.
    private var window: Int { min(64 << 20, workers * 8 << 20) }

    /// - Parameter progress: called on the reading thread with the counts so far.
    /// - Returns: nil if the stop flag ended it; then nothing of it counts.
    func run(progress: (RunCounts) -> Void) throws(JobError) -> Finished? {
        let file: (digest: Digest, bytes: Int)
        do { file = try OutputFile.digest(path) } catch { throw JobError(.couldNotRun, "\(error)") }
        let considering = RecordConsidering(
            name: name, digest: file.digest, config: config, inputs: inputs, verifiesDigests: verifiesDigests,
            evidence: SiteEvidenceIndex(evidence))
        let writer = try sink()
        var tally = Tally()
        do throws(ShardError) {
            if file.bytes <= walk.fileBytes {
                try runShort(considering, writer, &tally, progress)
            } else {
                let scan = InputScan.whole(path, file.bytes, reader(file.digest), config, workers: workers)
                try walk(again: considering, knowing: scan, [], writer, &tally, progress)
            }
            if StopFlag.isRaised { return nil }
            return try finish(file, tally, writer)
        } catch {
            throw JobError(.couldNotRun, "\(error)")
        }
    }

    /// What tells records from captures while site files are looked for.
    private func reader(_ digest: Digest) -> RecordReader {
        var reader = RecordReader(input: digest, limits: config.limits)
        reader.verifiesDigests = verifiesDigests
        reader.at = inputs.at
        return reader
    }

    /// One walk, and a second only for pages whose site files it came upon.
    private func runShort(
        _ considering: RecordConsidering, _ writer: Sink, _ tally: inout Tally, _ progress: (RunCounts) -> Void
    ) throws(ShardError) {
        let reader = reader(considering.digest)
        var first = ShortWalk(
            ScanPart(reader, readsCaptures: config.filter.siteCaptures == .scan), keepingBytes: walk.keptBytes)
        do {
            let pool = ShortWalk.Pool(workers: workers, window: window) { considering.worker() }
            first.walk(path, limits: config.limits, pool, progress)
        }
        if StopFlag.isRaised { return }
        let scan = InputScan(first.part, reader, path, config.limits)
        let origins = Set(scan.siteFiles.map(\.origin))
        let holds = { (work: RecordWork) in ShortWalk.holds(work, scan, origins) }
        guard !first.isCut, first.entries.allSatisfy({ $0.isSettled(holds) }) else {
            return try walk(again: considering, knowing: scan, first.entries, writer, &tally, progress)
        }
        try settle(first, considering.knowing(scan, evidence), writer, &tally, progress)
    }

    /// Writes what a short walk came to, considering what it left.
    private func settle(
        _ first: ShortWalk, _ considering: RecordConsidering, _ writer: Sink, _ tally: inout Tally,
        _ progress: (RunCounts) -> Void
    ) throws(ShardError) {
        // Without a pool of workers, which is dear to make, up to the first that is left: mostly nothing is.
        let made = first.entries.prefix { if case .left = $0 { false } else { true } }
        for entry in made {
            if case .damage(let error) = entry { note(error, &tally) }
            if let work = entry.work { try Self.sink(work, writer, &tally) }
        }
        let rest = first.entries[made.endIndex...]
        guard !rest.isEmpty else { return }
        let pool = pool(considering)
        for entry in rest {
            if StopFlag.isRaised { return }
            switch entry {
            case .damage(let error): note(error, &tally)
            case .made(let work): try submit(.made(work), to: pool, writer, &tally, progress)
            case .left(let record): try submit(.record(record), to: pool, writer, &tally, progress)
            case .waiting: throw ShardError(path: path, problem: "a record was not considered to its end")
            }
        }
        try pool.drain { (work) throws(ShardError) in try Self.sink(work, writer, &tally) }
    }

    /// Walks over the archive, all its site files being known.
    ///
    /// - Parameter entries: What an earlier walk came upon, from the beginning on; what holds of it is not considered again.
    private func walk(
        again considering: RecordConsidering, knowing scan: InputScan, _ entries: [ShortWalk.Entry], _ writer: Sink,
        _ tally: inout Tally, _ progress: (RunCounts) -> Void
    ) throws(ShardError) {
        let origins = Set(scan.siteFiles.map(\.origin))
        let pool = pool(considering.knowing(scan, evidence))
        var (place, repeated) = (0, RepeatedIDs())
        try ArchiveWalk.each(path, limits: config.limits) { (item) throws(ShardError) in
            if StopFlag.isRaised { return }
            let entry = place < entries.count ? entries[place] : nil
            place += 1
            switch item {
            case .damage(let error): note(error, &tally)
            case .record(let record):
                let numbered = NumberedRecord(record: record, isRepeated: repeated.take(record))
                if let work = entry?.work, work.record == RecordPlace(record), ShortWalk.holds(work, scan, origins) {
                    try submit(.made(work), to: pool, writer, &tally, progress)
                } else {
                    try submit(.record(numbered), to: pool, writer, &tally, progress)
                }
            }
        }
        try pool.drain { (work) throws(ShardError) in try Self.sink(work, writer, &tally) }
    }

    private func pool(_ considering: RecordConsidering) -> Pool {
        Pool(workers: workers, window: window) {
            let worker = considering.worker()
            return { step in
                switch step {
                case .record(let record): worker(record)
                case .made(let work): work
                }
            }
        }
    }

    private func submit(
        _ step: Step, to pool: Pool, _ writer: Sink, _ tally: inout Tally, _ progress: (RunCounts) -> Void
    ) throws(ShardError) {
        try pool.submit(step, weight: step.weight) { (work) throws(ShardError) in
            try Self.sink(work, writer, &tally)
            progress(tally.counts)
        }
    }

    private func note(_ error: ArchiveError, _ tally: inout Tally) {
        tally.damage.append(Damage(input: name, offset: error.offset, reason: error.reason))
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

    private func finish(
        _ file: (digest: Digest, bytes: Int), _ tally: Tally, _ writer: Sink
    ) throws(ShardError) -> Finished {
        // Workers find damage too, each in its time.
        let damage = tally.damage.sorted { ($0.offset, $0.reason) < ($1.offset, $1.reason) }
        let seal = InputSeal(
            number: number, name: name, digest: file.digest, bytes: file.bytes, parts: try writer.parts.finish(),
            records: try writer.records.finish())
        return Finished(seal: seal, counts: tally.counts, damage: damage)
    }

    private var name: String { PathText.name(of: path) }

    private static func sink(_ work: RecordWork, _ writer: Sink, _ tally: inout Tally) throws(ShardError) {
        if let damage = work.damage { tally.damage.append(damage) }
        switch work.outcome {
        case .failed(let error): throw ShardError(path: "reader", problem: error.message)
        case .skipped(let reason):
            tally.counts.add("skipped", reason)
            try writer.records.append(work.record.account(.skipped(reason)))
        case .row(let made):
            let (part, row) = try writer.parts.append(
                evidence: made.evidenceLine, document: made.documentLine, sites: made.sites)
            try writer.records.append(work.record.account(.row(part, row)))
            tally.counts.add(made.counted, textBytes: made.textBytes)
        }
    }
}

internal import Archive
internal import Canonical
internal import Foundation
internal import Frontier
internal import Provenance
internal import Shards

/// The segments of a crawl: the open one, its commits together with the frontier, sealing, and the manifest.
actor SegmentLog {
    private let output: String
    private let config: RunConfig
    private let inputs: InputSet
    private let frontier: Frontier
    private let bundle: RunBundle
    /// Bytes of archive after which a new segment begins.
    private let segmentBytes: Int
    private var files: SegmentFiles?
    private var nextNumber = 0
    private var refusals = HostRefusals()
    private(set) var pending = SegmentCommit()

    init(
        output: String, config: RunConfig, inputs: InputSet, frontier: Frontier, bundle: RunBundle, segmentBytes: Int
    ) {
        self.bundle = bundle
        self.segmentBytes = segmentBytes
        self.output = output
        self.config = config
        self.inputs = inputs
        self.frontier = frontier
    }

    /// Brings an output that a crash may have left anywhere to its last commit.
    func recover() async throws(JobError) {
        try await Job.run { () async throws in
            for segment in try await frontier.segments() {
                nextNumber = max(nextNumber, segment.number + 1)
                switch segment.state {
                case .published: try check(segment.number)
                case .sealing: try await publish(segment.number, Array(segment.lengths.keys))
                case .open:
                    files = try SegmentFiles(
                        output: output, number: segment.number, level: config.output.zstdLevel, lengths: segment.lengths
                    )
                }
                if segment.state != .open { try mark(segment.number) }
            }
            try refusals.restore(try await frontier.notes(startingWith: HostRefusals.prefix))
        }
    }

    /// Writes what came of a lease and gathers what the frontier is to learn of it.
    func take(_ outcome: PageOutcome, found: [FoundURL], notes: [String: String]) throws(JobError) {
        do {
            let files = try current()
            for member in outcome.records { files.append(warc: member) }
            for file in outcome.newSiteFiles { pending.siteFiles.append(SiteFileEntry(file)) }
            for file in outcome.siteFiles { try files.append(file) }
            if let row = outcome.row { try files.append(outcome.evidenceLine ?? row.line, to: .evidence) }
            if let document = outcome.documentLine { try files.append(document, to: .documents) }
            if let host = outcome.hostRefusal {
                let note = refusals.add(host)
                pending.notes[note.key] = note.text
            }
        } catch {
            throw JobError(.couldNotRun, "\(error)")
        }
        pending.found += found
        pending.notes.merge(notes) { _, new in new }
        pending.updates.append(URLUpdate(outcome.lease, at: Timestamp.nowMilliseconds, outcome.result))
    }

    /// URLs to begin with.
    func add(_ found: [FoundURL], notes: [String: String]) {
        pending.found += found
        pending.notes.merge(notes) { _, new in new }
    }

    var pendingBytes: Int { files?.pendingBytes ?? 0 }

    /// Flushes the files and commits them together with the frontier; begins a new segment when this one is full.
    func commit() async throws(JobError) {
        try await flush()
        if let files, files.warcBytes >= Int64(segmentBytes) { try await seal() }
    }

    private func flush() async throws(JobError) {
        var commit = pending
        pending = SegmentCommit()
        try await Job.run { () async throws in
            if let files, files.pendingBytes > 0 || files.warcBytes > 0 {
                commit.segment = .init(number: files.number, lengths: try files.flush())
            }
            if !commit.isEmpty { try await frontier.commit(commit) }
        }
    }

    /// Ends the open segment: rows of refused hosts, digests, published names, its mark.
    func seal() async throws(JobError) {
        try writeRefusals()
        try await flush()
        guard let files else { return }
        self.files = nil
        try await Job.run { () async throws in
            let digests = try files.digests()
            try await frontier.beginSealing(files.number, digests: digests)
            try await publish(files.number, Array(digests.keys))
            try mark(files.number)
        }
    }

    /// Writes `manifest.json` over all published segments.
    func writeManifest() async throws(JobError) -> RunCounts {
        try await Job.run { () async throws in
            var marks: [InputMark] = []
            for segment in try await frontier.segments() where segment.state == .published {
                if let mark = try InputMark.read(output, segment.number) { marks.append(mark) }
            }
            var counts = RunCounts()
            for mark in marks { counts.add(mark.counts) }
            let manifest = Manifest(
                inputSet: Manifest.inputSet(inputs), means: OutputPlan.noMeans, seals: marks.map(\.seal),
                counts: counts, damage: [])
            try OutputFile.replace(output + "/manifest.json", with: manifest.bytes)
            try bundle.close(manifest.bytes)
            return counts
        }
    }

    /// Looks at a segment of an earlier run as it was sealed; one without its mark is read back for it.
    ///
    /// At its archive by length alone: that is far larger than the rows, and was read back when it was sealed.
    private func check(_ number: Int) throws {
        guard let seal = try InputMark.read(output, number)?.seal else { return }
        try seal.check(in: output)
        let path = output + "/" + SegmentFiles.warcName(number)
        guard OutputFile.length(path) == seal.bytes else {
            throw ShardError(path: path, problem: "is missing or has another length than when it was sealed")
        }
    }

    private func writeRefusals() throws(JobError) {
        guard !refusals.isEmpty else { return }
        do {
            let files = try current()
            let (rows, notes) = refusals.take(segment: files.number)
            for row in rows { try files.append(row.line, to: .evidence) }
            pending.notes.merge(notes) { _, new in new }
        } catch {
            throw JobError(.couldNotRun, "\(error)")
        }
    }

    private func current() throws(ShardError) -> SegmentFiles {
        if let files { return files }
        let made = try SegmentFiles(
            output: output, number: nextNumber, level: config.output.zstdLevel, lengths: [:])
        nextNumber += 1
        files = made
        do { made.append(warc: try WARCWriter.encode(warcinfo(made.number))) } catch {
            throw ShardError(path: output, problem: "a warcinfo record cannot be written: \(error)")
        }
        return made
    }

    private func warcinfo(_ number: Int) -> WARCDraft {
        .warcinfo(
            id: "urn:uuid:" + UUID().uuidString.lowercased(), date: Timestamp.now,
            filename: PathText.name(of: SegmentFiles.warcName(number)),
            about: [
                ("software", "muniment 0.1.0"), ("format", "WARC File Format 1.1"),
                ("http-header-user-agent", "\(config.op.product)/\(config.op.version)"), ("robots", "obey"),
                ("operator", config.op.email),
            ])
    }

    private func publish(_ number: Int, _ names: [String]) async throws {
        try SegmentFiles.publish(names, output: output)
        try await frontier.markPublished(number)
    }

    /// Reads a published segment back and writes down what it holds; a mark already there stands.
    private func mark(_ number: Int) throws {
        if let mark = try InputMark.read(output, number) { return try bundle.note(mark.seal.parts) }
        let mark = try SegmentReading(output: output, number: number).mark()
        try mark.write(output)
        try bundle.note(mark.seal.parts)
    }
}

public import Canonical
internal import Foundation
internal import Frontier
internal import Provenance
internal import Rights
internal import Shards
internal import Transfer
internal import WebAddress

/// `muniment crawl`: a polite, resumable crawl that takes nothing it may not use.
public struct CrawlJob: Sendable {
    private let config: RunConfig
    private let settings: CrawlSettings
    private let inputs: InputSet
    private let output: String

    /// What a run came to.
    public struct Outcome: Sendable {
        public let counts: RunCounts
        /// False if a signal or the deadline ended it.
        public let isComplete: Bool
        /// URLs that are due later: retries and recrawls.
        public let scheduled: Int
        /// URLs known and never asked, for a limit or because the run was stopped.
        public let queued: Int
    }

    /// - Throws: ``JobError`` of kind `usage` for settings that cannot be obeyed.
    public init(config: RunConfig, inputs: InputSet, output: String) throws(JobError) {
        guard let section = config.crawl else { throw JobError(.usage, "\(config.file): the section crawl is missing") }
        do { settings = try CrawlSettings(section, folder: config.folder) } catch {
            throw JobError(.usage, error.description)
        }
        try OutputFolder.check(output)
        self.config = config
        self.inputs = inputs
        self.output = output
    }

    /// The time a folder was begun with, for a crawl that is to go on in it; nil for a new folder.
    public static func time(of output: String) throws(JobError) -> Timestamp? {
        try OutputPlan.read(output, rank: 0, world: 1)?.at
    }

    /// Crawls until nothing is due, the deadline passes or the stop flag is raised; then seals and writes the manifest.
    public func run(
        deadline: Duration?, progress: @escaping @Sendable (CrawlProgress) -> Void
    ) async throws(JobError) -> Outcome {
        try await Job.run { () async throws in
            Arenas.prepare(workers: ProcessInfo.processInfo.activeProcessorCount)
            if let snapshot = inputs.snapshot {
                try RegistryAge.check(
                    snapshot, path: "the registry snapshot", ruleset: inputs.ruleset, at: Timestamp.now)
            }
            try OutputFile.makeFolder(output)
            let lock = try RunLock(folder: output)
            defer { withExtendedLifetime(lock) {} }
            let plan = try OutputPlan.take(output, rank: 0, world: 1, command: .crawl, for: inputs)
            let bundle = try RunBundle.begin(output, plan, rank: 0, world: 1)
            try OutputFile.makeFolder(output + "/state")
            let frontier = try Frontier(
                path: output + "/state/frontier.sqlite", settings: frontierSettings, now: Timestamp.nowMilliseconds)
            let log = SegmentLog(
                output: output, config: config, inputs: inputs, frontier: frontier, bundle: bundle,
                segmentBytes: settings.segmentBytes)
            try await log.recover()
            let fetcher = try Fetcher(settings.fetchSettings(config))
            defer { fetcher.close() }
            let agent = inputs.agent
            let blobs = output + "/sites/blobs"
            let named = NamedFetch(fetch: SiteFileFetch(fetcher: fetcher), agent: agent) {
                (origin) async throws(JobError) in
                try await SiteFile.atHand(of: origin, in: frontier, blobs: blobs)
            }
            let desk = DocumentDesk(
                gate: FrontierGate(frontier: frontier), named: named, patience: Int64(settings.totalTimeout))
            let loop = CrawlLoop(
                settings: settings, inputs: inputs, frontier: frontier, log: log, output: output,
                fetch: PageFetch(
                    fetcher: fetcher, desk: desk, named: named, judge: CaptureJudge(inputs),
                    readers: ReaderPool(inputs), settings: settings,
                    limits: config.limits, archive: config.output))
            let isComplete = try await loop.run(deadline: deadline, progress: progress)
            try await log.commit()
            try await log.seal()
            let counts = try await log.writeManifest()
            let tallies = try await frontier.tallies()
            return Outcome(
                counts: counts, isComplete: isComplete, scheduled: tallies[.scheduled] ?? 0,
                queued: tallies[.queued] ?? 0)
        }
    }

    private var frontierSettings: FrontierSettings {
        var frontier = FrontierSettings()
        frontier.delay = Int64(settings.delay)
        frontier.longestCrawlDelay = Int64(settings.longestCrawlDelay)
        frontier.deepest = settings.depth
        frontier.urlsPerHost = settings.maxURLsPerHost
        frontier.capturesPerHost = settings.maxCapturesPerHost
        frontier.recrawl = settings.recrawl
        return frontier
    }
}

internal import Canonical
internal import Foundation
internal import Frontier
internal import Provenance
internal import Rights
internal import Shards
internal import Transfer
public import WebAddress

/// `muniment survey`: fetches the site files of many origins, and nothing else, into a store that `filter` uses.
///
/// What is at hand and has not expired is not asked for again. Rows are only ever added.
public struct SurveyJob: Sendable {
    private let config: RunConfig
    private let settings: CrawlSettings
    private let agent: ProductToken
    private let output: String
    private let origins: [Origin]
    private let isRefreshing: Bool

    /// What a run came to.
    public struct Outcome: Sendable {
        public let counts: SurveyCounts
        /// False if a signal ended it.
        public let isComplete: Bool
    }

    /// - Parameter isRefreshing: whether what has not expired is asked for again too.
    /// - Throws: ``JobError`` of kind `usage` for settings or an output folder that cannot be used.
    public init(
        config: RunConfig, output: String, origins: [Origin], isRefreshing: Bool
    ) throws(JobError) {
        do { settings = try CrawlSettings(survey: config) } catch { throw JobError(.usage, error.description) }
        guard let agent = ProductToken(config.op.product) else {
            throw JobError(.usage, "\(config.file): operator.product is no product token")
        }
        try OutputFolder.check(store: output)
        self.config = config
        self.agent = agent
        self.output = output
        self.origins = Array(Set(origins)).sorted()
        self.isRefreshing = isRefreshing
    }

    /// Asks every origin for what is not at hand, until all are done or the stop flag is raised.
    public func run(progress: @escaping @Sendable (SurveyProgress) -> Void) async throws(JobError) -> Outcome {
        try await Job.run { () async throws in
            try OutputFile.makeFolder(output)
            let lock = try RunLock(folder: output)
            defer { withExtendedLifetime(lock) {} }
            let log = try SiteLog(output: output, level: config.output.zstdLevel)
            let known = SurveyStore(try history(), isRefreshing: isRefreshing)
            let fetcher = try Fetcher(settings.fetchSettings(config))
            defer { fetcher.close() }
            let isComplete = try await visit(fetcher, known, log, progress)
            try log.seal()
            return Outcome(counts: SurveyCounts(origins, known), isComplete: isComplete)
        }
    }

    /// What earlier runs found; nothing in a new folder.
    private func history() throws(ShardError) -> [SiteFile] {
        try SiteStore.isEmpty(output) ? [] : try SiteStore.read(output)
    }

    private func visit(
        _ fetcher: Fetcher, _ known: SurveyStore, _ log: SiteLog,
        _ progress: @escaping @Sendable (SurveyProgress) -> Void
    ) async throws -> Bool {
        let visitor = HostVisit(settings: settings, agent: agent, fetcher: fetcher, known: known)
        let hosts = Dictionary(grouping: origins) { $0.host }.sorted { $0.key < $1.key }
        var (rest, inFlight, done, files) = (hosts[...], 0, 0, 0)
        var lastCommit = ContinuousClock.now
        try await withThrowingTaskGroup(of: Result<[SiteFile], JobError>.self) { group in
            while true {
                while inFlight < settings.concurrency, !StopFlag.isRaised, let host = rest.popFirst() {
                    group.addTask {
                        do throws(JobError) { return .success(try await visitor.run(host.key, host.value)) } catch {
                            return .failure(error)
                        }
                    }
                    inFlight += 1
                }
                guard let result = try await group.next() else { return }
                let found = try result.get()
                for file in found { try log.append(file) }
                (inFlight, done, files) = (inFlight - 1, done + 1, files + found.count)
                if ContinuousClock.now - lastCommit >= .milliseconds(settings.flushInterval) {
                    try log.commit()
                    lastCommit = ContinuousClock.now
                }
                progress(SurveyProgress(hosts: done, hostCount: hosts.count, files: files, inFlight: inFlight))
            }
        }
        return rest.isEmpty && !StopFlag.isRaised
    }
}

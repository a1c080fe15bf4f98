internal import Canonical
internal import Foundation
internal import Frontier
internal import Provenance
internal import Rights
internal import Shards
internal import WebAddress

/// Leases what is due, lets tasks fetch it, writes what comes, commits every few seconds.
final class CrawlLoop: Sendable {
    private let settings: CrawlSettings
    private let inputs: InputSet
    private let frontier: Frontier
    private let log: SegmentLog
    private let blobs: String
    private let fetch: PageFetch

    init(
        settings: CrawlSettings, inputs: InputSet, frontier: Frontier, log: SegmentLog, output: String, fetch: PageFetch
    ) {
        self.settings = settings
        self.inputs = inputs
        self.frontier = frontier
        self.log = log
        self.fetch = fetch
        blobs = output + "/sites/blobs"
    }

    /// What changes while the loop runs; only the loop's own task touches it.
    private struct State {
        var inFlight = 0
        var captures = 0
        var counts = RunCounts()
        var hosts: Set<String> = []
        var lastCommit = ContinuousClock.now
        var idleSince: ContinuousClock.Instant?
        /// Origins whose robots.txt named these sitemaps: they may list URLs of that origin from anywhere.
        var sitemapVouchers: [String: Set<Origin>] = [:]
        /// Site files of this run, so that an origin is not asked twice between commits.
        var sites: [Origin: [SiteFile]] = [:]
    }

    private enum Event: Sendable {
        case done(Result<PageOutcome, JobError>)
        case tick
    }

    /// - Returns: False if it was stopped before nothing was due.
    func run(deadline: Duration?, progress: @Sendable (CrawlProgress) -> Void) async throws -> Bool {
        var state = State()
        try await begin()
        let end = deadline.map { ContinuousClock.now + $0 }
        var isComplete = true
        try await withThrowingTaskGroup(of: Event.self) { group in
            while true {
                let isStale = RegistryAge.isEnding(inputs.snapshot, ruleset: inputs.ruleset, now: Timestamp.now)
                let isStopping = isStale || StopFlag.isRaised || end.map { ContinuousClock.now >= $0 } ?? false
                if isStopping { isComplete = false } else { try await lease(&group, &state) }
                let limit = state.captures >= settings.maxCaptures
                if state.inFlight == 0 {
                    if isStopping || limit { break }
                    guard try await waitIsWorthwhile(&state) else { break }
                }
                group.addTask { await Self.tick() }
                try await takeEvents(&group, &state)
                try await commitIfDue(&state)
                progress(report(state))
            }
            group.cancelAll()
        }
        return isComplete
    }

    private static func tick() async -> Event {
        do { try await Task.sleep(for: .milliseconds(50)) } catch { return .tick }
        return .tick
    }

    /// Takes events until the tick just added comes back.
    private func takeEvents(
        _ group: inout ThrowingTaskGroup<Event, any Error>, _ state: inout State
    ) async throws {
        while let event = try await group.next() {
            guard case .done(let result) = event else { return }
            state.inFlight -= 1
            try await take(result.get(), &state)
            if !StopFlag.isRaised, state.inFlight < settings.concurrency / 2 { try await lease(&group, &state) }
        }
    }

    private func begin() async throws {
        let seeds = settings.seeds.map { FoundURL(url: $0, depth: 0, priority: 10) }
        let sitemaps = settings.sitemaps.map { FoundURL(url: $0, depth: 0, priority: 1) }
        var notes: [String: String] = [:]
        for url in settings.sitemaps { notes[CrawlNotes.sitemapKey(url)] = url.host }
        await log.add(seeds + sitemaps, notes: notes)
        try await log.commit()
    }

    private func lease(_ group: inout ThrowingTaskGroup<Event, any Error>, _ state: inout State) async throws {
        let room = min(settings.concurrency - state.inFlight, settings.maxCaptures - state.captures - state.inFlight)
        guard room > 0 else { return }
        for lease in try await frontier.lease(room, now: Timestamp.nowMilliseconds) {
            let order = try await order(lease, state)
            state.inFlight += 1
            state.idleSince = nil
            let fetch = fetch
            group.addTask {
                do throws(JobError) { return .done(.success(try await fetch.run(order))) } catch {
                    return .done(.failure(error))
                }
            }
        }
    }

    private func order(_ lease: Lease, _ state: State) async throws -> PageFetch.Order {
        let now = Timestamp.now
        let origin = lease.url.origin
        let stored = try await frontier.siteFiles(origin).compactMap { $0.siteFile(blobs: blobs) }
        let recent = state.sites[origin] ?? []
        let files = recent + stored.filter { entry in !recent.contains { $0.name == entry.name } }
        return PageFetch.Order(
            lease: lease, known: files.filter { $0.expires > now },
            via: CrawlNotes.hops(try await frontier.note(CrawlNotes.viaKey(lease.url))),
            isSitemap: try await frontier.note(CrawlNotes.sitemapKey(lease.url)) != nil)
    }

    private func take(_ outcome: PageOutcome, _ state: inout State) async throws {
        if let delay = outcome.crawlDelay {
            try await frontier.setCrawlDelay(Int64(min(delay, 86_400) * 1000), host: outcome.lease.host)
        }
        await frontier.finish(outcome.lease, outcome.report, at: Timestamp.nowMilliseconds)
        state.hosts.insert(outcome.lease.host)
        for file in outcome.newSiteFiles {
            state.sites[file.origin, default: []].removeAll { $0.name == file.name }
            state.sites[file.origin, default: []].append(file)
        }
        if let row = outcome.hostRefusal { state.counts.add(row, textBytes: nil) }
        if let row = outcome.row {
            if row.kind == .capture { state.captures += 1 }
            state.counts.add(row, textBytes: outcome.documentLine == nil ? nil : row.considered.document?.textBytes)
        }
        try await recallVouchers(outcome, &state)
        var finds = CrawlFinds(settings: settings, inputs: inputs)
        finds.take(outcome, vouchers: &state.sitemapVouchers)
        try await log.take(outcome, found: finds.urls, notes: finds.notes)
    }

    /// Whose robots.txt named a sitemap may have been learnt before a restart.
    private func recallVouchers(_ outcome: PageOutcome, _ state: inout State) async throws {
        let sitemap = outcome.lease.url
        let foreign = Set(outcome.listed.lazy.filter { $0.host != sitemap.host }.map(\.origin))
        for origin in foreign where !(state.sitemapVouchers[sitemap.text]?.contains(origin) ?? false) {
            guard try await frontier.note(CrawlNotes.voucherKey(sitemap, origin)) != nil else { continue }
            state.sitemapVouchers[sitemap.text, default: []].insert(origin)
        }
    }

    private func commitIfDue(_ state: inout State) async throws {
        let isOld = ContinuousClock.now - state.lastCommit >= .milliseconds(settings.flushInterval)
        let isIdle = state.inFlight == 0
        guard isOld || isIdle, await !log.pending.isEmpty else {
            if await log.pendingBytes >= settings.flushBytes { try await commit(&state) }
            return
        }
        try await commit(&state)
    }

    private func commit(_ state: inout State) async throws {
        try await log.commit()
        state.lastCommit = ContinuousClock.now
        state.sites.removeAll()
    }

    /// Whether another URL is due within the settings' wait; commits first, since links found may be due at once.
    private func waitIsWorthwhile(_ state: inout State) async throws -> Bool {
        if await !log.pending.isEmpty {
            try await commit(&state)
            return true
        }
        guard let next = try await frontier.nextReady() else { return false }
        return next - Timestamp.nowMilliseconds <= Int64(settings.wait)
    }

    private func report(_ state: State) -> CrawlProgress {
        CrawlProgress(
            captures: state.captures, documents: state.counts.documents, inFlight: state.inFlight,
            hosts: state.hosts.count, counts: state.counts)
    }
}

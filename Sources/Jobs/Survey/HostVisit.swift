internal import Canonical
internal import Frontier
internal import Provenance
internal import Rights
internal import Transfer
internal import WebAddress

/// Surveys the origins of one host, one after the other.
struct HostVisit: Sendable {
    private let settings: CrawlSettings
    private let agent: ProductToken
    private let known: SurveyStore
    private let gate: SurveyGate
    private let named: NamedFetch
    private let desk: DocumentDesk

    init(settings: CrawlSettings, agent: ProductToken, fetcher: Fetcher, known: SurveyStore) {
        self.settings = settings
        self.agent = agent
        self.known = known
        gate = SurveyGate(delay: Int64(settings.delay))
        named = NamedFetch(fetch: SiteFileFetch(fetcher: fetcher), agent: agent) { (origin) throws(JobError) in
            known.atHand(origin, now: Timestamp.now)
        }
        desk = DocumentDesk(gate: gate, named: named, patience: Int64(settings.totalTimeout))
    }

    /// - Returns: What was fetched, of these origins and of those that had to be asked for their documents.
    func run(_ host: String, _ origins: [Origin]) async throws(JobError) -> [SiteFile] {
        guard try await enter(host) else { return [] }
        var fetched: [SiteFile] = []
        var report = HostReport.untouched
        for origin in origins.sorted() where !StopFlag.isRaised {
            if report != .untouched { try await Pause.sleep(settings.delay) }
            var visit = SiteVisit(
                origin, agent: agent, desk: desk, named: named, delay: settings.delay,
                longestDelay: settings.longestCrawlDelay, isStoppable: true,
                known: known.atHand(origin, now: Timestamp.now))
            try await visit.run()
            known.take(visit.fetched)
            fetched += visit.fetched
            if visit.requests > 0 { report = visit.isSlowDown ? .slowDown(retryAfter: nil) : .answered }
        }
        await gate.giveBack(host, report, at: Timestamp.nowMilliseconds)
        return fetched
    }

    /// Waits for the right to speak to the host; false if the run is to stop.
    private func enter(_ host: String) async throws(JobError) -> Bool {
        while !StopFlag.isRaised {
            if case .granted = await gate.borrow(host, now: Timestamp.nowMilliseconds) { return true }
            try await Pause.sleep(50)
        }
        return false
    }
}

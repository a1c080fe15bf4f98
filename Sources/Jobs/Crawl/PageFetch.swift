internal import Archive
internal import Canonical
internal import Frontier
internal import Markup
internal import Provenance
internal import Rights
internal import Shards
internal import Transfer
internal import WebAddress

/// Takes one lease from its URL to finished rows and records: site files first, then the page, each request judged.
struct PageFetch: Sendable {
    let fetcher: Fetcher
    let desk: DocumentDesk
    let named: NamedFetch
    let judge: CaptureJudge
    let readers: ReaderPool
    let settings: CrawlSettings
    let limits: LimitSettings
    let archive: OutputSettings

    /// What is known of the lease when it starts.
    struct Order: Sendable {
        let lease: Lease
        /// The origin's cached site files that have not expired.
        let known: [SiteFile]
        /// The hops of the redirects that led to the URL.
        let via: [Hop]
        let isSitemap: Bool
    }

    func run(_ order: Order) async throws(JobError) -> PageOutcome {
        var outcome = PageOutcome(lease: order.lease)
        let url = order.lease.url
        let site = try await site(order, &outcome)
        let at = Timestamp.now
        let (considered, decision) = judge.beforeFetch(
            url, hops: order.via, site: site.rules, at: max(judge.inputs.at, at))
        guard decision.verdict.admits else {
            refuse(order, considered, decision, site, &outcome)
            return outcome
        }
        let asked = site.rules.robotsFile?.verdict(agent: judge.inputs.agent, pathAndQuery: url.pathAndQuery).crawlDelay
        outcome.crawlDelay = asked
        let pause = delay(order.lease, asked)
        if outcome.requests > 0 { try await Pause.sleep(pause) }
        outcome.requests += 1
        let response: FetchedResponse
        do {
            response = try await fetch(order, site)
        } catch {
            outcome.fail("\(error)", considered: considered, settings: settings, judge: judge, site: site)
            return outcome
        }
        try finish(order, response, site, &outcome)
        return outcome
    }

    /// Milliseconds until the next request to a host, with the Crawl-delay its robots.txt has just asked for.
    private func delay(_ lease: Lease, _ asked: Double?) -> Int {
        let wish = min(Int((asked ?? 0) * 1000), settings.longestCrawlDelay)
        return max(Int(lease.delay), wish)
    }

    /// The origin's site files: cached ones, and those fetched now because none or an old one was at hand.
    private func site(_ order: Order, _ outcome: inout PageOutcome) async throws(JobError) -> SiteEvidenceBox {
        var visit = SiteVisit(
            order.lease.url.origin, agent: judge.inputs.agent, desk: desk, named: named, delay: Int(order.lease.delay),
            longestDelay: 0, isStoppable: false, known: order.known)
        try await visit.run()
        outcome.requests += visit.requests
        outcome.records += visit.records
        outcome.newSiteFiles += visit.fetched
        let box = SiteEvidenceBox(visit.files)
        outcome.siteFiles = box.rules.files + visit.fetched
        return box
    }

    private func refuse(
        _ order: Order, _ considered: Considered, _ decision: Decision, _ site: SiteEvidenceBox,
        _ outcome: inout PageOutcome
    ) {
        let reason = decision.packs.first { $0.verdict == decision.verdict }?.reasons.first ?? decision.verdict.rawValue
        if let host = hostRefusal(order, considered, site, decision.at) {
            outcome.hostRefusal = host
        } else {
            outcome.row = judge.refusal(considered, decision)
        }
        outcome.report = outcome.requests > 0 ? .answered : .untouched
        let isUnreachable = site.files.contains { $0.kind == .robots && $0.outcome == .unreachable }
        let later = isUnreachable ? site.files.map(\.expires.seconds).min().map { $0 * 1000 } : nil
        outcome.result = .refused(reason: reason, again: later)
        if isUnreachable { outcome.report = .failed }
    }

    /// The row of the whole host, where robots.txt refuses all of it and nothing else is to be said of this URL.
    private func hostRefusal(
        _ order: Order, _ considered: Considered, _ site: SiteEvidenceBox, _ at: Timestamp
    ) -> EvidenceRow? {
        guard order.via.isEmpty, site.rules.robotsFile?.refusesAll(judge.inputs.agent) == true,
            considered.registry == .notAsked || considered.registry == .matches([]),
            let root = order.lease.url.origin.resolve("/").canonical
        else { return nil }
        let (whole, decision) = judge.beforeFetch(root, hops: [], site: site.rules, at: at)
        guard !decision.verdict.admits else { return nil }
        let row = judge.refusal(whole, decision)
        return EvidenceRow(id: row.id, kind: .hostRefused(count: 1), considered: whole, decisions: row.decisions)
    }

    private func fetch(_ order: Order, _ site: SiteEvidenceBox) async throws(TransferError) -> FetchedResponse {
        var headers: [HeaderField] = []
        if let last = order.lease.last {
            if let etag = last.etag { headers.append(HeaderField("If-None-Match", etag)) }
            if let date = last.lastModified { headers.append(HeaderField("If-Modified-Since", date)) }
        }
        let limit = order.isSitemap ? SitemapLimits.bytes : limits.bodyBytes
        let request = FetchRequest(url: order.lease.url, headers: headers, bodyLimit: limit)
        let (judge, decoded) = (judge, order.isSitemap ? SitemapLimits.bytes : limits.decodedBytes)
        return try await fetcher.fetch(request) { head in
            let fields = head.fields.map { (name: $0.name, value: $0.value) }
            let seen = TakenCapture(
                id: "", url: request.url, hops: order.via + [Hop(url: request.url.text, status: head.status)],
                status: head.status, headers: fields, fetched: Timestamp.now, body: [], bodyState: .whole,
                payloadDigest: nil, payloadBytes: 0, trouble: "")
            let at = max(judge.inputs.at, seen.fetched)
            let (_, decision) = judge.onHeaders(seen, site: site.evidence, at: at)
            guard decision.verdict.admits else {
                return .refuse(reason: decision.packs.flatMap(\.reasons).first ?? decision.verdict.rawValue)
            }
            return .take(limit: nil, meter: DecodedMeter(headers: fields, limit: decoded))
        }
    }

    private func finish(
        _ order: Order, _ response: FetchedResponse, _ site: SiteEvidenceBox, _ outcome: inout PageOutcome
    ) throws(JobError) {
        let lease = order.lease
        let original = lease.last.flatMap { last in
            last.recordID.map {
                WARCDraft.Original(
                    recordID: $0, targetURI: lease.url.text, date: Timestamp(seconds: last.fetched / 1000))
            }
        }
        let record = CaptureRecord(
            response: response, via: order.via,
            decodedLimit: order.isSitemap ? SitemapLimits.bytes : limits.decodedBytes, original: original,
            isSitemap: order.isSitemap)
        // Links from the deepest pages are never followed.
        let considered = try readers.consider(record.taken, site: site, wantsLinks: lease.depth < settings.depth)
        outcome.row = considered.row
        outcome.evidenceLine = considered.evidenceLine
        outcome.documentLine = considered.documentLine
        outcome.records += try record.encode(
            keepPayload: keeps(considered.row.verdict), level: archive.warcLevel)
        settle(record.taken, response, &outcome)
        if order.isSitemap {
            outcome.readSitemap(record.taken)
        } else {
            outcome.links = considered.links
        }
    }

    private func keeps(_ verdict: Verdict) -> Bool {
        switch archive.keep {
        // What is to be removed wherever it is, is not stored in the first place.
        case .all: verdict < .purge
        case .held: verdict <= .hold
        case .usable: verdict.admits
        }
    }

    /// What the frontier learns of the URL and its host.
    private func settle(_ taken: TakenCapture, _ response: FetchedResponse, _ outcome: inout PageOutcome) {
        let lease = outcome.lease
        let capture = LastCapture(
            fetched: taken.fetched.seconds * 1000, status: taken.status, etag: taken.header("etag"),
            lastModified: taken.header("last-modified"), payload: taken.payloadDigest ?? lease.last?.payload,
            recordID: taken.status == 304 ? lease.last?.recordID : taken.id)
        switch taken.status {
        case 429, 503:
            let wait = RetryAfter.milliseconds(taken.header("retry-after"), now: Timestamp.nowMilliseconds)
            outcome.report = .slowDown(retryAfter: wait)
            outcome.result =
                lease.failures < settings.retries
                ? .retry(at: Timestamp.nowMilliseconds + (wait ?? Int64(settings.delay)))
                : .dropped(reason: "status \(taken.status), \(lease.failures + 1) times")
        case 500...599 where lease.failures < settings.retries:
            outcome.report = .failed
            outcome.result = .retry(at: Timestamp.nowMilliseconds + Int64(settings.delay))
        default:
            outcome.report = .answered
            let changed = taken.status != 304 && taken.payloadDigest != lease.last?.payload
            outcome.result = .captured(capture, changed: changed)
        }
        outcome.redirect = taken.redirectTarget.map { ($0, taken.hops) }
    }
}

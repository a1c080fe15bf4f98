internal import Archive
internal import Canonical
internal import Frontier
internal import Markup
internal import Provenance
internal import Shards
internal import WebAddress

/// Everything that came of one lease, for the loop to write and commit.
struct PageOutcome: Sendable {
    let lease: Lease
    var row: EvidenceRow?
    /// The row's line where the reader made it already.
    var evidenceLine: [UInt8]?
    var documentLine: [UInt8]?
    /// In place of a row of the URL: that of its host, which stands for this one URL more.
    var hostRefusal: EvidenceRow?
    /// Gzip members, site files' first.
    var records: [[UInt8]] = []
    /// The site files the decision rested on.
    var siteFiles: [SiteFile] = []
    /// Those of them fetched for this lease.
    var newSiteFiles: [SiteFile] = []
    var links: [String] = []
    /// URLs of a sitemap, and sitemaps an index names.
    var listed: [CanonicalURL] = []
    var listedSitemaps: [CanonicalURL] = []
    var redirect: (CanonicalURL, [Hop])?
    /// Seconds that the host's robots.txt asks for between requests; nil if it was not read or asks for none.
    var crawlDelay: Double?
    var result: URLUpdate.Result = .dropped(reason: "nothing was tried")
    var report: HostReport = .untouched
    /// Requests sent to the host so far.
    var requests = 0

    init(lease: Lease) { self.lease = lease }

    /// A request that brought no answer: tried again a few times, then given up with a row that says so.
    mutating func fail(
        _ words: String, considered: Considered, settings: CrawlSettings, judge: CaptureJudge, site: SiteEvidenceBox
    ) {
        report = .failed
        let now = Timestamp.nowMilliseconds
        guard lease.failures >= settings.retries else {
            result = .retry(at: now + Int64(settings.delay))
            return
        }
        result = .dropped(reason: String(words.prefix(200)))
        var unreached = considered
        unreached.access = .unavailable
        let decision = judge.decide(unreached, .use, max(judge.inputs.at, Timestamp.now))
        row = judge.refusal(unreached, decision, trouble: "could not be reached: " + words.prefix(300))
    }

    /// Takes the URLs of a sitemap. Those before a fault count; the fault is noted on the row.
    mutating func readSitemap(_ capture: TakenCapture) {
        guard capture.bodyState == .whole else { return }
        let body = Sitemap.inflate(capture.body)
        let reading = Sitemap.read(body)
        listed = reading.pages
        listedSitemaps = reading.sitemaps
        if !reading.fault.isEmpty, let row {
            self.row = EvidenceRow(
                id: row.id, kind: row.kind, considered: row.considered, decisions: row.decisions,
                trouble: [row.trouble, "sitemap: " + reading.fault].filter { !$0.isEmpty }.joined(separator: "; "))
            evidenceLine = nil
        }
    }
}

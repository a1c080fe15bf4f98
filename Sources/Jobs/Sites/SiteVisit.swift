internal import Canonical
internal import Provenance
internal import Rights
internal import WebAddress

/// Brings together the site files of an origin: those at hand, and the others fetched in order and politely.
///
/// robots.txt binds the other files: what it keeps from us was not looked for, which no pack takes for absent.
struct SiteVisit: Sendable {
    /// RSL documents fetched for one origin at most; those beyond were not looked for.
    static let maximumDocuments = 8
    /// Policies fetched for one origin at most.
    static let maximumPolicies = 4
    private static let order: [SiteFileKind] = [.robots, .tdmrep, .trustTxt, .trustTxtWellKnown, .aiTxt]

    let origin: Origin
    let agent: ProductToken
    let desk: DocumentDesk
    let named: NamedFetch
    /// Milliseconds between two requests to the host, unless its robots.txt asks for more.
    let delay: Int
    /// The most that a Crawl-delay is obeyed to between site files; 0 leaves it to the pages that follow.
    let longestDelay: Int
    /// Whether it ends early when the run is to stop.
    let isStoppable: Bool

    private(set) var files: [SiteFile]
    /// Those of them fetched now, and robots.txt files of other origins that had to be asked first.
    private(set) var fetched: [SiteFile] = []
    private(set) var records: [[UInt8]] = []
    /// Requests sent to the origin's own host.
    private(set) var requests = 0
    /// The host is not to be asked for anything more now.
    private(set) var isOver = false
    private(set) var isSlowDown = false

    /// - Parameter known: the origin's site files at hand that have not expired.
    init(
        _ origin: Origin, agent: ProductToken, desk: DocumentDesk, named: NamedFetch, delay: Int, longestDelay: Int,
        isStoppable: Bool, known: [SiteFile]
    ) {
        self.origin = origin
        self.agent = agent
        self.desk = desk
        self.named = named
        self.delay = delay
        self.longestDelay = longestDelay
        self.isStoppable = isStoppable
        files = known
    }

    mutating func run() async throws(JobError) {
        for kind in Self.order where !has(SiteFileName(kind)) {
            guard let url = kind.url(at: origin), mayAsk(kind, url) else { continue }
            take(try await named.fetch.fetch(SiteFileName(kind), at: url, of: origin, delay: try await pause()))
            // Nothing may be asked of a host whose robots.txt nobody could read.
            if kind == .robots, files.last?.outcome == .unreachable { isOver = true }
        }
        let robots = files.last { $0.kind == .robots && $0.outcome == .found }.map { RobotsFile.parse($0.body) }
        try await visit(robots?.rslURLs(for: agent) ?? [], .rsl, atMost: Self.maximumDocuments)
        try await visit(SiteRules(files).tdmrepFile?.policies ?? [], .tdmPolicy, atMost: Self.maximumPolicies)
    }

    /// Milliseconds between two requests, with the Crawl-delay that robots.txt asks for.
    var wait: Int {
        let robots = files.last { $0.kind == .robots && $0.outcome == .found }
        guard let robots, let asked = RobotsFile.parse(robots.body).verdict(agent: agent, pathAndQuery: "/").crawlDelay
        else { return delay }
        return max(delay, min(Int(min(asked, 86_400) * 1000), longestDelay))
    }

    private func has(_ name: SiteFileName) -> Bool { files.contains { $0.name == name } }

    private func mayAsk(_ kind: SiteFileKind, _ url: CanonicalURL) -> Bool {
        if isOver || (isStoppable && StopFlag.isRaised) { return false }
        if kind == .robots { return true }
        // A second place for trust.txt is only asked where the first has none.
        if kind == .trustTxtWellKnown, isTrustFileThere { return false }
        return NamedFetch.allows(url, files, agent)
    }

    /// Whether `/trust.txt` is there and no error page.
    private var isTrustFileThere: Bool {
        guard let file = files.last(where: { $0.kind == .trustTxt }), file.outcome == .found else { return false }
        return file.body.first { $0 > 0x20 } != UInt8(ascii: "<")
    }

    /// Waits if the host was asked before.
    ///
    /// - Returns: The time waited between requests.
    private func pause() async throws(JobError) -> Int {
        let wait = wait
        if requests > 0 { try await Pause.sleep(wait) }
        return wait
    }

    private mutating func visit(_ urls: [CanonicalURL], _ kind: SiteFileKind, atMost limit: Int) async throws(JobError)
    {
        for url in urls.prefix(limit) {
            let name = SiteFileName(kind, asked: url.text)
            if has(name) || isOver || (isStoppable && StopFlag.isRaised) { continue }
            if url.origin == origin {
                guard NamedFetch.allows(url, files, agent) else { continue }
                take(try await named.fetch.fetch(name, at: url, of: origin, delay: try await pause()))
            } else if url.host == origin.host {
                // Another port or scheme of the host we hold.
                take(try await named.run(name, at: url, of: origin, delay: try await pause()), isOwn: true)
            } else {
                take(try await desk.document(name, at: url, of: origin, delay: delay), isOwn: false)
            }
        }
    }

    private mutating func take(_ outcome: NamedFetch.Outcome, isOwn: Bool) {
        if let robots = outcome.robots {
            records += robots.records
            fetched.append(robots.file)
            if isOwn { requests += robots.file.hops.count }
        }
        guard let found = outcome.document else { return }
        records += found.records
        fetched.append(found.file)
        files.append(found.file)
        if isOwn { requests += found.file.hops.count }
    }

    private mutating func take(_ found: SiteFileFetch.Found) {
        requests += max(1, found.file.hops.count)
        records += found.records
        fetched.append(found.file)
        files.append(found.file)
        if found.isSlowDown { isSlowDown = true }
        if found.isSlowDown || found.isSilent { isOver = true }
    }
}

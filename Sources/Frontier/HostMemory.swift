internal import GRDB

/// What is known in memory of a host since the last commit.
struct HostMemory {
    /// Nil until the host has a row.
    var id: Int64?
    let name: String
    var nextAllowed: Int64 = 0
    var crawlDelay: Int64?
    var failures = 0
    var captures = 0
    var closed: String?
    var isBusy = false
    /// The clock or the failures differ from the row's.
    var isDirty = false
    /// URLs leased whose result is not committed yet; the table still shows them as due.
    var taken: Set<Int64> = []
    /// The next URLs, first one last.
    var window: [Candidate] = []
    /// Where it stands in the heap; nil if it does not.
    var readyAt: Int64?

    init(name: String) { self.name = name }

    init(_ row: Row) {
        id = row["id"]
        name = row["name"]
        nextAllowed = row["next_allowed"]
        crawlDelay = row["crawl_delay"]
        failures = row["failures"]
        captures = row["captures"]
        closed = row["closed"]
    }

    /// Milliseconds between two requests.
    func delay(_ settings: FrontierSettings) -> Int64 {
        max(settings.delay, min(crawlDelay ?? 0, settings.longestCrawlDelay))
    }

    /// Moves the clock on after requests that ended at `at`.
    mutating func note(_ report: HostReport, at: Int64, _ settings: FrontierSettings) {
        guard report != .untouched else { return }
        isDirty = true
        failures = report == .answered ? 0 : failures + 1
        let backoff = Backoff.wait(
            first: settings.backoff, longest: settings.longestBackoff, failures: failures, host: name,
            seed: settings.seed)
        var wait = max(delay(settings), backoff)
        if case .slowDown(let asked?) = report { wait = max(wait, min(asked, settings.longestRetryAfter)) }
        nextAllowed = max(nextAllowed, at + wait)
    }
}

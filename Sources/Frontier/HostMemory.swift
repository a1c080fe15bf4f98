internal import Canonical
internal import Foundation
internal import GRDB
internal import WebAddress

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

/// A URL that could be leased next.
struct Candidate {
    let id: Int64
    let url: CanonicalURL
    let depth: Int
    let priority: Int
    let foundOn: Int64?
    let failures: Int
    let last: LastCapture?

    /// - Throws: ``FrontierError`` with code `damaged`.
    init(_ row: Row) throws(FrontierError) {
        id = row["id"]
        let text: String = row["url"]
        do throws(WebURLError) {
            url = try CanonicalURL(text)
        } catch {
            throw FrontierError(.damaged, subject: text, words: error.description)
        }
        depth = row["depth"]
        priority = row["priority"]
        foundOn = row["found_on"]
        failures = row["failures"]
        last = try Self.last(row, text)
    }

    private static func last(_ row: Row, _ url: String) throws(FrontierError) -> LastCapture? {
        guard let fetched: Int64 = row["fetched"], let status: Int = row["status"] else { return nil }
        return LastCapture(
            fetched: fetched, status: status, etag: row["etag"], lastModified: row["last_modified"],
            payload: try StoredDigest.read(row["payload"] as Data?, subject: url), recordID: row["record_id"])
    }
}

/// A digest as the store keeps it: its 32 bytes.
enum StoredDigest {
    static func read(_ bytes: Data?, subject: String) throws(FrontierError) -> Digest? {
        guard let bytes else { return nil }
        guard let digest = Digest(bytes: bytes) else {
            throw FrontierError(.damaged, subject: subject, words: "a digest of \(bytes.count) bytes")
        }
        return digest
    }
}

internal import Foundation
internal import GRDB
internal import WebAddress

/// A URL that could be leased next. Its text is parsed when it is.
struct Candidate {
    let id: Int64
    let priority: Int
    let depth: Int
    private let row: Row

    init(_ row: Row) {
        id = row["id"]
        priority = row["priority"]
        depth = row["depth"]
        self.row = row
    }

    /// - Throws: ``FrontierError`` with code `damaged`.
    func lease(_ host: HostMemory, hostID: Int64, delay: Int64) throws(FrontierError) -> Lease {
        let text: String = row["url"]
        let url: CanonicalURL
        do throws(WebURLError) {
            url = try CanonicalURL(text)
        } catch {
            throw FrontierError(.damaged, subject: text, words: error.description)
        }
        return Lease(
            id: id, hostID: hostID, host: host.name, url: url, depth: depth, priority: priority,
            foundOn: row["found_on"], failures: row["failures"], last: try last(text), delay: delay)
    }

    private func last(_ url: String) throws(FrontierError) -> LastCapture? {
        guard let fetched: Int64 = row["fetched"], let status: Int = row["status"] else { return nil }
        return LastCapture(
            fetched: fetched, status: status, etag: row["etag"], lastModified: row["last_modified"],
            payload: try StoredDigest.read(row["payload"] as Data?, subject: url), recordID: row["record_id"])
    }
}

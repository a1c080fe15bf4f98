internal import Foundation
internal import GRDB
internal import WebAddress

/// A URL that could be leased next. Its text is parsed when it is.
struct Candidate {
    let id: Int64
    let priority: Int
    let depth: Int
    private let row: Row

    /// What a row has to hold, in the order of ``Column``: columns are found by place, since a million rows are read.
    static let columns = """
        id, priority, depth, url, found_on, failures, fetched, status, etag, last_modified, payload, record_id
        """

    private enum Column: Int {
        case id, priority, depth, url, foundOn, failures, fetched, status, etag, lastModified, payload, recordID
    }

    init(_ row: Row) {
        id = row[Column.id.rawValue]
        priority = row[Column.priority.rawValue]
        depth = row[Column.depth.rawValue]
        self.row = row
    }

    /// - Throws: ``FrontierError`` with code `damaged`.
    func lease(_ host: HostMemory, hostID: Int64, delay: Int64) throws(FrontierError) -> Lease {
        let text: String = row[Column.url.rawValue]
        let url: CanonicalURL
        do throws(WebURLError) {
            url = try CanonicalURL(text)
        } catch {
            throw FrontierError(.damaged, subject: text, words: error.description)
        }
        return Lease(
            id: id, hostID: hostID, host: host.name, url: url, depth: depth, priority: priority,
            foundOn: row[Column.foundOn.rawValue], failures: row[Column.failures.rawValue], last: try last(text),
            delay: delay)
    }

    private func last(_ url: String) throws(FrontierError) -> LastCapture? {
        guard let fetched: Int64 = row[Column.fetched.rawValue], let status: Int = row[Column.status.rawValue] else {
            return nil
        }
        return LastCapture(
            fetched: fetched, status: status, etag: row[Column.etag.rawValue],
            lastModified: row[Column.lastModified.rawValue],
            payload: try StoredDigest.read(row[Column.payload.rawValue] as Data?, subject: url),
            recordID: row[Column.recordID.rawValue])
    }
}

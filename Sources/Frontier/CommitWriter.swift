internal import Canonical
internal import Foundation
internal import GRDB
internal import WebAddress

/// Writes one commit's changes, inside its transaction.
struct CommitWriter {
    private struct HostRow {
        let id: Int64
        var urls: Int
    }

    let db: Database
    let settings: FrontierSettings
    private(set) var admissions: [Admission: Int] = [:]
    private var rows: [String: HostRow] = [:]
    private var touched: Set<Int64> = []
    private var moved: [URLState: Int] = [:]

    init(db: Database, settings: FrontierSettings) {
        self.db = db
        self.settings = settings
    }

    /// Writes a host's clock and failures.
    mutating func put(_ host: HostMemory) throws {
        let id = try row(host.name).id
        try run(
            "UPDATE host SET next_allowed = ?, failures = ?, crawl_delay = ? WHERE id = ?",
            [host.nextAllowed, host.failures, host.crawlDelay, id])
        touched.insert(id)
    }

    mutating func setClosed(_ host: String, _ reason: String?) throws {
        let id = try row(host).id
        try run("UPDATE host SET closed = ? WHERE id = ?", [reason, id])
        touched.insert(id)
    }

    func setNote(_ key: String, _ value: String) throws {
        try run("INSERT INTO note VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", [key, value])
    }

    mutating func apply(_ update: URLUpdate) throws {
        let statement = try db.cachedStatement(sql: "SELECT state, interval FROM url WHERE id = ? AND host = ?")
        let row = try Row.fetchOne(statement, arguments: [update.id, update.hostID])
        guard let row, let old = URLState(rawValue: row[0]) else {
            throw FrontierError(.contradiction, subject: "URL \(update.id)", words: "no such URL of that host")
        }
        let new = try write(update, after: row[1])
        moved[old, default: 0] -= 1
        moved[new, default: 0] += 1
        touched.insert(update.hostID)
    }

    private func write(_ update: URLUpdate, after interval: Int64?) throws -> URLState {
        switch update.result {
        case .captured(let last, let changed):
            let interval = settings.recrawl?.interval(after: interval, changed: changed)
            let state: URLState = interval == nil ? .done : .scheduled
            try run(
                """
                UPDATE url SET state = ?, due = ?, failures = 0, reason = NULL, fetched = ?, status = ?, etag = ?,
                last_modified = ?, payload = ?, record_id = ?, interval = ? WHERE id = ?
                """,
                [
                    state.rawValue, interval.map { update.at + $0 }, last.fetched, last.status, last.etag,
                    last.lastModified, last.payload.map { Data($0.bytes) }, last.recordID, interval, update.id,
                ])
            try run("UPDATE host SET captures = captures + 1 WHERE id = ?", [update.hostID])
            return state
        case .refused(let reason, let again):
            return try move(update, again == nil ? .refused : .scheduled, due: again, reason: reason, failed: 0)
        case .retry(let at): return try move(update, .scheduled, due: at, reason: nil, failed: 1)
        case .dropped(let reason): return try move(update, .dropped, due: nil, reason: reason, failed: 1)
        }
    }

    private func move(_ update: URLUpdate, _ state: URLState, due: Int64?, reason: String?, failed: Int) throws
        -> URLState
    {
        try run(
            "UPDATE url SET state = ?, due = ?, reason = ?, failures = failures + ? WHERE id = ?",
            [state.rawValue, due, reason, failed, update.id])
        return state
    }
}

extension CommitWriter {
    mutating func admit(_ found: FoundURL) throws {
        admissions[try admission(found), default: 0] += 1
    }

    private mutating func admission(_ found: FoundURL) throws -> Admission {
        if let objection = Admission.objection(to: found, settings) { return objection }
        let known = try db.cachedStatement(sql: "SELECT 1 FROM url WHERE url = ?")
        guard try Int.fetchOne(known, arguments: [found.url.text]) == nil else { return .known }
        let host = try row(found.url.host)
        guard host.urls < settings.urlsPerHost else { return .hostFull }
        if found.url.url.query != nil, try !countQuery(found.url, host.id) { return .tooManyQueries }
        try run(
            "INSERT INTO url(url, host, state, priority, depth, found_on) VALUES (?, ?, 0, ?, ?, ?)",
            [found.url.text, host.id, found.priority, found.depth, found.foundOn])
        rows[found.url.host]?.urls += 1
        moved[.queued, default: 0] += 1
        touched.insert(host.id)
        return .taken
    }

    /// - Returns: Whether the path may have one query more; it is then counted.
    private func countQuery(_ url: CanonicalURL, _ host: Int64) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT count FROM path_queries WHERE host = ? AND path = ?")
        let count = try Int.fetchOne(statement, arguments: [host, url.url.path]) ?? 0
        guard count < settings.queriesPerPath else { return false }
        try run(
            "INSERT INTO path_queries VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
            [host, url.url.path])
        return true
    }

    private mutating func row(_ name: String) throws -> HostRow {
        if let row = rows[name] { return row }
        let statement = try db.cachedStatement(sql: "SELECT id, urls FROM host WHERE name = ?")
        if let found = try Row.fetchOne(statement, arguments: [name]) {
            let row = HostRow(id: found[0], urls: found[1])
            rows[name] = row
            return row
        }
        try run("INSERT INTO host(name) VALUES (?)", [name])
        let row = HostRow(id: db.lastInsertedRowID, urls: 0)
        rows[name] = row
        return row
    }

    /// Writes the counts, and when each touched host will be ready.
    func finish() throws {
        for row in rows.values { try run("UPDATE host SET urls = ? WHERE id = ?", [row.urls, row.id]) }
        for id in touched.sorted() { try setReady(id) }
        for (state, change) in moved where change != 0 {
            try run("UPDATE tally SET count = count + ? WHERE state = ?", [change, state.rawValue])
        }
    }

    private func setReady(_ id: Int64) throws {
        let queued = try db.cachedStatement(sql: "SELECT 1 FROM url WHERE host = ? AND state = 0 LIMIT 1")
        let scheduled = try db.cachedStatement(sql: "SELECT min(due) FROM url WHERE host = ? AND state = 1")
        var due: Int64?
        if try Int.fetchOne(queued, arguments: [id]) != nil {
            due = 0
        } else {
            due = try Int64.fetchOne(scheduled, arguments: [id])
        }
        try run(
            """
            UPDATE host SET ready_at = CASE WHEN closed IS NULL AND captures < ?2 THEN max(next_allowed, ?1) END
            WHERE id = ?3
            """, [due, settings.capturesPerHost, id])
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

internal import Canonical
internal import Foundation
internal import GRDB
internal import WebAddress

/// The row of one site file.
enum SiteFileRow {
    static func put(_ file: SiteFileEntry, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO site_file(origin, kind, asked, outcome, reason, digest, content_type, is_cut, hops,
                    fetched, expires, etag, last_modified) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            file.origin.description, file.kind, file.asked, file.outcome, file.reason,
            file.digest.map { Data($0.bytes) },
            file.contentType, file.isCut, file.hops.map { "\($0.status) \($0.url)" }.joined(separator: "\n"),
            file.fetched.seconds, file.expires.seconds, file.etag, file.lastModified,
        ])
    }

    static func read(_ row: Row, _ origin: Origin) throws -> SiteFileEntry {
        let bytes: Data? = row["digest"]
        let hops: String = row["hops"]
        return SiteFileEntry(
            origin: origin, kind: row["kind"], asked: row["asked"], outcome: row["outcome"], reason: row["reason"],
            digest: try StoredDigest.read(bytes, subject: origin.description), contentType: row["content_type"],
            isCut: row["is_cut"], hops: try hops.split(separator: "\n").map { try hop($0, origin) },
            fetched: Timestamp(seconds: row["fetched"]), expires: Timestamp(seconds: row["expires"]),
            etag: row["etag"], lastModified: row["last_modified"])
    }

    private static func hop(_ line: Substring, _ origin: Origin) throws -> SiteFileEntry.Hop {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let status = Int(parts[0]) else {
            throw FrontierError(.damaged, subject: origin.description, words: "a hop reads \"\(line)\"")
        }
        return SiteFileEntry.Hop(url: String(parts[1]), status: status)
    }
}

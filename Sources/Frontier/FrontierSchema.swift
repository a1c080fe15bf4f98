internal import GRDB

/// The store's tables, by version. A released step never changes; a new one is added behind it.
enum FrontierSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in try db.execute(sql: first) }
        migrator.registerMigration("2") { db in try db.execute(sql: second) }
        return migrator
    }

    /// Times are milliseconds since 1970. `url.state` is a ``URLState``. The text of a URL is its key: links of one
    /// host stand together in its index, so that a page's links touch few pages of it.
    private static let first = """
        CREATE TABLE host(
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, next_allowed INTEGER NOT NULL DEFAULT 0,
            ready_at INTEGER, crawl_delay INTEGER, failures INTEGER NOT NULL DEFAULT 0,
            urls INTEGER NOT NULL DEFAULT 0, captures INTEGER NOT NULL DEFAULT 0, closed TEXT);
        CREATE INDEX host_ready ON host(ready_at, id) WHERE ready_at IS NOT NULL;
        CREATE TABLE url(
            id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, host INTEGER NOT NULL, state INTEGER NOT NULL,
            due INTEGER, priority INTEGER NOT NULL, depth INTEGER NOT NULL, found_on INTEGER,
            failures INTEGER NOT NULL DEFAULT 0, reason TEXT, fetched INTEGER, status INTEGER, etag TEXT,
            last_modified TEXT, payload BLOB, record_id TEXT, interval INTEGER);
        CREATE INDEX url_queued ON url(host, priority, depth, id) WHERE state = 0;
        CREATE INDEX url_scheduled ON url(host, due) WHERE state = 1;
        CREATE TABLE path_queries(
            host INTEGER NOT NULL, path TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY(host, path)) WITHOUT ROWID;
        CREATE TABLE site_file(
            origin TEXT NOT NULL, kind TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, digest BLOB,
            content_type TEXT NOT NULL, is_cut INTEGER NOT NULL, hops TEXT NOT NULL, fetched INTEGER NOT NULL,
            expires INTEGER NOT NULL, etag TEXT, last_modified TEXT, PRIMARY KEY(origin, kind)) WITHOUT ROWID;
        CREATE TABLE segment(number INTEGER PRIMARY KEY, state TEXT NOT NULL);
        CREATE TABLE segment_file(
            segment INTEGER NOT NULL, name TEXT NOT NULL, length INTEGER NOT NULL, digest BLOB,
            PRIMARY KEY(segment, name)) WITHOUT ROWID;
        CREATE TABLE note(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE tally(state INTEGER PRIMARY KEY, count INTEGER NOT NULL);
        INSERT INTO tally VALUES (0, 0), (1, 0), (2, 0), (3, 0), (4, 0);
        """

    /// Site files that another one names are told apart by the URL asked.
    private static let second = """
        ALTER TABLE site_file RENAME TO site_file_1;
        CREATE TABLE site_file(
            origin TEXT NOT NULL, kind TEXT NOT NULL, asked TEXT NOT NULL, outcome TEXT NOT NULL,
            reason TEXT NOT NULL, digest BLOB, content_type TEXT NOT NULL, is_cut INTEGER NOT NULL,
            hops TEXT NOT NULL, fetched INTEGER NOT NULL, expires INTEGER NOT NULL, etag TEXT, last_modified TEXT,
            PRIMARY KEY(origin, kind, asked)) WITHOUT ROWID;
        INSERT INTO site_file SELECT origin, kind, '', outcome, reason, digest, content_type, is_cut, hops, fetched,
            expires, etag, last_modified FROM site_file_1;
        DROP TABLE site_file_1;
        """
}

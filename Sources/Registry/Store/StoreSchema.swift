internal import GRDB

/// The tables of a registry store, and how they came to be.
///
/// `event` is the log and can only grow: triggers refuse all else. Everything that can be erased lies in `body`, `scope`
/// and `contact`.
enum StoreSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(
                sql: """
                    CREATE TABLE event(
                        place INTEGER PRIMARY KEY, subject TEXT NOT NULL, recorded INTEGER NOT NULL, line BLOB NOT NULL);
                    CREATE INDEX event_subject ON event(subject, place);
                    CREATE TRIGGER event_stays BEFORE UPDATE ON event
                        BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
                    CREATE TRIGGER event_remains BEFORE DELETE ON event
                        BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
                    CREATE TABLE body(
                        place INTEGER NOT NULL, part TEXT NOT NULL, salt BLOB NOT NULL, body BLOB NOT NULL,
                        PRIMARY KEY(place, part)) WITHOUT ROWID;
                    CREATE TABLE scope(objection TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, site TEXT NOT NULL);
                    CREATE INDEX scope_key ON scope(key, kind);
                    CREATE INDEX scope_site ON scope(site);
                    CREATE INDEX scope_objection ON scope(objection);
                    CREATE TABLE contact(mark BLOB NOT NULL, objection TEXT NOT NULL);
                    CREATE INDEX contact_mark ON contact(mark);
                    CREATE INDEX contact_objection ON contact(objection);
                    CREATE TABLE checkpoint(size INTEGER PRIMARY KEY, note TEXT NOT NULL);
                    CREATE TABLE refusal(day TEXT NOT NULL, code TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY(day, code));
                    CREATE TABLE setting(key TEXT PRIMARY KEY, value BLOB NOT NULL);
                    """)
        }
        migrator.registerMigration("2") { db in
            try db.execute(sql: "CREATE TABLE draft(notice TEXT PRIMARY KEY, content BLOB NOT NULL)")
        }
        migrator.registerMigration("3") { db in
            try db.execute(
                sql: """
                    CREATE TABLE nonce(
                        digest BLOB PRIMARY KEY, objection TEXT NOT NULL, host TEXT NOT NULL, due INTEGER NOT NULL,
                        used INTEGER) WITHOUT ROWID;
                    CREATE INDEX nonce_objection ON nonce(objection);
                    """)
        }
        migrator.registerMigration("links") { db in
            try db.execute(
                sql: """
                    CREATE TABLE link(
                        key BLOB PRIMARY KEY, form BLOB NOT NULL, token BLOB NOT NULL UNIQUE, objection TEXT NOT NULL)
                        WITHOUT ROWID;
                    ALTER TABLE nonce ADD COLUMN purpose TEXT NOT NULL DEFAULT 'standing';
                    """)
        }
        migrator.registerMigration("repertoire") { db in
            try db.execute(sql: "CREATE TABLE repertoire(place INTEGER PRIMARY KEY, content BLOB NOT NULL)")
        }
        migrator.registerMigration("repertoire-salt") { db in
            try db.execute(sql: "ALTER TABLE repertoire ADD COLUMN salt BLOB")
        }
        return migrator
    }
}

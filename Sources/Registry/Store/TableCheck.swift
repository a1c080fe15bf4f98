internal import Canonical
internal import Foundation
internal import GRDB

/// Tests what lies beside the log to find objections by: it must say what the log and the filings say. Where a row is gone or
/// another, a look-up would miss an objection that stands.
struct TableCheck {
    let db: Database
    let store: RegistryStore

    /// Tests the rows of a filing.
    ///
    /// - Parameter bodies: What is kept of the filing; nothing of what was erased.
    /// - Throws: ``RegistryError`` with code `damagedLog`.
    func run(_ event: RegistryEvent, _ bodies: [FieldGroup: (salt: [UInt8], body: [UInt8])]) throws {
        switch event.body {
        case .file, .adopt: break
        default: return
        }
        let scopes = try bodies[.scope].map { try ScopeBody.read($0.body, store.path) } ?? []
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT kind, key, site FROM scope WHERE objection = ?"), arguments: [event.subject]
        )
        let known = rows.map { "\($0["kind"] as String) \($0["key"] as String)" }.sorted()
        guard known == scopes.map({ "\($0.kind.rawValue) \($0.key)" }).sorted() else {
            throw damaged(event, "the rows it is looked up by are not those of its scope")
        }
        for row in rows {
            guard let kind = ScopeKind(rawValue: row["kind"]),
                Self.fits(row["site"], ObjectionScope(kind, key: row["key"]))
            else { throw damaged(event, "it is looked up at a site that is not that of its scope") }
        }
        guard case .file = event.body else { return }
        let marks = try Data.fetchAll(
            db.cachedStatement(sql: "SELECT mark FROM contact WHERE objection = ?"), arguments: [event.subject])
        let due = try bodies[.identity].map { [Data(try mark($0.body, event))] } ?? []
        guard marks == due else { throw damaged(event, "the mark of its contact is not that of who filed it") }
    }

    /// Whether a scope can lie at a site. What its registrable domain was, the list of the day of filing told.
    private static func fits(_ site: String, _ scope: ObjectionScope) -> Bool {
        guard scope.kind.hasHost else { return site.isEmpty }
        let host = scope.host
        // Stores of before have an address of IPv6 with its port there.
        let authority = scope.key.prefix { $0 != "/" }
        return !site.isEmpty && (host == site || host.hasSuffix("." + site) || authority == site)
    }

    private func mark(_ identity: [UInt8], _ event: RegistryEvent) throws -> [UInt8] {
        guard let contact = try JSONReader.read(identity)["contact"]?.string else {
            throw damaged(event, "its identity names no contact")
        }
        return store.mark(of: Objector(name: "", kind: .user, contact: contact))
    }

    private func damaged(_ event: RegistryEvent, _ reason: String) -> RegistryError {
        .damaged(store.path, event.index, reason)
    }

    /// Tests that no row is of an objection or a draft that the log does not know.
    func finish(size: Int) throws {
        for table in ["scope", "contact", "link", "nonce"] {
            let stray = try String.fetchOne(
                db,
                sql:
                    "SELECT objection FROM \(table) WHERE NOT EXISTS (SELECT 1 FROM event WHERE subject = objection) LIMIT 1"
            )
            if let stray {
                throw RegistryError.damaged(
                    store.path, size - 1, "the table \(table) names \(stray.prefix(80)), which the log does not know")
            }
        }
        let drafts = try Row.fetchCursor(db, sql: "SELECT notice, content FROM draft ORDER BY notice")
        while let row = try drafts.next() { try check(draft: row["notice"], row["content"], size) }
    }

    /// A draft is the text that the log has the digest of, last of all.
    private func check(draft notice: String, _ content: Data, _ size: Int) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT place, line FROM event WHERE subject = ? ORDER BY place DESC", arguments: [notice])
        while let row = try rows.next() {
            guard case .notice(.draft(let digest)) = try RegistryStore.event(row, store.path).body else { continue }
            if digest == Digest(of: Array(content)) { return }
            break
        }
        throw RegistryError.damaged(
            store.path, size - 1, "the draft of notice \(notice) is not the text that was written down")
    }
}

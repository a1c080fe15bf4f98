internal import Canonical
internal import Crypto
internal import Foundation
internal import GRDB
public import Ledger

extension RegistryStore {
    /// A keyed digest of a text for one use, 256 bits in base64url: only who has the store can make it.
    public func seal(_ text: String, for use: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("muniment/\(use)/v1\n\(text)".utf8), using: SymmetricKey(data: Data(secret)))
        return Data(code).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    /// The link of a form.
    ///
    /// - Parameter key: 128 random bits or more that came with the form, and come again when it is sent again.
    public func link(key: String, form: [UInt8]) -> FilingLink {
        FilingLink(key: key, form: form) { seal($0, for: "link") }
    }

    /// The objection that a link's token is for; nil if there is none.
    public func objection(linkedBy token: String) throws(RegistryError) -> String? {
        try read { db in
            try String.fetchOne(
                db, sql: "SELECT objection FROM link WHERE token = ?",
                arguments: [Data(FilingLink.mark(token).bytes)])
        }
    }

    /// The receipt of an objection, as it was given when it was filed.
    ///
    /// - Throws: ``RegistryError``; `notFound` if there is no such objection.
    public func receipt(of id: String, key: SigningKey) throws(RegistryError) -> Receipt {
        let event = try read { db in try firstEvent(of: id, db) }
        guard let event, case .file = event.body else {
            throw RegistryError(.notFound, file: path, reason: "there is no objection \(id) that was filed here")
        }
        do throws(LedgerError) { return try Receipt(event, key: key, origin: origin) } catch {
            throw RegistryError(.storage, file: path, reason: "\(error)")
        }
    }

    /// What became of a form that came before under the same key; nil if none did.
    func filed(_ link: FilingLink, _ db: Database) throws -> Result<RegistryEvent, FilingRefusal>? {
        let row = try Row.fetchOne(
            db, sql: "SELECT form, objection FROM link WHERE key = ?", arguments: [Data(link.key.bytes)])
        guard let row else { return nil }
        guard row["form"] == Data(link.form.bytes) else {
            return .failure(
                FilingRefusal(.duplicate, "another form was filed under this key; begin a new one to file this, too"))
        }
        return try firstEvent(of: row["objection"], db).map { .success($0) }
    }

    /// The event an objection began with; nil if there is none of the name.
    func firstEvent(of id: String, _ db: Database) throws -> RegistryEvent? {
        let row = try Row.fetchOne(
            db, sql: "SELECT place, line FROM event WHERE subject = ? ORDER BY place LIMIT 1", arguments: [id])
        return try row.map { try Self.event($0, path) }
    }

    func keep(_ link: FilingLink, of id: String, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO link VALUES (?, ?, ?, ?)",
            arguments: [
                Data(link.key.bytes), Data(link.form.bytes), Data(FilingLink.mark(link.token).bytes), id,
            ])
    }
}

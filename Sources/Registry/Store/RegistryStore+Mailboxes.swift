public import Canonical
internal import GRDB
public import WebAddress

extension RegistryStore {
    /// Codes that are mailed for one objection in a day: whoever has its link must not fill mailboxes of others.
    static let dailyCodes = 5

    /// The mail address an objection was filed with; nil if it was erased, or cannot be written to.
    public func contact(of id: String) throws(RegistryError) -> MailAddress? {
        try read { db in try contact(of: id, db) }
    }

    /// The sites of an objection, at each of which a mailbox shows standing (L1). Empty for one that lies on no host: its
    /// contact's mailbox shows it.
    public func mailSites(of id: String, suffixes: PublicSuffixList) throws(RegistryError) -> [String] {
        try read { db in try mailSites(of: id, suffixes, db) }
    }

    /// Makes a code to be sent to a mailbox, and told to nobody else.
    ///
    /// - Parameter address: Nil for the contact.
    /// - Returns: The code, or why this mailbox shows nothing of the objection.
    /// - Throws: ``RegistryError``; `notAllowed` for one that has ended.
    public func mailCode(
        _ id: String, to address: MailAddress? = nil, suffixes: PublicSuffixList, at: Timestamp
    ) throws(RegistryError) -> Result<StandingChallenge, FilingRefusal> {
        try change(at: at) { writer in
            let contact = try contact(of: id, writer.db)
            let sites = try mailSites(of: id, suffixes, writer.db)
            guard let address = address ?? contact else {
                return .failure(
                    FilingRefusal(
                        .badMailbox, "\(id) has no contact that can be written to; name a mailbox, or hand documents in"
                    ))
            }
            guard sites.isEmpty ? address == contact : sites.contains(address.site(suffixes)) else {
                let due =
                    sites.isEmpty ? "the contact it was filed with" : "an address at \(sites.joined(separator: ", "))"
                return .failure(FilingRefusal(.badMailbox, "\(address) shows nothing of \(id); \(due) does"))
            }
            guard try codesOfToday(id, writer) < Self.dailyCodes else {
                return .failure(
                    FilingRefusal(
                        .rateLimited, "\(Self.dailyCodes) codes were sent within a day; use one, or ask again later"))
            }
            return .success(try give(id, at: address.description, for: .mailbox, &writer))
        }
    }

    /// Takes a code back that was sent to a mailbox.
    ///
    /// Once one was handed back for every site, or for the contact of what lies on no host, L1 is shown, and the objection
    /// takes effect if that is enough.
    ///
    /// - Parameter code: As it was sent, or the part of it behind the `=`.
    /// - Returns: The life after it, or why it proves nothing.
    public func redeem(
        _ id: String, code: String, suffixes: PublicSuffixList, at: Timestamp
    ) throws(RegistryError) -> Result<ObjectionLife, FilingRefusal> {
        try change(at: at) { writer in
            let mark = NoncePurpose.mailbox.mark
            let text = code.contains(mark) ? code : mark + code.filter { !$0.isWhitespace }
            if let refusal = try use(id, code: text, writer) { return .failure(refusal) }
            let due = try mailSites(of: id, suffixes, writer.db)
            let shown = try addresses(of: id, "used IS NOT NULL", writer).map { $0.site(suffixes) }
            guard due.allSatisfy(shown.contains) else {
                guard let life = try fold(writer.db, id, until: nil).lives[id]?.at(at) else {
                    throw LifeFault("\(id) is gone")
                }
                return .success(life)
            }
            return .success(try prove(id, .mailbox, by: .mailbox, &writer))
        }
    }

    /// A code is good for the one address it was sent to.
    private func use(_ id: String, code: String, _ writer: LogWriter) throws -> FilingRefusal? {
        var refusal = FilingRefusal(
            .noProof, "no such code of \(id) was sent; copy the whole of it, or ask for a new one")
        for address in try addresses(of: id, "1", writer) {
            guard let why = try use(id, address.description, code, .mailbox, writer) else { return nil }
            if why.code != .noProof { refusal = why }
        }
        return refusal
    }

    private func addresses(of id: String, _ condition: String, _ writer: LogWriter) throws -> [MailAddress] {
        try String.fetchAll(
            writer.db, sql: "SELECT DISTINCT host FROM nonce WHERE objection = ? AND purpose = ? AND \(condition)",
            arguments: [id, NoncePurpose.mailbox.rawValue]
        ).compactMap { MailAddress($0) }
    }

    private func codesOfToday(_ id: String, _ writer: LogWriter) throws -> Int {
        let hours = try fold(writer.db, "", until: nil).rules.nonceHours
        let since = writer.at.adding(seconds: Int64(hours - 24) * 3600)
        return try Int.fetchOne(
            writer.db, sql: "SELECT count(*) FROM nonce WHERE objection = ? AND purpose = ? AND due > ?",
            arguments: [id, NoncePurpose.mailbox.rawValue, since.seconds]) ?? 0
    }

    private func mailSites(of id: String, _ suffixes: PublicSuffixList, _ db: Database) throws -> [String] {
        guard let (_, bytes) = try body(db, id, .scope) else {
            throw RegistryError(.notFound, file: path, reason: "there is no objection \(id), or its scope is erased")
        }
        return Set(try ScopeBody.read(bytes, path).map { $0.site(suffixes) }.filter { !$0.isEmpty }).sorted()
    }

    func contact(of id: String, _ db: Database) throws -> MailAddress? {
        guard let (_, bytes) = try body(db, id, .identity) else { return nil }
        return try JSONReader.read(bytes)["contact"]?.string.flatMap { MailAddress($0) }
    }
}

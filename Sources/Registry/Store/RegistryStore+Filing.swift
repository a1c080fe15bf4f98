public import Canonical
internal import Crypto
internal import Foundation
internal import GRDB
public import Ledger
internal import Provenance
public import WebAddress

extension RegistryStore {
    /// Takes an objection in: it blocks from now on, as far as its kind of scope does without proof.
    ///
    /// What passes goes on to the state in which its standing is awaited, in the same transaction; what somebody shall look
    /// at first stays `RECEIVED`, and blocks.
    ///
    /// - Parameter link: By what the same form is known when it is sent again: it is then filed once, and gets its receipt
    ///   again. In the transaction that takes it in, so that nothing is lost between the two.
    /// - Returns: The signed receipt, or why it was not taken. Of what is refused only a count is kept.
    /// - Throws: ``RegistryError``: `storage`, or `badValue` for a time before the last event's.
    public func file(
        _ filing: ObjectionFiling, forReview: Bool = false, link: FilingLink? = nil, suffixes: PublicSuffixList,
        key: SigningKey, at: Timestamp
    ) throws(RegistryError) -> Result<Receipt, FilingRefusal> {
        let taken = try change(at: at) { writer -> Result<RegistryEvent, FilingRefusal> in
            if let link, let known = try filed(link, writer.db) { return known }
            let rules = try fold(writer.db, "", until: nil).rules
            let screening = Screening(db: writer.db, store: self, suffixes: suffixes, rules: rules, at: at)
            switch try screening.run(filing) {
            case .failure(let refusal):
                try count(refusal.code, writer)
                return .failure(refusal)
            case .success(let outcome):
                let event = try take(filing, outcome, suffixes, forReview, &writer)
                if let link { try keep(link, of: event.subject, writer.db) }
                return .success(event)
            }
        }
        switch taken {
        case .failure(let refusal): return .failure(refusal)
        case .success(let event):
            do throws(LedgerError) { return .success(try Receipt(event, key: key, origin: origin)) } catch {
                throw RegistryError(.storage, file: path, reason: "\(event.subject) is filed, but \(error)")
            }
        }
    }

    private func take(
        _ filing: ObjectionFiling, _ outcome: Screening.Outcome, _ suffixes: PublicSuffixList, _ forReview: Bool,
        _ writer: inout LogWriter
    ) throws -> RegistryEvent {
        let id = "O-" + Hex.encode(random(10))
        let bodies: [(FieldGroup, [UInt8])] = [
            (.identity, filing.identityBody), (.evidence, filing.evidenceBody),
            (.scope, ScopeBody.write(outcome.scopes)),
        ]
        let sealed = bodies.map { ($0.0, $0.1, writer.seal($0.1)) }
        let terms = FiledTerms(
            act: filing.act, kinds: outcome.scopes.map(\.kind), uses: filing.uses.isEmpty ? [.all] : filing.uses,
            from: writer.at, to: filing.to, minimum: outcome.minimum, isPersonal: filing.isPersonal,
            commitments: Dictionary(uniqueKeysWithValues: sealed.map { ($0.0, $0.2.digest) }))
        let event = try writer.append(.file(terms), subject: id)
        for (group, body, seal) in sealed { try writer.keep(body, seal.salt, of: event.index, group) }
        try index(outcome.scopes, of: id, suffixes, writer.db)
        try writer.db.execute(
            sql: "INSERT INTO contact VALUES (?, ?)", arguments: [Data(mark(of: filing.objector)), id])
        if !outcome.needsReview, !forReview {
            for step in [LifeStep.acknowledge, .block, .ask] {
                try writer.append(.step(step, standing: nil, reason: ""), to: id)
            }
        }
        return event
    }

    func index(_ scopes: [ObjectionScope], of id: String, _ suffixes: PublicSuffixList, _ db: Database) throws {
        let insert = try db.cachedStatement(sql: "INSERT INTO scope VALUES (?, ?, ?, ?)")
        for scope in scopes {
            try insert.execute(arguments: [id, scope.kind.rawValue, scope.key, scope.site(suffixes)])
        }
    }

    /// A keyed digest: contacts can be compared and not read.
    func mark(of objector: Objector) -> [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(objector.comparedContact.utf8), using: SymmetricKey(data: Data(secret)))
        return Array(code)
    }

    private func count(_ code: RefusalCode, _ writer: LogWriter) throws {
        try writer.db.execute(
            sql: """
                INSERT INTO refusal VALUES (?, ?, 1) ON CONFLICT(day, code) DO UPDATE SET count = count + 1
                """, arguments: [String(writer.at.description.prefix(10)), code.rawValue])
    }

    /// How many filings were refused, by code.
    public func refusals() throws(RegistryError) -> [String: Int] {
        try read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT code, sum(count) AS n FROM refusal GROUP BY code")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["code"] as String, $0["n"] as Int) })
        }
    }
}

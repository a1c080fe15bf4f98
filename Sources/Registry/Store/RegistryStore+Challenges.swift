public import Canonical
internal import Foundation
internal import GRDB
public import WebAddress

extension RegistryStore {
    /// Gives out a nonce for every place that an objection's scopes need control of: hosts, and pages of accounts.
    ///
    /// - Throws: ``RegistryError``; `notAllowed` if no scope of it lies on a host, or a withdrawal would need another proof.
    public func challenge(
        _ id: String, for purpose: NoncePurpose = .standing, suffixes: PublicSuffixList, at: Timestamp
    ) throws(RegistryError) -> [StandingChallenge] {
        try change(at: at) { writer in
            guard purpose.isPlaced else { throw LifeFault("\(id): a \(purpose.rawValue) nonce is put at no host") }
            let hosts = try hosts(of: id, suffixes, writer.db)
            guard !hosts.isEmpty else { throw LifeFault("\(id): no scope of it lies on a host; hand proof in instead") }
            if purpose == .withdrawal { try demandWithdrawable(id, writer) }
            return try hosts.map { try give(id, at: $0, for: purpose, &writer) }
        }
    }

    /// Makes a nonce and keeps its digest.
    func give(
        _ id: String, at place: String, for purpose: NoncePurpose, _ writer: inout LogWriter
    ) throws -> StandingChallenge {
        let rules = try fold(writer.db, "", until: nil).rules
        let due = writer.at.adding(seconds: Int64(rules.nonceHours) * 3600)
        let token = Data(random(24)).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
        let digest = StandingChallenge.digest(token, id, place, purpose)
        try writer.append(.challenge(nonce: digest), to: id)
        try writer.db.execute(
            sql: "INSERT INTO nonce(digest, objection, host, due, purpose) VALUES (?, ?, ?, ?, ?)",
            arguments: [Data(digest.bytes), id, place, due.seconds, purpose.rawValue])
        return StandingChallenge(objection: id, host: place, purpose: purpose, token: token, due: due)
    }

    /// The hosts, and pages of accounts without their scheme, whose control an objection must show.
    public func hosts(of id: String, suffixes: PublicSuffixList) throws(RegistryError) -> [String] {
        try read { db in try hosts(of: id, suffixes, db) }
    }

    func hosts(of id: String, _ suffixes: PublicSuffixList, _ db: Database) throws -> [String] {
        guard let (_, bytes) = try body(db, id, .scope) else {
            throw RegistryError(.notFound, file: path, reason: "there is no objection \(id), or its scope is erased")
        }
        let hosts = try ScopeBody.read(bytes, path).compactMap { $0.proofHost(suffixes) }
        return Set(hosts).sorted()
    }

    /// Takes what was found at a host, or on an account's page, as proof, if it holds a nonce of this objection for it.
    ///
    /// Once a nonce was found at every place, control is shown (L2; of accounts alone L1), and the objection takes effect if
    /// that is enough; or its withdrawal begins, if that is what the nonces were given out for.
    ///
    /// - Parameter found: the text of the file, header field or TXT records.
    /// - Returns: The life after it, or why it proves nothing.
    public func redeem(
        _ id: String, host: String, found: String, by method: ProofMethod, for purpose: NoncePurpose = .standing,
        suffixes: PublicSuffixList, at: Timestamp
    ) throws(RegistryError) -> Result<ObjectionLife, FilingRefusal> {
        try change(at: at) { writer in
            guard purpose.isPlaced else { throw LifeFault("\(id): a \(purpose.rawValue) nonce is found at no host") }
            guard (method == .account) == StandingChallenge.isAccount(host) else {
                throw LifeFault("\(id): the page of an account is looked at with the method account, and no host is")
            }
            if let refusal = try use(id, host, found, purpose, writer) { return .failure(refusal) }
            let proven = try String.fetchAll(
                writer.db,
                sql: "SELECT DISTINCT host FROM nonce WHERE objection = ? AND purpose = ? AND used >= ?",
                arguments: [id, purpose.rawValue, try since(purpose, writer)])
            let due = try hosts(of: id, suffixes, writer.db)
            guard Set(due).isSubset(of: proven) else {
                guard let life = try fold(writer.db, id, until: nil).lives[id]?.at(at) else {
                    throw LifeFault("\(id) is gone")
                }
                return .success(life)
            }
            if purpose == .withdrawal { return .success(try withdraw(id, &writer)) }
            // Control of an account is shown whatever was found last.
            if due.contains(where: StandingChallenge.isAccount), method != .account {
                try writer.append(.prove(.mailbox, .account), to: id)
            }
            let level = due.allSatisfy(StandingChallenge.isAccount) ? Standing.mailbox : .domain
            return .success(try prove(id, level, by: method, &writer))
        }
    }

    /// Control once shown stays shown; a withdrawal needs it at every host within the time a nonce is good for.
    private func since(_ purpose: NoncePurpose, _ writer: LogWriter) throws -> Int64 {
        guard purpose == .withdrawal else { return .min }
        return writer.at.adding(seconds: -Int64(try fold(writer.db, "", until: nil).rules.nonceHours) * 3600).seconds
    }

    /// Takes the first nonce in a text that is good for a place. It is good no more.
    ///
    /// - Returns: Nil if there was one, or why none is.
    func use(
        _ id: String, _ host: String, _ found: String, _ purpose: NoncePurpose, _ writer: LogWriter
    ) throws -> FilingRefusal? {
        var last: FilingRefusal?
        for token in StandingChallenge.tokens(in: found, purpose) {
            let digest = Data(StandingChallenge.digest(token, id, host, purpose).bytes)
            let row = try Row.fetchOne(
                writer.db, sql: "SELECT due, used FROM nonce WHERE digest = ?", arguments: [digest])
            guard let row else { continue }
            if row["used"] as Int64? != nil {
                last = FilingRefusal(.usedNonce, "the nonce\(Self.of(host)) was used before; ask for a new one")
            } else if (row["due"] as Int64) <= writer.at.seconds {
                last = FilingRefusal(.expiredNonce, "the nonce\(Self.of(host)) is too old; ask for a new one")
            } else {
                try writer.db.execute(
                    sql: "UPDATE nonce SET used = ? WHERE digest = ?", arguments: [writer.at.seconds, digest])
                return nil
            }
        }
        return last
            ?? FilingRefusal(.noProof, "no nonce of \(id)\(Self.of(host)) is there; put the given text there first")
    }
}

extension RegistryStore {
    private static func of(_ place: String) -> String { place.isEmpty ? "" : " at \(place)" }
}

extension ObjectionScope {
    /// Whose control shows that somebody may object to it; nil for what lies on no host.
    fileprivate func proofHost(_ suffixes: PublicSuffixList) -> String? {
        switch kind {
        case .payload, .work, .party, .text, .repertoire, .shard: return nil
        case .domain: return site(suffixes)
        case .host, .account: return key
        case .url, .prefix:
            let authority = key.prefix { $0 != "/" }
            return authority.hasPrefix("[") ? String(authority) : String(authority.prefix { $0 != ":" })
        }
    }
}

public import Canonical
internal import GRDB
internal import Ledger
public import WebAddress

extension RegistryStore {
    /// What an objector shall sign, with a nonce for this one time.
    ///
    /// - Returns: The statement, and until when it is taken (exclusive).
    public func statement(
        _ id: String, suffixes: PublicSuffixList, at: Timestamp
    ) throws(RegistryError) -> (statement: ObjectionStatement, due: Timestamp) {
        try change(at: at) { writer in
            _ = try keyPlaces(of: id, suffixes, writer.db)
            let nonce = try give(id, at: "", for: .signature, &writer)
            let statement = ObjectionStatement(
                objection: id, log: origin, leaf: try leaf(of: id, writer.db), nonce: nonce.token)
            return (statement, nonce.due)
        }
    }

    /// Where the key must stand that signs for an objection: at every host and on every account's page it lies on; for what
    /// lies on none, at the registrable domain of its contact.
    ///
    /// - Throws: ``RegistryError`` `notAllowed` if there is no such place.
    public func keyPlaces(of id: String, suffixes: PublicSuffixList) throws(RegistryError) -> [String] {
        try read { db in try keyPlaces(of: id, suffixes, db) }
    }

    /// Takes a signature: L3, if it holds, is of this objection, bears a nonce that is still good, and the key stands at every
    /// place.
    ///
    /// - Parameter found: By place, the text of the file, header field, TXT records or page.
    /// - Returns: The life after it, or why it proves nothing.
    public func redeem(
        _ id: String, signed: SignedStatement, found: [String: String], suffixes: PublicSuffixList, at: Timestamp
    ) throws(RegistryError) -> Result<ObjectionLife, FilingRefusal> {
        try change(at: at) { writer in
            let due = ObjectionStatement(
                objection: id, log: origin, leaf: try leaf(of: id, writer.db), nonce: signed.statement.nonce)
            guard signed.statement == due else {
                return .failure(
                    FilingRefusal(
                        .badSignature,
                        "it is signed for \(signed.statement.objection) of another filing or log; sign the statement of \(id)"
                    ))
            }
            guard signed.isSound else {
                return .failure(
                    FilingRefusal(
                        .badSignature, "the signature does not hold: the statement was changed, or the key is another"))
            }
            for place in try keyPlaces(of: id, suffixes, writer.db) {
                let keys = StandingChallenge.tokens(in: found[place] ?? "", marked: ObjectionStatement.keyMark)
                guard keys.contains(signed.key.text) else {
                    return .failure(
                        FilingRefusal(
                            .noProof,
                            "the key does not stand at \(place); put \(ObjectionStatement.keyMark)\(signed.key.text) there"
                        ))
                }
            }
            let text = NoncePurpose.signature.mark + signed.statement.nonce
            if let refusal = try use(id, "", text, .signature, writer) { return .failure(refusal) }
            return .success(try prove(id, .signature, by: .signature, &writer))
        }
    }

    private func keyPlaces(of id: String, _ suffixes: PublicSuffixList, _ db: Database) throws -> [String] {
        let hosts = try hosts(of: id, suffixes, db)
        if !hosts.isEmpty { return hosts }
        guard let contact = try contact(of: id, db) else {
            throw LifeFault(
                "\(id): it lies on no host and has no contact whose domain could bear a key; hand documents in")
        }
        return [contact.site(suffixes)]
    }

    private func leaf(of id: String, _ db: Database) throws -> Digest {
        guard let event = try firstEvent(of: id, db) else {
            throw RegistryError(.notFound, file: path, reason: "there is no objection \(id); see registry status")
        }
        return MerkleTree.leaf(event.line)
    }
}

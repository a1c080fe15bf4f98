internal import Canonical
internal import GRDB

extension RegistryStore {
    /// A nonce shows control of hosts (L2): whoever has shown more must show that again, to an operator.
    ///
    /// Source: licensing bases 0.0.8, "a new domain proof never lifts work-id, payload or near-duplicate scopes", read 2026-11-30.
    func demandWithdrawable(_ id: String, _ writer: LogWriter) throws {
        guard let life = try fold(writer.db, id, until: nil).lives[id]?.at(writer.at) else {
            throw LifeFault("there is no objection \(id)")
        }
        guard life.state == .effective, life.pending?.step != .withdraw else {
            throw LifeFault(
                "\(id): it is \(life.state.rawValue)\(life.pending == nil ? "" : " and being withdrawn"); only what is EFFECTIVE is withdrawn"
            )
        }
        // Whoever has come to own a host has not come to own a work, or a text, that is objected to wherever it is.
        guard life.terms.kinds.allSatisfy(\.hasHost) else {
            throw LifeFault("\(id): it is not of hosts alone, and a nonce shows no more; write to the operator")
        }
        guard life.standing <= .domain else {
            throw LifeFault(
                "\(id): it has standing \(life.standing.rawValue), which no nonce shows; write to the operator")
        }
    }

    /// Begins the withdrawal that nonces at every host have asked for. They are good for this once.
    func withdraw(_ id: String, _ writer: inout LogWriter) throws -> ObjectionLife {
        try demandWithdrawable(id, writer)
        try writer.db.execute(
            sql: "DELETE FROM nonce WHERE objection = ? AND purpose = ?",
            arguments: [id, NoncePurpose.withdrawal.rawValue])
        return try writer.append(.step(.withdraw, standing: .domain, reason: "nonce"), to: id)
    }
}

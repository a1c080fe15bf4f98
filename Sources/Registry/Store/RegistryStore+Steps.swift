public import Canonical
internal import Foundation
internal import GRDB
internal import WebAddress

extension RegistryStore {
    /// Takes one step in the life of an objection. A withdrawal that is under way keeps its day if it is asked for again:
    /// nothing is then written.
    ///
    /// - Returns: The life after it.
    /// - Throws: ``RegistryError``: `notFound`, or `notAllowed` with the reason if its state or the standing shown does not
    ///   allow it; nothing is then written.
    @discardableResult
    public func step(
        _ step: LifeStep, _ id: String, standing: Standing? = nil, reason: String = "", at: Timestamp
    ) throws(RegistryError) -> ObjectionLife {
        try change(at: at) { writer in
            if step == .supersede { try demand(successor: reason, of: id, writer) }
            if step == .withdraw, let known = try withdrawing(id, standing, writer) { return known }
            return try writer.append(.step(step, standing: standing, reason: reason), to: id)
        }
    }

    /// The life of an objection whose withdrawal is under way; nil if none is.
    private func withdrawing(_ id: String, _ standing: Standing?, _ writer: LogWriter) throws -> ObjectionLife? {
        guard let life = try fold(writer.db, id, until: nil).lives[id]?.at(writer.at), life.isBeingWithdrawn else {
            return nil
        }
        guard standing.map({ $0 >= life.standing }) == true else {
            throw LifeFault("\(id): it needs \(life.standing.rawValue) or more, as the objection has")
        }
        return life
    }

    /// Only another objection that blocks all that one blocks, and for as long, can take its place.
    private func demand(successor: String, of id: String, _ writer: LogWriter) throws {
        let life = try fold(writer.db, successor, until: nil).lives[successor]?.at(writer.at)
        guard successor != id, let life, life.isBlocking else {
            throw LifeFault("\(id): \(successor.isEmpty ? "nothing" : successor) is no other objection that blocks")
        }
        let replaced = try fold(writer.db, id, until: nil).lives[id]?.at(writer.at)
        guard life.lasts(to: replaced?.effectiveTo) else {
            throw LifeFault("\(id): \(successor) ends before it; what is to end sooner is withdrawn")
        }
        let others = try scopes(of: successor, writer.db).filter { life.standing.suffices(for: $0.kind) }
        for scope in try scopes(of: id, writer.db) where !others.contains(where: { $0.covers(scope) }) {
            throw LifeFault(
                "\(id): \(successor) does not block \(scope.description.prefix(200)); what is to be blocked no more is withdrawn"
            )
        }
    }

    /// None once they are erased.
    private func scopes(of id: String, _ db: Database) throws -> [ObjectionScope] {
        try body(db, id, .scope).map { try ScopeBody.read($0.bytes, path) } ?? []
    }

    /// Moves an objection that was looked at on to where its standing is awaited.
    @discardableResult
    public func accept(_ id: String, at: Timestamp) throws(RegistryError) -> ObjectionLife {
        try change(at: at) { writer in
            for step in [LifeStep.acknowledge, .block] {
                try writer.append(.step(step, standing: nil, reason: ""), to: id)
            }
            return try writer.append(.step(.ask, standing: nil, reason: ""), to: id)
        }
    }

    /// Keeps proof that a person shall decide on. An objection that was deficient is pending again.
    @discardableResult
    public func submit(_ id: String, evidence: [UInt8], at: Timestamp) throws(RegistryError) -> ObjectionLife {
        try change(at: at) { writer in
            if try fold(writer.db, id, until: nil).lives[id]?.at(at).state == .deficient {
                try writer.append(.step(.cure, standing: nil, reason: ""), to: id)
            }
            let (digest, salt) = writer.seal(evidence)
            let life = try writer.append(.submit(digest), to: id)
            let place = try Int.fetchOne(writer.db, sql: "SELECT max(place) FROM event") ?? 0
            try writer.keep(evidence, salt, of: place, .evidence)
            return life
        }
    }

    /// Records a standing that was shown, and lets the objection take effect if that is enough for its scopes.
    @discardableResult
    public func prove(
        _ id: String, _ standing: Standing, by method: ProofMethod, at: Timestamp
    ) throws(RegistryError) -> ObjectionLife {
        try change(at: at) { writer in try prove(id, standing, by: method, &writer) }
    }

    func prove(
        _ id: String, _ standing: Standing, by method: ProofMethod, _ writer: inout LogWriter
    ) throws -> ObjectionLife {
        if try fold(writer.db, id, until: nil).lives[id]?.at(writer.at).state == .deficient {
            try writer.append(.step(.cure, standing: nil, reason: ""), to: id)
        }
        let life = try writer.append(.prove(standing, method), to: id)
        guard life.state == .standingPending, life.isProven else { return life }
        try writer.append(.step(.verify, standing: nil, reason: ""), to: id)
        return try writer.append(.step(.effect, standing: nil, reason: ""), to: id)
    }

    /// Stops a withdrawal or counter-notice whose delay is not over.
    @discardableResult
    public func stop(_ id: String, reason: String, at: Timestamp) throws(RegistryError) -> ObjectionLife {
        try change(at: at) { writer in try writer.append(.stop(reason: reason), to: id) }
    }

    /// Records how far an objection to a text reaches. One that reaches far is under review, and one whose copies somebody else
    /// may have the better right to is contested.
    @discardableResult
    public func record(_ reach: CopyReach, of id: String, at: Timestamp) throws(RegistryError) -> ObjectionLife {
        try change(at: at) { writer in try writer.append(.reach(reach), to: id) }
    }

    /// Ends the review of a wide reach: the objection bars what it covers.
    @discardableResult
    public func confirm(_ id: String, reason: String, at: Timestamp) throws(RegistryError) -> ObjectionLife {
        try change(at: at) { writer in try writer.append(.confirm(reason: reason), to: id) }
    }

    /// Erases a group of fields for good, also from free pages and from the journal. The objection stays as it is.
    ///
    /// - Throws: ``RegistryError``; `notAllowed` for the scope of an objection that blocks.
    @discardableResult
    public func erase(_ group: FieldGroup, of id: String, at: Timestamp) throws(RegistryError) -> ObjectionLife {
        let life = try change(at: at) { writer in
            let life = try writer.append(.erase(group), to: id)
            let places = "SELECT place FROM event WHERE subject = ?"
            try writer.db.execute(
                sql: "DELETE FROM body WHERE part = ? AND place IN (\(places))", arguments: [group.rawValue, id])
            if group == .identity {
                try writer.db.execute(sql: "DELETE FROM contact WHERE objection = ?", arguments: [id])
                // Codes are kept by the address they were sent to.
                try writer.db.execute(
                    sql: "DELETE FROM nonce WHERE objection = ? AND purpose = ?",
                    arguments: [id, NoncePurpose.mailbox.rawValue])
            }
            if group == .scope { try writer.db.execute(sql: "DELETE FROM scope WHERE objection = ?", arguments: [id]) }
            return life
        }
        try emptyJournal()
        return life
    }

    /// Pages of the journal still hold what was erased until they are written back; this cannot be done in a transaction.
    func emptyJournal() throws(RegistryError) {
        do {
            try queue.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        } catch {
            let advice = "it is erased from the store; let other programs close the store and erase any group again"
            throw RegistryError(.storage, file: path, reason: "the journal cannot be emptied: \(error); \(advice)")
        }
    }

    /// Changes the rules for what happens from here on.
    public func set(_ rules: RegistryRules, at: Timestamp) throws(RegistryError) {
        try change(at: at) { writer in _ = try writer.append(.rules(rules), subject: "") }
    }

    /// The rules in force.
    public func rules() throws(RegistryError) -> RegistryRules { try read { try fold($0, "", until: nil).rules } }
}

extension RegistryStore {
    /// Takes rows of a list of others in, all of them in one transaction.
    ///
    /// A row that was taken before, by its id, is left as it is.
    ///
    /// - Parameter each: Calls what it is given for each row.
    /// - Returns: How many were taken.
    public func adopt(
        publicSuffixList: [UInt8], at: Timestamp,
        _ each: ((Objection) throws(RegistryError) -> Void) throws(RegistryError) -> Void
    ) throws(RegistryError) -> Int {
        let suffixes = try Snapshot.parse(publicSuffixList)
        return try change(at: at) { writer in
            var count = 0
            let known = try writer.db.makeStatement(sql: "SELECT EXISTS(SELECT 1 FROM event WHERE subject = ?)")
            try each { objection throws(RegistryError) in
                do {
                    if try Bool.fetchOne(known, arguments: [objection.id]) == true { return }
                    try adopt(objection, suffixes, &writer)
                    count += 1
                } catch {
                    throw .store(path, error)
                }
            }
            return count
        }
    }

    private func adopt(_ objection: Objection, _ suffixes: PublicSuffixList, _ writer: inout LogWriter) throws {
        let body = ScopeBody.write([objection.scope])
        let (digest, salt) = writer.seal(body)
        let terms = FiledTerms(
            act: .excludeAll, kinds: [objection.scope.kind], uses: objection.uses, from: objection.effectiveFrom,
            to: objection.effectiveTo, commitments: [.scope: digest])
        let event = try writer.append(.adopt(terms, objection.standing), subject: objection.id)
        try writer.keep(body, salt, of: event.index, .scope)
        try index([objection.scope], of: objection.id, suffixes, writer.db)
    }
}

extension RegistryStore {
    /// Records a standing that was shown, and leaves the objection in its state.
    @discardableResult
    public func proveOnly(
        _ id: String, _ standing: Standing, by method: ProofMethod, at: Timestamp
    ) throws(RegistryError) -> ObjectionLife {
        try change(at: at) { writer in try writer.append(.prove(standing, method), to: id) }
    }
}

public import Canonical
internal import GRDB
public import WebAddress

extension RegistryStore {
    /// The objections that touch an address, a host or domain, a payload's digest or an identifier, as known at a time.
    ///
    /// Those whose scope is personal are left out: nobody may find out what they cover.
    ///
    /// - Parameter limit: The most that are given.
    /// - Returns: By id, each scope of them that touches it. Empty for a word that stands for nothing an objection can cover.
    public func objections(
        touching word: String, suffixes: PublicSuffixList, limit: Int, at time: Timestamp
    ) throws(RegistryError) -> [StandingObjection] {
        try read { db in
            var found: [StandingObjection] = []
            let touching = try touching(word, suffixes, db)
            for touch in touching.filter(\.coversAll) + touching.filter({ !$0.coversAll }) where found.count < limit {
                guard let life = try fold(db, touch.id, until: time).lives[touch.id]?.at(time),
                    !life.terms.isPersonal
                else { continue }
                found.append(StandingObjection(life: life, scope: touch.scope, coversAll: touch.coversAll))
            }
            return found
        }
    }

    private struct Touch: Hashable {
        let id: String
        let scope: ObjectionScope
        let coversAll: Bool
    }

    private func touching(_ word: String, _ suffixes: PublicSuffixList, _ db: Database) throws -> [Touch] {
        var found: [Touch] = []
        for kind in ScopeKind.allCases {
            guard case .success(let scope) = ObjectionScope.read(kind, word, suffixes) else { continue }
            let ids = try String.fetchAll(
                db,
                sql: "SELECT DISTINCT objection FROM scope WHERE key = ? AND kind = ? ORDER BY objection LIMIT 1000",
                arguments: [scope.key, kind.rawValue])
            found += ids.map { Touch(id: $0, scope: scope, coversAll: true) }
        }
        guard let (url, isHost) = try address(word) else { return found }
        var known = Set(found)
        let site = suffixes.registrableDomain(of: url.host) ?? url.host
        // A site that many object to is read so far and no further: nobody reads more at once.
        let rows = try Row.fetchCursor(
            db, sql: "SELECT objection, kind, key FROM scope WHERE site = ? ORDER BY objection LIMIT 10000",
            arguments: [site])
        while let row = try rows.next() {
            guard let kind = ScopeKind(rawValue: row["kind"]) else { continue }
            let scope = ObjectionScope(kind, key: row["key"])
            let coversAll = scope.covers(url)
            guard coversAll || (isHost && scope.lies(under: url.host)) else { continue }
            let touch = Touch(id: row["objection"], scope: scope, coversAll: coversAll)
            if known.insert(touch).inserted { found.append(touch) }
        }
        return found
    }

    /// The address of a page, or of a host's first page; nil if the word is neither.
    private func address(_ word: String) throws -> (url: CanonicalURL, isHost: Bool)? {
        let isHost = !word.contains("://")
        do throws(WebURLError) { return (try CanonicalURL(isHost ? "https://\(word)/" : word), isHost) } catch {
            return nil
        }
    }
}

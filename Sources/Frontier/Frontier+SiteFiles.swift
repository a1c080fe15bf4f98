public import WebAddress
internal import GRDB

extension Frontier {
    /// The site files of an origin, as committed, expired ones too, in order of kind.
    public func siteFiles(_ origin: Origin) throws(FrontierError) -> [SiteFileEntry] {
        try read(origin.description) { db in
            let statement = try db.cachedStatement(sql: "SELECT * FROM site_file WHERE origin = ? ORDER BY kind, asked")
            return try Row.fetchAll(statement, arguments: [origin.description]).map { try SiteFileRow.read($0, origin) }
        }
    }
}

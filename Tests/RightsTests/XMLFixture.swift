import Markup
import Provenance
import Rights
import WebAddress

/// XML that is no page, at https://ex.com/feed.xml, read by the real parts.
struct XMLFixture {
    let xml: String
    var headers: [(name: String, value: String)] = [("Content-Type", "application/xml")]

    static let rss = "<rss version='2.0' xmlns:cc='http://backend.userland.com/creativeCommonsRssModule'"
    static let atom = "<feed xmlns='http://www.w3.org/2005/Atom'>"
    static let by = "https://creativecommons.org/licenses/by/4.0/"
    static let nc = "https://creativecommons.org/licenses/by-nc/4.0/"
    static let url = "https://ex.com/feed.xml"

    func reading() throws -> RightsReading {
        let response = ResponseInput(
            url: try CanonicalURL(Self.url), hops: [], status: 200, headers: headers, fetched: PageFixture.now)
        return RightsReader(agent: PageFixture.agent, tables: try ProjectTables.read()).read(
            response, xml: XMLReader.read(Array(xml.utf8)), site: SiteEvidence(atFetch: nil, atUse: nil))
    }

    func rights() throws -> XMLRights {
        try XMLRights.read(
            XMLReader.read(Array(xml.utf8)), url: CanonicalURL(Self.url), at: PageFixture.now,
            tables: ProjectTables.read())
    }
}

import Canonical
import Extraction
import Markup
import Provenance
import Rights
import WebAddress

/// A page or response at https://ex.com/a, read by the real parts.
struct PageFixture {
    var html = ""
    var status = 200
    var headers: [(name: String, value: String)] = [("Content-Type", "text/html")]
    var files: [SiteFile] = []
    var path = "/a"
    var hops: [Hop] = []

    static let now = Timestamp(rfc3339: "2026-11-23T12:00:00Z")!
    static let agent = ProductToken("MunimentBot")!

    var url: CanonicalURL { get throws { try CanonicalURL("https://ex.com" + path) } }

    static func file(_ kind: SiteFileKind, _ body: String, _ outcome: SiteFileOutcome = .found, asked: String = "")
        throws -> SiteFile
    {
        SiteFile(
            kind: kind, asked: asked, origin: try CanonicalURL("https://ex.com/").origin, fetched: now, hops: [],
            outcome: outcome,
            reason: outcome == .found ? "" : "test", body: Array(body.utf8), expires: now)
    }

    func reading(isMissing: Bool = false) throws -> RightsReading {
        let response = ResponseInput(
            url: try url, hops: hops, status: status, headers: headers, fetched: Self.now)
        let rules = SiteRules(files)
        let site = SiteEvidence(atFetch: rules, atUse: rules)
        let reader = RightsReader(agent: Self.agent, tables: try ProjectTables.read())
        let bytes = Array(html.utf8)
        if isMissing {
            return reader.read(response, page: nil, blocks: nil, textBytes: 0, source: bytes, site: site)
        }
        let page = try HTMLParser().read(utf8: bytes)
        let document = Extractor().read(page)
        return reader.read(
            response, page: page, blocks: document.blocks, textBytes: document.text.count, source: bytes, site: site)
    }
}

/// A paragraph long enough that a page is not taken for a wall.
let prose =
    "<p>" + String(repeating: "The archive holds many papers of the old town, and people read them. ", count: 20)
    + "</p>"

internal import Canonical
internal import Extraction
internal import Markup
internal import Rights
internal import WebAddress

extension RightsVectorFormat {
    static let licenceReadings: [String: Reading] = [
        "cc.url": licenceOfURL, "cc.flags": licenceFlags, "licence.html": licencesOfPage,
    ]

    @Sendable private static func licenceOfURL(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        guard let tool = CreativeCommons.parse(try input.text("url")) else { return .fields(["licence": .null]) }
        return .fields([
            "licence": .string(tool.id), "category": .string(tool.category), "unit": .string(tool.unit),
            "version": tool.version.isEmpty ? .null : .string(tool.version),
            "jurisdiction": .text(orNull: tool.jurisdiction),
        ])
    }

    @Sendable private static func licenceFlags(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        .fields(["flags": .texts(CreativeCommons.parse(try input.text("url"))?.flags ?? [])])
    }

    /// Licences of Creative Commons with their carriers; terms of a site's own are no licence here.
    @Sendable private static func licencesOfPage(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let url = try page(input["url"]?.string ?? "https://example.com/")
        let found = Rights.licences(in: try reading(try input.bytes("html")), url: url)
        let licences = found.compactMap { candidate -> JSONValue? in
            guard let tool = candidate.tool else { return nil }
            return .fields([
                "unit": .string(tool.unit), "version": .string(tool.version),
                "jurisdiction": .text(orNull: tool.jurisdiction), "carrier": .string(candidate.carrier.rawValue),
                "subject": .string(relative(candidate.subject, to: url)), "inFooter": .bool(candidate.inFooter),
                "inHead": .bool(candidate.inHead),
            ])
        }
        return .fields(["licences": .array(licences)])
    }

    /// Rows name a subject as the page writes it; readers resolve it.
    private static func relative(_ subject: String, to page: CanonicalURL) -> String {
        guard let slash = page.text.lastIndex(of: "/"), subject.hasPrefix(page.text[...slash]) else { return subject }
        return String(subject.dropFirst(page.text[...slash].count))
    }

    /// Everything the reader says of a page given as a row gives it.
    static func rights(_ input: VectorRow) throws(VectorFault) -> RightsReading {
        guard let agent = ProductToken("ExampleBot") else { throw VectorFault("no agent") }
        let html = try input.bytes("html")
        let page = try reading(html)
        let document = Extractor().read(page)
        let response = ResponseInput(
            url: try self.page(input["url"]?.string ?? "https://example.com/"), hops: [], status: 200,
            headers: try input["headers"]?.headerFields() ?? [], fetched: Timestamp(seconds: 1_790_000_000))
        return RightsReader(agent: agent, tables: try Tables.shared()).read(
            response, page: page, blocks: document.blocks, textBytes: document.text.count, source: html,
            site: SiteEvidence(atFetch: nil, atUse: nil))
    }
}
